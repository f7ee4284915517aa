import type { Frame } from './attribution.ts';
import { cuesIn } from './cues.ts';
import { sentenceAt } from './layout.ts';
import { leadOf } from './leads.ts';
import type { Local, Scene } from './scene.ts';

/**
 * `The mayor had spoken of floods. "We will rebuild."`: a quote that stands alone after a sentence in which somebody
 * speaks.
 */
export function introducedIn(scene: Scene, { before, after }: Frame): Local | undefined {
  if (before.from < before.to || after.from < after.to) return undefined;
  const { sentences, tokens } = scene.layout;
  const here = sentenceAt(scene.layout, before.to);
  const previous = sentences[here - 1];
  if (!previous || sentences[here]!.paragraph - previous.paragraph > 1) return undefined;
  for (let at = previous.from; at < previous.to; at += 1) if (scene.quotedAt[at]! >= 0) return undefined;
  const speaks = cuesIn(scene, previous).length > 0 || tokens[previous.to - 1]!.text === ':';
  return speaks ? leadOf(scene, previous) : undefined;
}

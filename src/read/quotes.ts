import type { Quote, Speaker } from '../model/reading.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import { Coreference, type Meant } from './coreference.ts';
import type { Cast } from './entities.ts';
import { type Frame, frameOf } from './frames.ts';
import { introducedIn } from './introductions.ts';
import { sentenceAt } from './layout.ts';
import type { Quoted } from './quoted.ts';
import { isQuote } from './said.ts';
import type { Local, Scene } from './scene.ts';
import { supposedIn } from './supposed.ts';
import { spanOf } from './tokens.ts';

/** Quoted words with what their own sentence says about the speaker. */
interface Found extends Attribution {
  readonly quoted: Quoted;
  /** The speaker comes from the sentence before. */
  readonly introduced: boolean;
  readonly frame: Frame;
}

/** Somebody who was heard, in their local words. */
interface Heard {
  readonly local: Local;
  /** Unknown where the text does not tell whom "he" means. */
  readonly meant: Meant | undefined;
}

/** Every quote of a text, in order, with its speaker where the text tells. Scare quotes and titles are left out. */
export function quotesOf(scene: Scene, cast: Cast, quoted: readonly Quoted[]): Quote[] {
  const found = foundIn(scene, quoted);
  const coreference = new Coreference(scene, cast, spokenIn(scene, found));
  const own = found.map(({ speaker }) => heardFrom(coreference, speaker));
  const near = neighbours(found, own);
  const heard: (Heard | undefined)[] = [];
  return found.map((one, index) => {
    const carried = one.speaker ? undefined : (near[index] ?? before(scene, found, heard, index));
    heard.push(own[index] ?? carried);
    return quoteFrom(scene, one, speakerFrom(scene, own[index], one.introduced) ?? speakerFrom(scene, carried, true));
  });
}

function foundIn(scene: Scene, quoted: readonly Quoted[]): Found[] {
  let spoken = -1; // the token that closed the last quote: a scare quote does not divide a sentence
  return quoted.flatMap((one, index) => {
    const frame = frameOf(scene, quoted, index, spoken);
    const { cue, speaker } = attributionOf(scene, frame, one);
    if (!isQuote(scene, frame, one, { cue, speaker })) return [];
    const before = spoken;
    spoken = one.to;
    const here = speaker ?? supposedIn(scene, frame, one);
    const there = here ? undefined : introducedIn(scene, frame, before);
    return [{ quoted: one, frame, cue, speaker: here ?? there, introduced: there !== undefined }];
  });
}

/** Who says what a sentence quotes, where a name says it: whom the sentence is about. */
function spokenIn({ layout }: Scene, found: readonly Found[]): Map<number, Local> {
  return new Map(
    found.flatMap(({ speaker, introduced }) =>
      speaker?.kind === 'names' && !introduced ? [[sentenceAt(layout, speaker.from), speaker] as const] : [],
    ),
  );
}

function heardFrom(coreference: Coreference, local: Local | undefined): Heard | undefined {
  return local && { local, meant: coreference.meant(local) };
}

/** A quote without a speaker of its own has that of the one before it in its paragraph, else of the one after. */
function neighbours(found: readonly Found[], own: readonly (Heard | undefined)[]): (Heard | undefined)[] {
  const near: (Heard | undefined)[] = new Array(found.length);
  for (const step of [-1, 1]) {
    let last = -1; // the last quote with a speaker, from the end and then from the beginning
    for (let at = step < 0 ? found.length - 1 : 0; at >= 0 && at < found.length; at += step) {
      if (found[at]!.speaker) last = at;
      else if (found[last]?.quoted.paragraph === found[at]!.quoted.paragraph) near[at] = own[last];
    }
  }
  return near;
}

/** A paragraph that is nothing but a quote goes on with the speaker of the paragraph before. */
function before(
  scene: Scene,
  found: readonly Found[],
  heard: readonly (Heard | undefined)[],
  index: number,
): Heard | undefined {
  const { quoted } = found[index]!;
  const last = found[index - 1]?.quoted;
  const begins = scene.layout.paragraphs[quoted.paragraph]!.from === quoted.from - 1;
  const follows = last && (last.paragraph === quoted.paragraph || last.paragraph === quoted.paragraph - 1);
  return begins && follows ? heard[index - 1] : undefined;
}

function speakerFrom({ layout: { tokens } }: Scene, heard: Heard | undefined, carried: boolean): Speaker | undefined {
  if (!heard) return undefined;
  const { local, meant } = heard;
  const mention = spanOf(tokens, local);
  if (!meant) return { mention, names: [], entities: [], found: 'none' };
  const explicit = local.kind === 'names' || (local.kind === 'noun' && meant.entities.length === 0);
  const found = carried ? 'carried' : explicit ? 'explicit' : 'pronoun';
  return { mention, names: meant.names, entities: meant.entities, found };
}

function quoteFrom({ layout }: Scene, { quoted, cue }: Found, speaker: Speaker | undefined): Quote {
  const first = layout.sentences[sentenceAt(layout, Math.max(0, quoted.from - 1))]!;
  const last = layout.sentences[sentenceAt(layout, quoted.to - 1)]!;
  return {
    words: quoted.words,
    sentence: { start: first.start, end: last.end },
    ...(cue && { cue: spanOf(layout.tokens, cue) }),
    ...(speaker && { speaker }),
  };
}

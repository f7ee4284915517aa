import type { Layout } from './layout.ts';
import type { Range } from './tokens.ts';

const LONGEST = 4;

/**
 * The speaker's name in front of what is said, as transcripts have it: "HOLM: We will rebuild." At the beginning of a
 * paragraph, or of its quotation marks, in capitals throughout.
 */
export function labelAt({ tokens }: Layout, { from, to }: Range): Range | undefined {
  for (let at = from; at < Math.min(to - 1, from + LONGEST); at += 1) {
    const { text, kind } = tokens[at]!;
    if (text === ':') return at > from ? { from, to: at } : undefined;
    if (kind === 'mark' ? !/^[-.']$/.test(text) : text.length < 2 || text !== text.toUpperCase()) return undefined;
  }
  return undefined;
}

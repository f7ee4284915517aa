import type { Layout } from './layout.ts';
import type { Name } from './names.ts';

/** In brackets behind a name stand other names, dates and how it is pronounced. */
const FARTHEST = 30;
const LOOKED_AT = 12;
const CUES = new Set(
  'known nicknamed dubbed identified styled nee aka born alias name nickname pseudonym guerre'.split(' '),
);
/** What stands right before the second name: "better known as", "known by her stage name", "née". */
const KNOWN_AS =
  /\b(?:known|nicknamed|dubbed|self identified|styled|nee|aka|born|alias)(?: \w+)?(?: (?:as|by|under))?(?: (?:his|her|their|the))?(?: \w+)?(?: (?:name|nickname|pseudonym|alias|nom de guerre))?(?: of)?$/;
/** "whose real name is" */
const REAL_NAME = /\b(?:real|birth|full|maiden|stage|pen) name(?: (?:is|was|of))?$/;
/** "was the pen name of the author" */
const PEN_NAME_OF = /\b(?:(?:pen|stage|real|birth) name|pseudonym|nom de guerre|nickname) (?:of|for)(?: \w+){0,3}$/;
/** "Ada Holm met a man known as Adi" */
const SOMEBODY_ELSE = /\b(?:and|by a|with|that|said|says|met|son|daughter|brother|sister|wife|husband|man|woman)\b/;

/**
 * Pairs of names, by their indexes, that the text itself says are one person's: "Ada Holm, better known as Adi",
 * "Adi, whose real name is Ada Holm", "Katrin (née Holm)".
 */
export function alsoKnown(layout: Layout, names: readonly Name[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (const [index, { from }] of names.entries()) {
    const before = names[index - 1];
    if (!before || from - before.to > FARTHEST) continue;
    const begin = Math.max(before.to, from - LOOKED_AT);
    if (!hasCue(layout, begin, from)) continue;
    const words = wordsBetween(layout, begin, from);
    const said = KNOWN_AS.test(words) || REAL_NAME.test(words) || PEN_NAME_OF.test(words);
    if (said && !SOMEBODY_ELSE.test(words)) pairs.push([index - 1, index]);
  }
  return pairs;
}

/** Most names have none, and the patterns take long. */
function hasCue({ tokens }: Layout, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (CUES.has(tokens[at]!.key)) return true;
  return false;
}

const wordsBetween = ({ tokens }: Layout, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .flatMap(({ key }) => (key === '' ? [] : [key]))
    .join(' ');

import { bareWords } from './bare-words.ts';
import { sameChinese } from './chinese-names.ts';
import { fold } from './fold.ts';
import { isListedName, sameRomanized, unglued } from './romanized.ts';
import { isShortFor } from './short-names.ts';

/** Whether two names are one person's: by the names alone it may stay open. */
export type Verdict = 'same' | 'different' | 'unsure';

const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor president prime minister sir dame lord lady sen senator gov governor rep gen ' +
    'general col colonel sheikh shaikh sheik king queen prince princess pope ayatollah'
  ).split(' '),
);
const SON_OF: Readonly<Record<string, string>> = { ibn: 'bin', ben: 'bin' };
/** As it is written: Xi is a Chinese surname. */
const GENERATION = /\s(?:[JS]r\.?|[IVX]+)$/;
/** What only names from other alphabets have. */
const FOREIGN =
  /(?:sk[iy]y?|enk[oa]|[eo]v|[eo]va|[oe]vich|[yi]ch|chuk|zadeh|nejad|ullah|allah|uddin|eddine?|zhny[iy]?|[ea]lny[iy]?)$/;

/** A person's name taken apart. */
interface Parts {
  readonly words: readonly string[];
  /** "jr", "iii"; empty for most. */
  readonly tail: string;
  /** From another alphabet, as far as its words tell. */
  readonly foreign: boolean;
}

/**
 * The words of a name as they are compared: without titles and al-, "Abdel Malek" and "Abd al-Malik" as one word, sons
 * told from fathers.
 */
export function partsOf(name: string): Parts {
  const tail = fold(GENERATION.exec(name)?.[0] ?? '');
  const folded = fold(name.replace(GENERATION, ''));
  let words = folded.split(' ');
  while (words.length > 2 && TITLES.has(words[0]!)) words = words.slice(1);
  const bare = servants(bareWords(words.join(' ')).map((word) => SON_OF[word] ?? word));
  const foreign =
    bare.length < words.length ||
    bare.some((word) => isListedName(word) || word === 'bin' || word.startsWith('abd') || FOREIGN.test(word));
  return { words: bare, tail, foreign };
}

/** "abdulmalik", "abdel malek", "abd malik": the servant of one of God's names. */
function servants(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const servant = joined.at(-1);
    if (servant === 'abd') joined[joined.length - 1] = `abd${word}`;
    else if (isListedName(word)) joined.push(word);
    else joined.push(word.replace(/^abd(?:[aeou]l|[aeou](?=([rsndzt])\1))?/, 'abd'));
  }
  return joined;
}

/**
 * Compares two people's names. Names of one word tell nobody apart, and a middle name more leaves it open; brothers
 * ("Hassan Karimi", "Hussein Karimi") are different, two spellings of another alphabet the same.
 */
export function compareNames(one: string, other: string): Verdict {
  const [mine, theirs] = [partsOf(one), partsOf(other)];
  const foreign = mine.foreign || theirs.foreign;
  const same = (word: string, their: string) => word === their || (foreign && sameParts(word, their));
  if (Math.min(mine.words.length, theirs.words.length) < 2) {
    const shared = mine.words.some((word) => theirs.words.some((their) => same(word, their)));
    return shared ? 'unsure' : 'different';
  }
  if (mine.tail !== theirs.tail) return mine.tail === '' || theirs.tail === '' ? 'unsure' : 'different';
  if (mine.words.length === theirs.words.length) return compareWords(mine.words, theirs.words, same);
  if (mine.words.join('') === theirs.words.join('')) return 'same';
  const [few, many] = mine.words.length < theirs.words.length ? [mine.words, theirs.words] : [theirs.words, mine.words];
  if (foreign && sameRomanized(few.join(''), many.join(''))) return 'same';
  if (sameChinese(few, many)) return 'same';
  return isWithin(few, many, same) ? 'unsure' : 'different';
}

type Same = (one: string, other: string) => boolean;

function sameParts(one: string, other: string): boolean {
  const servants = one.startsWith('abd') && other.startsWith('abd') && !isListedName(one) && !isListedName(other);
  if (servants) return sameRomanized(one.slice(3), other.slice(3));
  // "ElBaradei"
  return sameRomanized(one, other) || (one.length !== other.length && sameRomanized(unglued(one), unglued(other)));
}

function compareWords(one: readonly string[], other: readonly string[], same: Same): Verdict {
  const differing = one.filter((word, at) => !same(word, other[at]!));
  if (differing.length === 0 || sameChinese(one, other)) return 'same';
  if (isTurned(one, other, same)) return 'same';
  if (differing.length > 1 || differing[0] !== one[0]) return 'different';
  const [given, their] = [one[0]!, other[0]!];
  if (isShortFor(given, their)) return 'same';
  return Math.min(given.length, their.length) === 1 && given[0] === their[0] ? 'unsure' : 'different';
}

/** "Abe Shinzo": the surname first or last. "Hassan Ali" is not Ali Hassan: given names stand in both places. */
function isTurned(one: readonly string[], other: readonly string[], same: Same): boolean {
  if (one.includes('bin') || one.every(isListedName)) return false;
  const turned = [...one.slice(1), one[0]!];
  const back = [one.at(-1)!, ...one.slice(0, -1)];
  return [turned, back].some((words) => words.every((word, at) => same(word, other[at]!)));
}

/** "Mohammed al-Sudani" within "Mohammed Shia al-Sudani". */
function isWithin(few: readonly string[], many: readonly string[], same: Same): boolean {
  if (!same(few.at(-1)!, many.at(-1)!) || !same(few[0]!, many[0]!)) return false;
  let at = 0;
  for (const word of few.slice(1)) {
    at = many.findIndex((their, index) => index > at && same(word, their));
    if (at < 0) return false;
  }
  return true;
}

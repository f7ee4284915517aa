import { foldedForms } from './word-list.ts';

/**
 * Words of names that come from another alphabet, as they sound: consonants and vowels in turn. English, French and
 * scholarly spellings differ in both, and in nothing else: "Qaddafi", "Gadhafi", "Kadhafi".
 */
interface Sounds {
  /** The consonants as one word, with those as one that some spelling confuses. */
  readonly key: string;
  /** Each a choice of plain consonants: "g" can stand for a hard g and for a j. */
  readonly consonants: readonly string[];
  /** What stands before, between and behind them. */
  readonly vowels: readonly string[];
}

/** Given names and their listed spellings, by the first of each; a spelling of two names has both. */
const LISTED = new Map<string, string>();
for (const [name, ...others] of foldedForms('name-spellings'))
  for (const form of [name!, ...others]) if (!LISTED.has(form)) LISTED.set(form, name!);

export const isListedName = (word: string): boolean => LISTED.has(word);

/** Long ones first. A consonant that differs between systems stands for several: dh is a d here and a z there. */
const CONSONANTS: readonly (readonly [string, string])[] = [
  ['shch', 's'],
  ['tsch', 's'],
  ['tch', 's'],
  ['sch', 's'],
  ['dzh', 'j'],
  ['sh', 's'],
  ['ch', 's'],
  ['zh', 'j'],
  ['dj', 'j'],
  ['kh', 'kx'],
  ['gh', 'k'],
  ['dh', 'dz'],
  ['th', 'ts'],
  ['ts', 's'],
  ['tz', 's'],
  ['ph', 'f'],
  ['x', 'ks'],
  ['q', 'k'],
  ['g', 'kj'],
  ['w', 'v'],
];
/** Sounds that one spelling or another confuses, as one letter. */
const COARSE: Readonly<Record<string, string>> = { kj: 'k', kx: 'k', j: 'k', dz: 's', ts: 's', z: 's', d: 's', t: 's' };
const VOWELS = /^[aeiouy]+/;
/** A w between a vowel and a consonant sounds with the vowel: "Jawlani". */
const GLIDE = /([aeo])w(?![aeiouyw])/g;

const SOUNDS = new Map<string, Sounds>();
const REMEMBERED = 5000;

function soundsOf(word: string): Sounds {
  const known = SOUNDS.get(word);
  if (known) return known;
  if (SOUNDS.size > REMEMBERED) SOUNDS.clear();
  const sounds = hear(word);
  SOUNDS.set(word, sounds);
  return sounds;
}

function hear(word: string): Sounds {
  let rest = word
    .replace(/^[yi]e(?=[^aeiouy])/, 'e') // "Yeltsin", "Eltsin"
    .replace(/(?:allah?|ullah?|ollah?)$/, 'alla')
    .replace(/(?:iyy?eh?|iyy?ah?|ieh)$/, 'ia') // "Haniyeh", "Haniya"
    .replace(/[iy]{2,}$/, 'i') // "Zelenskyy", "Zelenskiy"
    .replace(/(sk|n|l)[iy][ijy]?$/, '$1i')
    .replace(/enka$/, 'enko')
    .replace(/cho([vw])$/, 'che$1') // "Gorbachov"
    .replace(/(?<=[aeiouy])h$/, '')
    .replace(GLIDE, '$1u');
  const consonants: string[] = [];
  const vowels: string[] = [];
  let vowel = '';
  while (rest !== '') {
    const found = VOWELS.exec(rest)?.[0];
    if (found) {
      vowel = found;
      rest = rest.slice(found.length);
      continue;
    }
    const [letters, sound] = CONSONANTS.find(([each]) => rest.startsWith(each)) ?? [rest[0]!, plain(rest)];
    rest = rest.slice(letters.length);
    if (vowel === '' && consonants.at(-1) === sound) continue; // double, as one
    consonants.push(sound);
    vowels.push(blended(vowel));
    vowel = '';
  }
  vowels.push(blended(vowel));
  const key = consonants.map((each) => COARSE[each] ?? each[0]!).join('') || word;
  return { key, consonants, vowels };
}

/** "c" before e and i as in "Moncef". */
const plain = (rest: string): string => (rest[0] === 'c' ? (/^c[eiy]/.test(rest) ? 's' : 'k') : rest[0]!);

/** One letter for a simple vowel however it is written, two for a changing one. */
function blended(vowel: string): string {
  return vowel
    .replace(/ou|oo|uu/g, 'u')
    .replace(/ee|ie$|ii/g, 'i')
    .replace(/ui/g, 'i')
    .replace(/aa/g, 'a')
    .replace(/y/g, 'i')
    .replace(/ei|ae|aie/g, 'ai')
    .replace(/ow|ao/g, 'au')
    .replace(/(.)\1+/g, '$1');
}

const ALIKE = new Set(['ae', 'ei', 'ou', 'eai', 'oau', 'uau', 'iaia', 'iai', 'aiaie']);

function vowelsAlike(one: string, other: string): boolean {
  return one === other || ALIKE.has(one + other) || ALIKE.has(other + one);
}

const consonantsAlike = (one: string, other: string): boolean =>
  one === other || [...one].some((sound) => other.includes(sound));

/**
 * Whether two folded words of names from another alphabet can be one word: "Mohammed" and "Muhammad", never "Hassan"
 * and "Hussein". For words of English names it says too much.
 */
export function sameRomanized(one: string, other: string): boolean {
  if (one === other) return true;
  const [listed, known] = [LISTED.get(one), LISTED.get(other)];
  if (listed !== undefined && known !== undefined) return listed === known;
  const [mine, theirs] = [soundsOf(one), soundsOf(other)];
  return (
    mine.consonants.length === theirs.consonants.length &&
    mine.consonants.every((each, at) => consonantsAlike(each, theirs.consonants[at]!)) &&
    mine.vowels.every((each, at) => vowelsAlike(each, theirs.vowels[at]!))
  );
}

/** "alsharaa" is "sharaa" with its article. */
export const unglued = (word: string): string => word.replace(/^[ae]l(?=.{4})/, '');

/** A key that words have in common whenever `sameRomanized` says so; others may share it too. */
export const soundKey = (word: string): string => soundsOf(unglued(LISTED.get(word) ?? word)).key;

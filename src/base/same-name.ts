import { bareWords } from './bare-words.ts';
import { bodyWords } from './body-words.ts';
import { compareNames, partsOf, type Verdict } from './compare-names.ts';
import { fold } from './fold.ts';
import { sameRomanized, soundKey } from './romanized.ts';
import { foldedForms } from './word-list.ts';

type Kind = 'person' | 'organization' | 'place';

/** Names of one place or body that have nothing in common: "Kyiv" and "Kiev", "Turkey" and "Türkiye". */
const LISTED = {
  place: firstForms('countries', 'regions', 'cities'),
  organization: firstForms('organizations'),
};

function firstForms(...lists: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lists.flatMap(foldedForms).flatMap((forms) => forms.map((form) => [form, forms[0]!] as const)));
}

/** Whether two names of two articles mean one person, organisation or place, as far as names tell. */
export function sameName(kind: Kind, one: string, other: string): Verdict {
  const [mine, theirs] = [fold(one), fold(other)];
  if (kind === 'person') return compareNames(one, other);
  const [listed, known] = [LISTED[kind].get(mine), LISTED[kind].get(theirs)];
  if (listed !== undefined && known !== undefined) return listed === known ? 'same' : 'different';
  if (kind === 'organization')
    return bodyWords(mine.split(' ')).join(' ') === bodyWords(theirs.split(' ')).join(' ') ? 'same' : 'different';
  const [words, others] = [bareWords(mine), bareWords(theirs)];
  if (words.join('') === others.join('')) return 'same';
  // "Deir ez-Zor", "Deir al-Zour"
  const arabic = words.length < mine.split(' ').length || others.length < theirs.split(' ').length;
  const sounds = words.length === others.length && words.every((word, at) => sameRomanized(word, others[at]!));
  return arabic && sounds ? 'same' : 'different';
}

/** Keys of which two names have one in common wherever `sameName` says "same"; others may share one too. */
export function nameKeys(kind: Kind, name: string): string[] {
  const folded = fold(name) || name.trim();
  if (kind === 'person') {
    const sounds = partsOf(name)
      .words.map((word) => (word.startsWith('abd') ? word.slice(3) : word))
      .map(soundKey);
    // "Abe Shinzo" is looked for under "Shinzo Abe" too
    const turned = [sounds, [...sounds.slice(1), sounds[0]!], [sounds.at(-1)!, ...sounds.slice(0, -1)]];
    return [...new Set(turned.map((words) => words.join('')))];
  }
  const listed = LISTED[kind].get(folded);
  if (listed !== undefined) return [listed.replaceAll(' ', '')];
  const words = kind === 'organization' ? bodyWords(folded.split(' ')) : bareWords(folded).map(soundKey);
  return [words.join('')];
}

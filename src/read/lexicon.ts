import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../base/root.ts';
import { type PageFurniture, pageFurniture } from './page-furniture.ts';
import { Phrases } from './phrases.ts';
import { tokensOf } from './tokens.ts';

/** The word lists of `data/lexicon`; its README says what belongs in each. Sets hold words as they fold. */
export interface Lexicon {
  readonly abbreviations: ReadonlySet<string>;
  readonly abbreviationsAbroad: ReadonlySet<string>;
  readonly adverbs: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly calendar: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly openingWords: ReadonlySet<string>;
  readonly peopleWords: ReadonlySet<string>;
  readonly notPeople: ReadonlySet<string>;
  readonly officeModifiers: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly nameParticles: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly linkingWords: ReadonlySet<string>;
  readonly weakWords: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly nounVerbs: ReadonlySet<string>;
  readonly speechNouns: ReadonlySet<string>;
  readonly menWords: ReadonlySet<string>;
  readonly womenWords: ReadonlySet<string>;
  readonly menNames: ReadonlySet<string>;
  readonly womenNames: ReadonlySet<string>;
  readonly organizationWords: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  readonly otherWords: ReadonlySet<string>;
  readonly furniture: PageFurniture;
  readonly offices: Phrases;
  readonly speechVerbs: Phrases;
  readonly demonyms: Phrases;
  readonly organizations: Phrases;
  readonly places: Phrases;
}

/** Reads the word lists. Called once, at start; throws if a list is missing. */
export function loadLexicon(folder = join(ROOT, 'data', 'lexicon')): Lexicon {
  const lines = (list: string) => linesOf(readFileSync(join(folder, `${list}.txt`), 'utf8'));
  const words = (list: string) => new Set(lines(list).map(keyOf));
  return {
    abbreviations: words('abbreviations'),
    abbreviationsAbroad: words('abbreviations-abroad'),
    adverbs: words('adverbs'),
    auxiliaries: words('auxiliaries'),
    calendar: words('months-and-days'),
    conjunctions: words('conjunctions'),
    determiners: words('determiners'),
    prepositions: words('prepositions'),
    openingWords: words('opening-words'),
    peopleWords: words('people-words'),
    notPeople: words('not-people'),
    officeModifiers: words('office-modifiers'),
    titles: words('titles'),
    nameParticles: words('name-particles'),
    pronouns: words('pronouns'),
    linkingWords: words('linking-words'),
    weakWords: words('weak-words'),
    verbs: words('verbs'),
    nounVerbs: words('noun-verbs'),
    speechNouns: words('speech-nouns'),
    menWords: words('men-words'),
    womenWords: words('women-words'),
    menNames: words('given-names-men'),
    womenNames: words('given-names-women'),
    organizationWords: words('organization-words'),
    placeWords: words('place-words'),
    otherWords: words('other-words'),
    furniture: pageFurniture(lines('page-furniture')),
    offices: new Phrases(lines('offices')),
    speechVerbs: new Phrases(lines('speech-verbs')),
    demonyms: new Phrases(lines('demonyms')),
    organizations: new Phrases(lines('organizations')),
    places: new Phrases(['countries', 'regions', 'cities'].flatMap(lines)),
  };
}

function linesOf(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Tokens know no hyphens, so "Jong-un" is listed for readers and known by its parts elsewhere. */
const keyOf = (word: string): string =>
  tokensOf(word)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ key }) => key)
    .join(' ');

import { bodyWords } from '../base/body-words.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import { spanOf } from './tokens.ts';

const LONGEST = 8;

/**
 * Organisations and places that a text names in several ways, as one key each: listed forms, acronyms, shortened names,
 * words in another order.
 */
export function keysOfBodies(layout: Layout, names: readonly Name[], lexicon: Lexicon): string[] {
  const keys = names.map((name) => (name.type === 'person' ? '' : keyOf(layout, name, lexicon)));
  const acronyms = acronymsOf(layout, names, keys);
  const longer = longerNames(names, keys, lexicon);
  return keys.map((key, at) => {
    if (names[at]!.type !== 'organization') return key;
    return acronyms.get(key) ?? longer.get(key) ?? key;
  });
}

function keyOf(layout: Layout, name: Name, lexicon: Lexicon): string {
  const listed = listedKey(layout, name, lexicon);
  if (listed) return listed;
  const words = wordsOf(layout, name).map(({ key }) => key);
  return (name.type === 'organization' ? bodyWords(words) : words).join(' ');
}

/** "DPRK" is North Korea, though a text may speak of it as of a body. */
function listedKey({ tokens }: Layout, { from, to, type }: Name, lexicon: Lexicon): string | undefined {
  const lists = [lexicon.places, lexicon.organizations];
  for (const list of type === 'place' ? lists : lists.reverse()) {
    const match = list.at(tokens, from, to);
    if (match && from + match.length === to) return match.name;
  }
  return undefined;
}

const wordsOf = ({ tokens }: Layout, { from, to }: Name) =>
  tokens.slice(from, to).filter(({ kind }) => kind !== 'mark');

/** "Coastal Rescue Service (CRS)", and an acronym anywhere whose letters only one organisation here begins with. */
function acronymsOf(layout: Layout, names: readonly Name[], keys: readonly string[]): Map<string, string> {
  const byInitials = new Map<string, Set<string>>();
  for (const [at, name] of names.entries()) {
    if (name.type !== 'organization') continue;
    const initials = wordsOf(layout, name)
      .filter(({ capital }) => capital)
      .map(({ text }) => text[0]!);
    if (initials.length < 2) continue;
    const key = initials.join('').toLowerCase();
    byInitials.set(key, (byInitials.get(key) ?? new Set()).add(keys[at]!));
  }
  const acronyms = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    const { start, end } = spanOf(layout.tokens, name);
    const text = layout.text.slice(start, end).replaceAll('.', '');
    if (name.type !== 'organization' || !/^\p{Lu}[\p{Lu}&\d]+$/u.test(text)) continue;
    const candidates = byInitials.get(text.toLowerCase());
    const introduced = layout.tokens[name.from - 1]?.text === '(' && names[at - 1]?.to === name.from - 1;
    if (introduced && names[at - 1]!.type === 'organization') acronyms.set(keys[at]!, keys[at - 1]!);
    else if (candidates?.size === 1 && !acronyms.has(keys[at]!)) acronyms.set(keys[at]!, [...candidates][0]!);
  }
  return acronyms;
}

/** "Halden" and "Operations Command" after "Halden University" and "Joint Operations Command", if only one fits. */
function longerNames(names: readonly Name[], keys: readonly string[], lexicon: Lexicon): Map<string, string> {
  const parts = new Map<string, Set<string>>();
  const organizations = new Set(keys.filter((_, at) => names[at]!.type === 'organization'));
  for (const key of organizations)
    for (const part of shorterFor(key.split(' '), lexicon)) parts.set(part, (parts.get(part) ?? new Set()).add(key));
  const longer = new Map<string, string>();
  for (const key of organizations) {
    const fitting = parts.get(key);
    if (fitting?.size === 1) longer.set(key, [...fitting][0]!);
  }
  return longer;
}

/** "Google" is not short for "Google Ventures", as nothing says that these are a body by themselves. */
function shorterFor(words: readonly string[], lexicon: Lexicon): string[] {
  if (words.length < 2 || words.length > LONGEST) return [];
  const of = words.indexOf('of');
  const tails = words.slice(1, -1).map((_, at) => words.slice(at + 1).join(' '));
  // "Scientology" after "Church of Scientology"
  const ruled = of > 0 && of === words.length - 2 ? [words.at(-1)!] : [];
  const headed = of > 0 || lexicon.organizationWords.has(words.at(-1)!);
  return [...tails, ...ruled, ...(headed ? [words[0]!] : [])];
}

import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import { spanOf } from './tokens.ts';

/**
 * Organisations and places that a text names in several ways, as one key each: listed forms, acronyms, shortened names.
 */
export function keysOfBodies(layout: Layout, names: readonly Name[], lexicon: Lexicon): string[] {
  const keys = names.map((name) => listedKey(layout, name, lexicon) ?? surfaceOf(layout, name));
  const acronyms = acronymsOf(layout, names, keys);
  const longer = longerNames(names, keys);
  return keys.map((key, at) => {
    if (names[at]!.type !== 'organization') return key;
    return acronyms.get(key) ?? longer.get(key) ?? key;
  });
}

function listedKey({ tokens }: Layout, { from, to, type }: Name, lexicon: Lexicon): string | undefined {
  const match = (type === 'place' ? lexicon.places : lexicon.organizations).at(tokens, from, to);
  return match && from + match.length === to ? match.name : undefined;
}

const wordsOf = ({ tokens }: Layout, { from, to }: Name) =>
  tokens.slice(from, to).filter(({ kind }) => kind !== 'mark');

const surfaceOf = (layout: Layout, name: Name) =>
  wordsOf(layout, name)
    .map(({ key }) => key)
    .join(' ');

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
function longerNames(names: readonly Name[], keys: readonly string[]): Map<string, string> {
  const parts = new Map<string, Set<string>>();
  const organizations = new Set(keys.filter((_, at) => names[at]!.type === 'organization'));
  for (const key of organizations) {
    const words = key.split(' ');
    if (words.length < 2 || words.length > 8) continue;
    const shorter = [words[0]!, ...words.slice(1, -1).map((_, at) => words.slice(at + 1).join(' '))];
    for (const part of shorter) parts.set(part, (parts.get(part) ?? new Set()).add(key));
  }
  const longer = new Map<string, string>();
  for (const key of organizations) {
    const fitting = parts.get(key);
    if (fitting?.size === 1) longer.set(key, [...fitting][0]!);
  }
  return longer;
}

import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import type { Gender } from './pronouns.ts';
import type { Styled } from './roles.ts';

/** A person's gender, if the text tells it where it names them: by their title, role or given name. */
export function genderOf({ tokens }: Layout, name: Name, style: Styled, lexicon: Lexicon): Gender | undefined {
  if (name.type !== 'person') return undefined;
  const title = tokens.slice(style.from, name.from);
  const stated = [...title, ...style.roles.flatMap(({ from, to }) => tokens.slice(from, Math.min(to, from + 4)))];
  if (stated.some(({ key }) => lexicon.womenWords.has(key))) return 'woman';
  if (stated.some(({ key }) => lexicon.menWords.has(key))) return 'man';
  // A surname alone may look like a given name: "Warren", "Jordan".
  if (tokens.slice(name.from, name.to).filter(({ kind }) => kind === 'word').length < 2) return undefined;
  const given = tokens[name.from]!.key;
  const man = lexicon.menNames.has(given);
  if (man === lexicon.womenNames.has(given)) return undefined;
  return man ? 'man' : 'woman';
}

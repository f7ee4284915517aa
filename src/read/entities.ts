import type { LocalEntity } from '../model/reading.ts';
import { type Span, slice } from '../model/span.ts';
import { alsoKnown } from './also-known.ts';
import { keysOfBodies } from './bodies.ts';
import { genderOf } from './gender.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import { groupPeople } from './people.ts';
import { formOf } from './person-forms.ts';
import { isPersonPlural } from './person-nouns.ts';
import type { Gender } from './pronouns.ts';
import type { Styled } from './roles.ts';
import { type Range, spanOf } from './tokens.ts';

/** Who and what a text names, and which name is whose. */
export interface Cast {
  readonly entities: readonly LocalEntity[];
  /** For each name, its place in `entities`. */
  readonly entityOf: readonly number[];
  /** For each entity, the gender the text gives away. */
  readonly genders: readonly (Gender | undefined)[];
}

/** Joins the names of one person, organisation or place, in the order of their first mentions. */
export function castOf(layout: Layout, names: readonly Name[], styles: readonly Styled[], lexicon: Lexicon): Cast {
  const gendered = names.map((name, at) => genderOf(layout, name, styles[at]!, lexicon));
  const keys = keysOf(layout, names, styles, gendered, lexicon);
  const places = new Map<string, number>();
  for (const key of keys) if (!places.has(key)) places.set(key, places.size);
  const entityOf = keys.map((key) => places.get(key)!);
  const members: number[][] = Array.from({ length: places.size }, () => []);
  for (const [at, entity] of entityOf.entries()) members[entity]!.push(at);
  const entities = members.map((ats) => {
    const roles = ats.flatMap((at) => styles[at]!.roles);
    return entityFrom(
      layout,
      ats.map((at) => names[at]!),
      roles,
      lexicon,
    );
  });
  const genders = members.map((ats) => ats.map((at) => gendered[at]).find((gender) => gender !== undefined));
  return { entities, entityOf, genders };
}

/** The same key for the same person, organisation or place. */
function keysOf(
  layout: Layout,
  names: readonly Name[],
  styles: readonly Styled[],
  genders: readonly (Gender | undefined)[],
  lexicon: Lexicon,
): string[] {
  const people = [...names.keys()].filter((at) => names[at]!.type === 'person');
  const forms = people.map((at) => formOf(layout, names[at]!, styles[at]!.from, genders[at], lexicon));
  const also = alsoKnown(
    layout,
    people.map((at) => names[at]!),
  );
  const keys = keysOfBodies(layout, names, lexicon).map((key, at) => `${names[at]!.type} ${key}`);
  for (const [index, head] of groupPeople(layout, forms, also, lexicon).entries())
    keys[people[index]!] = `person ${head}`;
  return keys;
}

function entityFrom(layout: Layout, names: readonly Name[], roles: readonly Range[], lexicon: Lexicon): LocalEntity {
  const { type } = names[0]!;
  const forms = [...new Set(names.map((name) => textOf(layout, name)))];
  const name = type === 'person' ? longest(forms) : (listedForm(layout, names, lexicon) ?? longest(forms));
  return {
    name,
    type,
    aliases: forms.filter((form) => form !== name),
    mentions: names.map((range) => spanOf(layout.tokens, range)),
    roles: bestFirst(layout, roles, lexicon),
  };
}

/** A name may be broken over two lines. */
const textOf = ({ text, tokens }: Layout, range: Range) => slice(text, spanOf(tokens, range)).replace(/\s+/gu, ' ');

/** Of two as long, the one that is not all in capitals: "HALDEN" is how a dateline writes Halden. */
const longest = (forms: readonly string[]) =>
  forms.reduce((best, form) => {
    const calmer = form.length === best.length && best === best.toUpperCase() && form !== form.toUpperCase();
    return form.length > best.length || calmer ? form : best;
  });

/** The form that the lists give first, if the text uses it: "Israel" rather than "State of Israel". */
function listedForm(layout: Layout, names: readonly Name[], lexicon: Lexicon): string | undefined {
  const list = names[0]!.type === 'place' ? lexicon.places : lexicon.organizations;
  const listed = names.find(({ from, to }) => list.at(layout.tokens, from, to)?.name === textOf(layout, { from, to }));
  return listed && textOf(layout, listed);
}

/** Roles that name what is led or ruled first ("Halden Council leader" before "politician"), without repeats. */
function bestFirst({ text, tokens }: Layout, roles: readonly Range[], lexicon: Lexicon): Span[] {
  const seen = new Set<string>();
  const different = roles.filter((range) => {
    const { start, end } = spanOf(tokens, range);
    const words = text.slice(start, end).toLowerCase();
    return seen.size < seen.add(words).size;
  });
  const rank = ({ from, to }: Range) => {
    if (isPersonPlural(tokens[to - 1], lexicon)) return 2; // "foreign ministers" are several
    return tokens.slice(from, to).some(({ capital }) => capital) ? 0 : 1;
  };
  return [0, 1, 2]
    .flatMap((one) => different.filter((range) => rank(range) === one))
    .map((range) => spanOf(tokens, range));
}

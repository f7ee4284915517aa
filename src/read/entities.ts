import type { EntityType, LocalEntity } from '../model/reading.ts';
import { type Span, slice } from '../model/span.ts';
import { keysOfBodies } from './bodies.ts';
import { genderOf } from './gender.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import { groupPeople } from './people.ts';
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
  const keys = keysOf(layout, names, styles, lexicon);
  const places = new Map<string, number>();
  const entityOf = keys.map((key) => {
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  const members: number[][] = Array.from({ length: places.size }, () => []);
  for (const [at, entity] of entityOf.entries()) members[entity]!.push(at);
  const entities = members.map((ats) =>
    entityFrom(
      layout,
      ats.map((at) => names[at]!),
      ats.flatMap((at) => styles[at]!.roles),
      lexicon,
    ),
  );
  const genders = members.map((ats) => {
    for (const at of ats) {
      const gender = names[at]!.type === 'person' ? genderOf(layout, names[at]!, styles[at]!, lexicon) : undefined;
      if (gender) return gender;
    }
    return undefined;
  });
  return { entities, entityOf, genders };
}

function keysOf(layout: Layout, names: readonly Name[], styles: readonly Styled[], lexicon: Lexicon): string[] {
  const people = [...names.keys()].filter((at) => names[at]!.type === 'person');
  const forms = people.map((at) => {
    const name = names[at]!;
    const words = layout.tokens.slice(name.from, name.to).flatMap(({ kind, key }) => (kind === 'mark' ? [] : [key]));
    return { name, words, gender: genderOf(layout, name, styles[at]!, lexicon) };
  });
  const keys = keysOfBodies(layout, names, lexicon).map((key, at) => `${names[at]!.type} ${key}`);
  for (const [index, head] of groupPeople(layout, forms, lexicon).entries()) keys[people[index]!] = `person ${head}`;
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
    roles: bestFirst(layout, roles),
  };
}

/** A name may be broken over two lines. */
const textOf = ({ text, tokens }: Layout, range: Range) => slice(text, spanOf(tokens, range)).replace(/\s+/gu, ' ');

const longest = (forms: readonly string[]) => forms.reduce((best, form) => (form.length > best.length ? form : best));

/** The form that the lists give first, if the text uses it: "Israel" rather than "State of Israel". */
function listedForm(layout: Layout, names: readonly Name[], lexicon: Lexicon): string | undefined {
  for (const { from, to, type } of names) {
    const listed: Record<EntityType, string | undefined> = {
      person: undefined,
      organization: lexicon.organizations.at(layout.tokens, from, to)?.name,
      place: lexicon.places.at(layout.tokens, from, to)?.name,
    };
    const form = textOf(layout, { from, to });
    if (listed[type] === form) return form;
  }
  return undefined;
}

/** Roles that name what is led or ruled first ("Halden Council leader" before "politician"), without repeats. */
function bestFirst({ text, tokens }: Layout, roles: readonly Range[]): Span[] {
  const seen = new Set<string>();
  const different = roles.filter((range) => {
    const { start, end } = spanOf(tokens, range);
    const words = text.slice(start, end).toLowerCase();
    return seen.size < seen.add(words).size;
  });
  const named = ({ from, to }: Range) => tokens.slice(from, to).some(({ capital }) => capital);
  return [...different.filter(named), ...different.filter((range) => !named(range))].map((range) =>
    spanOf(tokens, range),
  );
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { slice } from '../../src/model/span.ts';
import { read, seedFile, words } from './reading.ts';

const strings = z.array(z.string());
const goldSchema = z.array(
  z.object({
    title: z.string(),
    from: z.string(),
    to: z.string(),
    quotes: z.array(z.object({ words: z.string(), speakers: strings, mention: z.string() })),
    notQuotes: strings,
    people: z.array(z.object({ name: z.string(), aliases: strings, roles: strings })),
    organizations: z.array(z.object({ name: z.string(), aliases: strings })),
    places: strings,
  }),
);

const gold = goldSchema.parse(JSON.parse(readFileSync(new URL('../gold/seed-articles.json', import.meta.url), 'utf8')));
const file = seedFile();

/** The article's own words, cut out of the file by how they begin and end. */
function textOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const start = file.indexOf(from);
  return file.slice(start, file.indexOf(to, start) + to.length);
}

/** Found of expected, and what was found that is not expected, as one line. */
function score(what: string, expected: readonly unknown[], found: readonly unknown[]): string {
  const wanted = expected.map((one) => JSON.stringify(one));
  const got = found.map((one) => JSON.stringify(one));
  const right = wanted.filter((one) => got.includes(one)).length;
  return `${what}: ${right} of ${wanted.length}, ${got.filter((one) => !wanted.includes(one)).length} too many`;
}

const byName = (one: { readonly name: string }, other: { readonly name: string }) => (one.name < other.name ? -1 : 1);

test.each(gold)('$title: every quote, person, role, organisation and place is found, and nothing else', (article) => {
  const text = textOf(article);

  const { quotes, entities } = read(text, article.title);

  const found = {
    quotes: quotes.map(({ words: span, speaker }) => ({
      words: slice(text, span),
      speakers: speaker?.names,
      mention: speaker && slice(text, speaker.mention),
    })),
    people: entities
      .filter(({ type }) => type === 'person')
      .map(({ name, aliases, roles }) => ({ name, aliases, roles: words(text, roles) }))
      .sort(byName),
    organizations: entities
      .filter(({ type }) => type === 'organization')
      .map(({ name, aliases }) => ({ name, aliases }))
      .sort(byName),
    places: entities.flatMap(({ type, name }) => (type === 'place' ? [name] : [])).sort(),
  };
  const expected = {
    quotes: article.quotes,
    people: [...article.people].sort(byName),
    organizations: [...article.organizations].sort(byName),
    places: article.places,
  };
  console.log(
    [
      article.title,
      score('quotes', expected.quotes, found.quotes),
      score('people', expected.people, found.people),
      score('organisations', expected.organizations, found.organizations),
      score('places', expected.places, found.places),
    ].join('\n  '),
  );
  expect(found).toEqual(expected);
});

test.each(gold)('$title: words in quotation marks that nobody said are no quotes', (article) => {
  const text = textOf(article);

  const said = words(
    text,
    read(text).quotes.map(({ words: span }) => span),
  );

  for (const marked of article.notQuotes) {
    expect(text).toContain(marked);
    expect(said).not.toContain(marked);
  }
});

test.each(gold)('$title: three exact sentences sum it up, and none points back', (article) => {
  const text = textOf(article);

  const summary = words(text, read(text, article.title).summary);

  expect(summary).toHaveLength(3);
  expect(words(text, read(text).sentences)).toEqual(expect.arrayContaining(summary));
  expect(summary.map((sentence) => text.indexOf(sentence))).toEqual(
    summary.map((sentence) => text.indexOf(sentence)).sort((one, other) => one - other),
  );
  for (const sentence of summary) expect(sentence).not.toMatch(/^(He|She|It|They|But|And|In a statement)\b/);
});

test('five quotes and fourteen people are in the two articles', () => {
  expect(gold.flatMap(({ quotes }) => quotes)).toHaveLength(5);
  expect(gold.flatMap(({ people }) => people)).toHaveLength(14);
});

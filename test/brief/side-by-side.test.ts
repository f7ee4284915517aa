import { expect, test } from 'vitest';
import { wordings } from '../../src/brief/side-by-side.ts';
import { slice } from '../../src/model/span.ts';
import { quotesIn } from '../../src/model/story.ts';
import { articleWith } from '../support/articles.ts';

const said = (id: string, by: string, words: string) =>
  articleWith({ id, text: `${by} spoke: “${words}”`, people: [{ name: by }], said: [{ words, by }] });

const told = (...articles: ReturnType<typeof said>[]) =>
  wordings(articles.flatMap(quotesIn)).map(({ quoted, others }) =>
    [quoted, ...others].map(({ article, quote }) => slice(article.text, quote.words)),
  );

test('what outlets quote in other words stands together, what they quote alike once', () => {
  const found = told(
    said('a', 'Ida Brekke', 'We have no money left for a second boat.'),
    said('b', 'Ida Brekke', 'We have no money left for a second boat'),
    said('c', 'Director Brekke', 'There is no money left for a second boat'),
    said('e', 'Ida Brekke', 'There is no money left for a second boat'),
    said('d', 'Ida Brekke', 'The bus will run every hour from June.'),
  );

  expect(found).toEqual([
    ['We have no money left for a second boat.', 'There is no money left for a second boat'],
    ['The bus will run every hour from June.'],
  ]);
});

test('the same words of two people, or short ones, are not one quote', () => {
  expect(
    told(said('a', 'Ida Brekke', 'No money is left for it.'), said('b', 'Jonas Lie', 'No money is left for it.')),
  ).toHaveLength(2);
  expect(told(said('a', 'Ida Brekke', 'No money.'), said('b', 'Ida Brekke', 'More money.'))).toHaveLength(2);
});

import { datedAt } from '../../src/model/article.ts';
import type { Found, LocalEntity, Quote, Reading } from '../../src/model/reading.ts';
import type { Span } from '../../src/model/span.ts';
import type { Outline, ReadArticle } from '../../src/model/story.ts';

/** Where words stand in a text, the `nth` time. */
export function spanOf(text: string, words: string, nth = 1): Span {
  let start = -1;
  for (let seen = 0; seen < nth; seen += 1) start = text.indexOf(words, start + 1);
  if (start === -1) throw new Error(`“${words}” does not stand in the text.`);
  return { start, end: start + words.length };
}

interface Said {
  readonly words: string;
  readonly by?: string;
  readonly mention?: string;
  readonly found?: Found;
}

interface Written extends Partial<ReadArticle> {
  readonly people?: readonly { readonly name: string; readonly role?: string }[];
  readonly said?: readonly Said[];
}

/** An article as the store gives it, with a reading made of words that stand in its text. */
export function articleWith({ people = [], said = [], ...given }: Written = {}): ReadArticle {
  const text = given.text ?? 'The ferry line stops in May. The port gave no reason.';
  const sentences = [...text.matchAll(/\S[^.!?]*[.!?]?[”"]?/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const entities: LocalEntity[] = people.map(({ name, role }) => ({
    name,
    type: 'person',
    aliases: [],
    mentions: [spanOf(text, name)],
    roles: role ? [spanOf(text, role)] : [],
  }));
  const quotes: Quote[] = said.map(({ words, by, mention, found = 'explicit' }) => {
    const span = spanOf(text, words);
    const known = entities.findIndex(({ name }) => name === by);
    return {
      words: span,
      sentence: span,
      ...(by && {
        speaker: { mention: spanOf(text, mention ?? by), names: [by], entities: known === -1 ? [] : [known], found },
      }),
    };
  });
  const reading: Reading = { sentences, summary: sentences.slice(0, 3), quotes, entities };
  const id = given.id ?? 'ferry';
  return {
    title: 'Ferry line to close',
    version: 1,
    firstSeen: new Date('2026-03-01T09:00:00Z'),
    storyId: id,
    reading,
    ...given,
    id,
    text,
  };
}

/** What an article is weighed by, its text its own. */
export const outlineOf = (article: ReadArticle): Outline => ({
  id: article.id,
  version: article.version,
  storyId: article.storyId,
  source: article.outlet ?? article.id,
  copyOf: article.id,
  datedAt: datedAt(article),
  voices: article.reading.quotes.length,
});

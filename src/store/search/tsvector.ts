import { type RawBuilder, sql } from 'kysely';
import type { Span } from '../../model/span.ts';
import type { Database } from '../store.ts';
import type { Phrase, Query } from './query.ts';
import type { WordIndex } from './word-index.ts';
import { type Word, wordsOf } from './words.ts';

/** A tsvector holds 1 MB at the most, https://www.postgresql.org/docs/current/textsearch-limitations.html */
const INDEXED = 200_000;

/** PostgreSQL's full-text search, fed with folded words: its own extension for that is not installed everywhere. */
export const tsvector: WordIndex = {
  async addArticle(tx, number, { title, text }) {
    await sql`insert into article_words (rowid, words) values (${number},
      setweight(to_tsvector('lede', ${folded(title)}), 'A') || to_tsvector('lede', ${folded(text)}))`.execute(tx);
  },

  async removeArticle(tx, number) {
    await tx.deleteFrom('article_words').where('rowid', '=', number).execute();
  },

  async addQuote(tx, number, words) {
    await sql`insert into quote_words (rowid, words)
      values (${number}, to_tsvector('lede', ${folded(words)}))`.execute(tx);
  },

  async removeQuote(tx, number) {
    await tx.deleteFrom('quote_words').where('rowid', '=', number).execute();
  },

  articleFits: (query) => sql`article_words.words @@ (${expression(query)})`,

  // The 1 tells it to weigh a word in a long text less.
  rank: (query) => sql`-ts_rank(article_words.words, (${expression(query)}), 1)`,

  quoteFits: (query) => sql`quote_words.words @@ (${expression(query)})`,

  async matches(db, query, texts) {
    const words = new Map(Array.from(texts, ([number, text]) => [number, wordsOf(text)]));
    const stems = await stemsOf(db, [
      ...query.flatMap((phrase) => phrase.words),
      ...[...words.values()].flat().map((word) => word.folded),
    ]);
    const find = (all: readonly Word[]) => joined(query.flatMap((phrase) => runsOf(phrase, all, stems)));
    return new Map(Array.from(words, ([number, all]) => [number, find(all)]));
  },
};

const folded = (text: string): string =>
  wordsOf(text.slice(0, INDEXED))
    .map((word) => word.folded)
    .join(' ');

/** Words reach PostgreSQL folded, letters and digits only, so none can be taken for an operator. */
function expression(query: Query): RawBuilder<unknown> {
  const parts = query.map(({ words, open }) => {
    const word = (each: string, index: number) => `'${each}'${open && index === words.length - 1 ? ':*' : ''}`;
    return sql`to_tsquery('lede', ${words.map(word).join(' <-> ')})`;
  });
  return sql.join(parts, sql` && `);
}

/** The stem of every word, by PostgreSQL itself. */
async function stemsOf(db: Database, words: readonly string[]): Promise<Map<string, string>> {
  const distinct = [...new Set(words)];
  const { rows } = await sql<{ word: string; stem: string | null }>`
    select word, (ts_lexize('lede_stem', word))[1] as stem from unnest(${distinct}::text[]) as word`.execute(db);
  return new Map(rows.map(({ word, stem }) => [word, stem ?? word]));
}

/** Where the words of a phrase stand one after another. */
function runsOf({ words, open }: Phrase, all: readonly Word[], stems: ReadonlyMap<string, string>): Span[] {
  const fits = (word: Word | undefined, index: number) => {
    if (!word) return false;
    const [stem, wanted] = [stems.get(word.folded)!, stems.get(words[index]!)!];
    return open && index === words.length - 1 ? stem.startsWith(wanted) : stem === wanted;
  };
  return all.flatMap((first, at) => {
    const last = all[at + words.length - 1];
    return last && words.every((_, index) => fits(all[at + index], index))
      ? [{ start: first.start, end: last.end }]
      : [];
  });
}

/** In order, those that overlap as one. */
function joined(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last && span.start < last.end) kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else kept.push(span);
  }
  return kept;
}

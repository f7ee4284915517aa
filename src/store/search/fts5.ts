import { sql } from 'kysely';
import type { Span } from '../../model/span.ts';
import type { Phrase, Query } from './query.ts';
import type { WordIndex } from './word-index.ts';

/** A word of the title weighs as much as four of the text. */
const WEIGHTS = sql.raw('4.0, 1.0');

/** Noncharacters: Unicode keeps them out of every text. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';

/** SQLite's full-text search. @see https://sqlite.org/fts5.html */
export const fts5: WordIndex = {
  async addArticle(tx, number, { title, text }) {
    await sql`insert into article_words (rowid, title, text) values (${number}, ${title}, ${text})`.execute(tx);
  },

  async removeArticle(tx, number, { title, text }) {
    await sql`insert into article_words (article_words, rowid, title, text)
      values ('delete', ${number}, ${title}, ${text})`.execute(tx);
  },

  async addQuote(tx, number, words) {
    await sql`insert into quote_words (rowid, words) values (${number}, ${words})`.execute(tx);
  },

  async removeQuote(tx, number) {
    await sql`delete from quote_words where rowid = ${number}`.execute(tx);
  },

  articleFits: (query) => sql`article_words match ${expression(query)}`,

  rank: () => sql`bm25(article_words, ${WEIGHTS})`,

  quoteFits: (query) => sql`quote_words match ${expression(query)}`,

  async matches(db, query, texts) {
    if (texts.size === 0) return new Map();
    const { rows } = await sql<{ number: number; marked: string }>`
      select rowid as number, highlight(article_words, 1, ${OPEN}, ${CLOSE}) as marked from article_words
      where article_words match ${expression(query)} and rowid in (${sql.join([...texts.keys()])})`.execute(db);
    return new Map(rows.map(({ number, marked }) => [number, spansIn(marked, texts.get(number))]));
  },
};

/** Every word between quotation marks: there FTS5 sees words only, never its own syntax. */
const expression = (query: Query): string => query.map(phrase).join(' AND ');

const phrase = ({ words, open }: Phrase): string => `"${words.join(' ')}"${open ? ' *' : ''}`;

/** None where the marks are not ours alone, which would put every span in the wrong place. */
function spansIn(marked: string, text: string | undefined): Span[] {
  if (marked.replaceAll(OPEN, '').replaceAll(CLOSE, '') !== text) return [];
  const spans = marked.matchAll(new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'gu'));
  // Before the nth word stand n pairs of marks, and the mark that opens its own.
  return Array.from(spans, ({ index, 1: words }, nth) => {
    const start = index - 2 * nth;
    return { start, end: start + words!.length };
  });
}

import type { RawBuilder, SqlBool } from 'kysely';
import type { Span } from '../../model/span.ts';
import type { Database, Store } from '../store.ts';
import { fts5 } from './fts5.ts';
import type { Query } from './query.ts';
import { tsvector } from './tsvector.ts';

interface Words {
  readonly title: string;
  readonly text: string;
}

/** Full-text search, which every database has in its own words. Rows are known by number. */
export interface WordIndex {
  addArticle(tx: Database, number: number, words: Words): Promise<void>;
  /** Must see the same words that were added. */
  removeArticle(tx: Database, number: number, words: Words): Promise<void>;
  addQuote(tx: Database, number: number, words: string): Promise<void>;
  removeQuote(tx: Database, number: number): Promise<void>;
  /** Whether a row of `article_words` fits the query. */
  articleFits(query: Query): RawBuilder<SqlBool>;
  /** How well it does: less is better. */
  rank(query: Query): RawBuilder<number>;
  /** Whether a row of `quote_words` fits the query. */
  quoteFits(query: Query): RawBuilder<SqlBool>;
  /** Where the query's words stand in the texts of these articles, by number. */
  matches(db: Database, query: Query, texts: ReadonlyMap<number, string>): Promise<Map<number, Span[]>>;
}

export const wordIndex = (kind: Store['kind']): WordIndex => (kind === 'sqlite' ? fts5 : tsvector);

import { type Kysely, type Migration, sql } from 'kysely';
import type { Store } from '../store.ts';
import { key, required } from './columns.ts';

/**
 * Both databases stem alike, by Porter's rules, and leave no word out. FTS5 reads the words it highlights from the
 * current versions; what it holds of quotes is never shown, so it keeps no copy.
 */
export const wordIndex = (kind: Store['kind']): Migration => ({ up: kind === 'sqlite' ? fts5 : tsvector });

async function fts5(db: Kysely<unknown>): Promise<void> {
  const tokenize = sql.lit('porter unicode61 remove_diacritics 2');
  await sql`create view current_texts as select number, versions.title, text from articles
    join versions on versions.article_id = articles.id and versions.version = articles.version
    where withdrawn_at is null`.execute(db);
  await sql`create virtual table article_words using fts5(title, text, content = 'current_texts',
    content_rowid = 'number', tokenize = ${tokenize})`.execute(db);
  await sql`create virtual table quote_words using fts5(words, content = '', contentless_delete = 1,
    tokenize = ${tokenize})`.execute(db);
}

async function tsvector(db: Kysely<unknown>): Promise<void> {
  await sql`create text search dictionary lede_stem (template = snowball, language = porter)`.execute(db);
  await sql`create text search configuration lede (copy = simple)`.execute(db);
  await sql`alter text search configuration lede
    alter mapping for asciiword, word, numword with lede_stem`.execute(db);
  for (const table of ['article_words', 'quote_words']) {
    await db.schema
      .createTable(table)
      .addColumn('rowid', 'integer', key)
      .addColumn('words', sql`tsvector`, required)
      .execute();
    // With fastupdate, every search would read through what was added since the last vacuum: 200 ms after 20,000 articles.
    await sql`create index ${sql.id(`${table}_index`)} on ${sql.table(table)} using gin (words) with (fastupdate = off)`.execute(
      db,
    );
  }
}

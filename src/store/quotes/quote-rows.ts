import { datedAt } from '../../model/article.ts';
import { slice } from '../../model/span.ts';
import type { StoredArticle } from '../articles/versions.ts';
import { chunks } from '../chunks.ts';
import { wordIndex } from '../search/word-index.ts';
import type { Database, Store } from '../store.ts';

/** Writes down what is said in an article and by whom. A joint quote has several speakers. */
export async function addQuotes(
  kind: Store['kind'],
  tx: Database,
  { article, entities }: StoredArticle,
): Promise<void> {
  for (const [place, quote] of article.reading.quotes.entries()) {
    const row = {
      article_id: article.id,
      place,
      dated_at: datedAt(article).getTime(),
      first_seen: article.firstSeen.getTime(),
    };
    const { number } = await tx.insertInto('quotes').values(row).returning('number').executeTakeFirstOrThrow();
    await wordIndex(kind).addQuote(tx, number, `${article.title}\n${slice(article.text, quote.sentence)}`);
    const speakers = new Set(quote.speaker?.entities.map((local) => entities[local]!));
    const rows = [...speakers].map((entity) => ({ quote: number, entity_id: entity }));
    for (const some of chunks(rows)) await tx.insertInto('quote_speakers').values(some).execute();
    await count(tx, [...speakers], 1);
  }
}

export async function removeQuotes(kind: Store['kind'], tx: Database, { article }: StoredArticle): Promise<void> {
  const quotes = await tx.selectFrom('quotes').select('number').where('article_id', '=', article.id).execute();
  for (const { number } of quotes) {
    await wordIndex(kind).removeQuote(tx, number);
    const speakers = await tx.deleteFrom('quote_speakers').where('quote', '=', number).returning('entity_id').execute();
    await count(
      tx,
      speakers.map((row) => row.entity_id),
      -1,
    );
  }
  await tx.deleteFrom('quotes').where('article_id', '=', article.id).execute();
}

async function count(tx: Database, ids: readonly string[], by: 1 | -1): Promise<void> {
  for (const some of chunks(ids)) {
    await tx
      .updateTable('entities')
      .set((eb) => ({ quotes: eb('quotes', '+', by) }))
      .where('id', 'in', some)
      .execute();
  }
}

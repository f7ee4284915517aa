import { addMentions, removeMentions } from '../entities/mentions.ts';
import { addQuotes, removeQuotes } from '../quotes/quote-rows.ts';
import { wordIndex } from '../search/word-index.ts';
import type { Database, Store } from '../store.ts';
import type { StoredArticle } from './versions.ts';

/**
 * Puts an article into everything that is listed, counted and searched. It is there exactly while it is not withdrawn,
 * in its current version: each of these rows goes when it is unlisted.
 */
export async function list(kind: Store['kind'], tx: Database, stored: StoredArticle): Promise<void> {
  await addMentions(tx, stored);
  await addQuotes(kind, tx, stored);
  await wordIndex(kind).addArticle(tx, stored.number, stored.article);
}

/** Takes it out again. Must see the version that was listed. */
export async function unlist(kind: Store['kind'], tx: Database, stored: StoredArticle): Promise<void> {
  await wordIndex(kind).removeArticle(tx, stored.number, stored.article);
  await removeQuotes(kind, tx, stored);
  await removeMentions(tx, stored);
}

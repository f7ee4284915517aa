import { z } from 'zod';
import type { Commonness, StoryMember, Terms } from '../../model/terms.ts';
import { chunks } from '../chunks.ts';
import type { Database, Store } from '../store.ts';
import { parseStored } from '../stored-json.ts';

/** Under this term, which no word has, all articles are counted. */
const EVERY = 0;
/** Terms of an article that are kept: the most telling. */
const KEPT = 100;
/** Terms by which it is found. */
const FOUND_BY = 32;

const stored = z.array(z.tuple([z.int(), z.number()]));

/** How many of the articles ever taken in hold each of these terms. */
export async function commonnessOf({ read }: Store, terms: Iterable<number>): Promise<Commonness> {
  const holders = new Map<number, number>();
  for (const some of chunks([EVERY, ...new Set(terms)])) {
    const rows = await read.selectFrom('term_holders').selectAll().where('term', 'in', some).execute();
    for (const { term, articles } of rows) holders.set(term, articles);
  }
  return { articles: holders.get(EVERY) ?? 0, holders: (term) => holders.get(term) ?? 0 };
}

export interface Near {
  /** The most telling terms of the new article, the most telling first. */
  readonly terms: readonly number[];
  readonly around: Date;
  /** Milliseconds before and after. */
  readonly within: number;
  readonly limit: number;
}

/** Listed articles of about the same time that share the most telling terms, those that share the most first. */
export async function nearInTerms({ read }: Store, { terms, around, within, limit }: Near): Promise<StoryMember[]> {
  if (terms.length === 0) return [];
  const rows = await read
    .selectFrom((eb) =>
      eb
        .selectFrom('story_terms')
        .select(['article', eb.fn.countAll<number>().as('shared')])
        .where('term', 'in', terms.slice(0, FOUND_BY))
        .where('dated_at', '>=', around.getTime() - within)
        .where('dated_at', '<=', around.getTime() + within)
        .groupBy('article')
        .orderBy('shared', 'desc')
        .orderBy('article', 'desc')
        .limit(limit)
        .as('near'),
    )
    .innerJoin('articles', 'articles.number', 'near.article')
    .innerJoin('article_terms', 'article_terms.article', 'near.article')
    .select(COMPARED_BY)
    .where('articles.withdrawn_at', 'is', null)
    .orderBy('near.shared', 'desc')
    .orderBy('articles.id')
    .execute();
  return rows.map(member);
}

const COMPARED_BY = [
  'articles.id',
  'articles.story_id',
  'articles.copy_of',
  'articles.dated_at',
  'article_terms.terms',
] as const;

const member = (row: {
  readonly id: string;
  readonly story_id: string;
  readonly copy_of: string;
  readonly dated_at: number;
  readonly terms: string;
}): StoryMember => ({
  id: row.id,
  storyId: row.story_id,
  copyOf: row.copy_of,
  datedAt: new Date(row.dated_at),
  terms: new Map(parseStored(stored, row.terms, `The terms of article ${row.id}`)),
});

/** The listed articles of these stories around a time, the closest to it first. */
export async function membersOf(
  { read }: Store,
  stories: readonly string[],
  { around, within, limit }: Omit<Near, 'terms'>,
): Promise<StoryMember[]> {
  if (stories.length === 0) return [];
  const at = around.getTime();
  const rows = await read
    .selectFrom('articles')
    .innerJoin('article_terms', 'article_terms.article', 'articles.number')
    .select(COMPARED_BY)
    .where('articles.story_id', 'in', stories)
    .where('articles.withdrawn_at', 'is', null)
    .where('articles.dated_at', '>=', at - within)
    .where('articles.dated_at', '<=', at + within)
    .orderBy((eb) => eb.fn('abs', [eb('articles.dated_at', '-', at)]))
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map(member);
}

/** Writes down what an article is compared and found by. `telling` is its terms, the most telling first. */
export async function keepTerms(
  tx: Database,
  article: { readonly number: number; readonly datedAt: number; readonly isNew: boolean },
  terms: Terms,
  telling: readonly number[],
): Promise<void> {
  const { number, datedAt, isNew } = article;
  await tx.deleteFrom('story_terms').where('article', '=', number).execute();
  const kept = telling.slice(0, KEPT).map((term) => [term, Math.round(terms.get(term)! * 100) / 100]);
  const row = { article: number, terms: JSON.stringify(kept) };
  await tx
    .insertInto('article_terms')
    .values(row)
    .onConflict((conflict) => conflict.column('article').doUpdateSet({ terms: row.terms }))
    .execute();
  const found = telling.slice(0, FOUND_BY).map((term) => ({ term, dated_at: datedAt, article: number }));
  if (found.length > 0) await tx.insertInto('story_terms').values(found).execute();
  if (isNew) await count(tx, [EVERY, ...terms.keys()]);
}

async function count(tx: Database, terms: readonly number[]): Promise<void> {
  // In order, so that two processes cannot wait for each other.
  const rows = terms.toSorted((a, b) => a - b).map((term) => ({ term, articles: 1 }));
  for (const some of chunks(rows)) {
    await tx
      .insertInto('term_holders')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('term').doUpdateSet((eb) => ({ articles: eb('term_holders.articles', '+', 1) })),
      )
      .execute();
  }
}

import { sql } from 'kysely';
import type { Span } from '../../model/span.ts';
import type { ReadArticle } from '../../model/story.ts';
import { loadVersions } from '../articles/versions.ts';
import type { Store } from '../store.ts';
import { opened, parseQuery, type Query } from './query.ts';
import { wordIndex } from './word-index.ts';
import { wordStarts } from './word-starts.ts';

/**
 * Where more articles fit than this, only the newest of them are weighed. Of 23,000 short ones that hold "said", weighing all
 * took SQLite 16 ms, in which nobody else is answered, and these 2; PostgreSQL, of 15,000, 13 and 3. It grows with the texts.
 */
const WEIGHED = 2_000;

export interface SearchWish {
  /** As typed: words that must all occur, in any form; between quotation marks, in that order. */
  readonly words: string;
  readonly outlet?: string | undefined;
  readonly since?: Date | undefined;
  /** Articles first seen later are left out. */
  readonly asOf: Date;
  readonly limit: number;
}

export interface SearchHit {
  readonly article: ReadArticle;
  /** Where the words stand in the text, in order; none where only the title has them. */
  readonly matches: readonly Span[];
}

/**
 * Articles by how well they fit, the newer first of two that fit alike. `total` counts them all, though no more than the
 * newest 2,000 are listed.
 */
export async function search(store: Store, wish: SearchWish): Promise<{ hits: SearchHit[]; total: number }> {
  const query = parseQuery(wish.words);
  if (query.length === 0) return { hits: [], total: 0 };
  const total = await countFitting(store, query, wish);
  if (total > 0) return { hits: await hits(store, query, wish), total };

  // Somebody may have typed only the beginning of the last word.
  const wider = opened(query);
  if (!wider) return { hits: [], total: 0 };
  return { hits: await hits(store, wider, wish), total: await countFitting(store, wider, wish) };
}

type Bounds = Pick<SearchWish, 'outlet' | 'since' | 'asOf'>;

function fitting({ read, kind }: Store, query: Query, { outlet, since, asOf }: Bounds) {
  return read
    .selectFrom('article_words')
    .innerJoin('articles', 'articles.number', 'article_words.rowid')
    .where(wordIndex(kind).articleFits(query))
    .where('articles.first_seen', '<=', asOf.getTime())
    .$if(outlet !== undefined, (some) =>
      some.where((eb) => eb.and(wordStarts(eb.ref('articles.folded_outlet'), outlet ?? ''))),
    )
    .$if(since !== undefined, (some) => some.where('articles.dated_at', '>=', since?.getTime() ?? 0));
}

async function countFitting(store: Store, query: Query, wish: Bounds): Promise<number> {
  const { total } = await fitting(store, query, wish)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

async function hits(store: Store, query: Query, wish: SearchWish): Promise<SearchHit[]> {
  const index = wordIndex(store.kind);
  const rows = await store.read
    .selectFrom(
      fitting(store, query, wish)
        .select(['articles.id', 'articles.version', 'articles.dated_at', index.rank(query).as('rank')])
        .orderBy('article_words.rowid', 'desc')
        .limit(WEIGHED)
        .as('newest'),
    )
    .select(['id as article', 'version'])
    .orderBy('rank')
    .orderBy('dated_at', 'desc')
    .orderBy('id')
    .limit(wish.limit)
    .execute();
  const found = await loadVersions(store.read, rows);
  const texts = new Map(found.map(({ number, article }) => [number, article.text]));
  const matches = await index.matches(store.read, query, texts);
  return found.map(({ number, article }) => ({ article, matches: matches.get(number) ?? [] }));
}

/** The ids of every article of these dates that fits the words, or where none does, their beginning. */
export async function fittingIds(
  store: Store,
  wish: Pick<SearchWish, 'words' | 'since' | 'asOf'>,
): Promise<Set<string>> {
  const query = parseQuery(wish.words);
  const ids = async (fits: Query | undefined) => {
    if (!fits || fits.length === 0) return [];
    // As one text: half of all articles may hold a word, and rows would take twice as long.
    const { all } = await fitting(store, fits, wish)
      .select(sql<string | null>`string_agg(${sql.ref('articles.id')}, ' ')`.as('all'))
      .executeTakeFirstOrThrow();
    return all?.split(' ') ?? [];
  };
  const exact = await ids(query);
  return new Set(exact.length > 0 ? exact : await ids(opened(query)));
}

/** Outlets with a word that begins like what was typed, those with the most articles first. */
export async function outletsLike({ read }: Store, typed: string, limit: number): Promise<string[]> {
  const rows = await read
    .selectFrom('articles')
    .select((eb) => [eb.fn.max('outlet').as('outlet')])
    .where('withdrawn_at', 'is', null)
    .where('folded_outlet', 'is not', null)
    .where((eb) => eb.and(wordStarts(eb.ref('folded_outlet'), typed)))
    .groupBy('folded_outlet')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('folded_outlet')
    .limit(limit)
    .execute();
  return rows.map(({ outlet }) => outlet ?? '');
}

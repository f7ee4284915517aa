import type { QuoteInArticle } from '../../model/story.ts';
import { loadArticles } from '../articles/versions.ts';
import { opened, parseQuery, type Query } from '../search/query.ts';
import { wordIndex } from '../search/word-index.ts';
import type { Store } from '../store.ts';

export interface QuotesWish {
  /** An entity's id. A joint quote is found under each of its speakers. */
  readonly speaker?: string | undefined;
  /** Words that must all stand, in any form, in the sentence of the quote or the title of its article. */
  readonly about?: string | undefined;
  readonly since?: Date | undefined;
  /** Articles first seen later are left out. */
  readonly asOf: Date;
  readonly limit: number;
}

/** Of the newest article first, within an article as they stand there; `total` counts them all. */
export async function quotes(store: Store, wish: QuotesWish): Promise<{ quotes: QuoteInArticle[]; total: number }> {
  const query = wish.about === undefined ? undefined : parseQuery(wish.about);
  if (query?.length === 0) return { quotes: [], total: 0 };
  const found = await page(store, wish, query);
  if (found.total > 0 || !query) return found;

  // Somebody may have typed only the beginning of the last word.
  const wider = opened(query);
  return wider ? page(store, wish, wider) : found;
}

async function page(store: Store, wish: QuotesWish, query: Query | undefined) {
  const some = fitting(store, wish, query);
  const { total } = await some.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await some
    .innerJoin('articles', 'articles.id', 'quotes.article_id')
    .select(['quotes.article_id as article', 'articles.version', 'quotes.place'])
    .orderBy('quotes.dated_at', 'desc')
    .orderBy('quotes.article_id', 'desc')
    .orderBy('quotes.place')
    .limit(wish.limit)
    .execute();
  const articles = new Map((await loadArticles(store.read, rows)).map((article) => [article.id, article]));
  const quotes = rows.map(({ article: id, place }) => {
    const article = articles.get(id)!;
    return { article, index: place, quote: article.reading.quotes[place]! };
  });
  return { quotes, total };
}

function fitting({ read, kind }: Store, { speaker, since, asOf }: QuotesWish, query: Query | undefined) {
  return read
    .selectFrom('quotes')
    .where('quotes.first_seen', '<=', asOf.getTime())
    .$if(since !== undefined, (some) => some.where('quotes.dated_at', '>=', since?.getTime() ?? 0))
    .$if(speaker !== undefined, (some) =>
      some.where('quotes.number', 'in', (eb) =>
        eb
          .selectFrom('quote_speakers')
          .select('quote')
          .where('entity_id', '=', speaker ?? ''),
      ),
    )
    .$if(query !== undefined, (some) =>
      some.where('quotes.number', 'in', (eb) =>
        eb
          .selectFrom('quote_words')
          .select('rowid')
          .where(wordIndex(kind).quoteFits(query ?? [])),
      ),
    );
}

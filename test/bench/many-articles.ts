import { sql } from 'kysely';
import { takeOne } from '../../src/app/ingest/ingest.ts';
import { readHere } from '../../src/app/threads/reader.ts';
import { DAY, systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { found } from '../../src/intake/found.ts';
import { originOf } from '../../src/model/feed.ts';
import { slice } from '../../src/model/span.ts';
import { listed } from '../../src/store/articles/listed.ts';
import { loadVersions } from '../../src/store/articles/versions.ts';
import { feedId, setCommonFeeds } from '../../src/store/feeds/feeds.ts';
import { wordIndex } from '../../src/store/search/word-index.ts';
import type { Store } from '../../src/store/store.ts';
import { type ManyNews, manyNews } from './many-news.ts';

/** Each article taken in stands for so many: taking in every one would last ten minutes. */
const TIMES = 8;

/**
 * Fills an empty database with so many articles of the days up to `end`, from feeds that every server reads. One in eight
 * is taken in as any other is: read, placed, kept. The others are copies of its rows on earlier days, stories and all,
 * which no day's window brings together.
 */
export async function keepManyArticles(
  store: Store,
  count: number,
  { days, end }: { readonly days: number; readonly end: Date },
): Promise<ManyNews> {
  const news = manyNews(count / TIMES, { days: days / TIMES, end });
  const feeds = new Map(news.outlets.map((outlet, nth) => [outlet, `https://feeds.example/${nth}`]));
  await setCommonFeeds(
    store,
    [...feeds.values()].map((url) => ({ url })),
    end,
  );
  const reader = readHere();
  for (const draft of news.articles) {
    const { article } = found(draft);
    const intake = { store, reader, clock: { ...systemClock, now: () => article.publishedAt! }, log: silentLog };
    await takeOne(intake, originOf({ id: feedId(feeds.get(article.outlet!)!) }), article, undefined);
  }
  await multiply(store, (days * DAY) / TIMES);
  return news;
}

/** Copies all there is, each copy so many milliseconds before the last. */
async function multiply(store: Store, earlier: number): Promise<void> {
  const { articles, quotes } = await lastNumbers(store);
  const words = await quoteWords(store);
  for (let copy = 1; copy < TIMES; copy += 1) {
    await store.write.transaction().execute(async (tx) => {
      const mark = sql.lit(`-${copy}`);
      const by = sql.lit(earlier * copy);
      const nth = sql.lit(articles * copy);
      const nthQuote = sql.lit(quotes * copy);
      const original = sql`number <= ${sql.lit(articles)}`;
      const ofOriginal = sql`article_id in (select id from articles where ${original})`;
      const statements = [
        sql`insert into articles (number, id, version, content_hash, story_id, first_seen, dated_at, title, folded_title,
          url, outlet, folded_outlet, source, copy_of, voices)
          select number + ${nth}, id || ${mark}, version, content_hash, story_id || ${mark}, first_seen - ${by},
          dated_at - ${by}, title || ${mark}, folded_title || ${mark}, url || ${mark}, outlet, folded_outlet, source,
          copy_of || ${mark}, voices from articles where ${original}`,
        sql`insert into versions (article_id, version, seen_at, title, text, url, outlet, author, language, published_at,
          captions, excerpt, reading, entities)
          select article_id || ${mark}, version, seen_at - ${by}, title || ${mark}, text, url || ${mark}, outlet, author,
          language, published_at - ${by}, captions, excerpt, reading, entities from versions where ${ofOriginal}`,
        sql`insert into origins (origin, article_id, entry_hash)
          select origin, article_id || ${mark}, entry_hash from origins where ${ofOriginal}`,
        sql`insert into mentions (entity_id, article_id, local, times, dated_at)
          select entity_id, article_id || ${mark}, local, times, dated_at - ${by} from mentions where ${ofOriginal}`,
        sql`insert into quotes (number, article_id, place, dated_at, first_seen)
          select number + ${nthQuote}, article_id || ${mark}, place, dated_at - ${by}, first_seen - ${by}
          from quotes where number <= ${sql.lit(quotes)}`,
        sql`insert into quote_speakers (entity_id, quote)
          select entity_id, quote + ${nthQuote} from quote_speakers where quote <= ${sql.lit(quotes)}`,
        sql`insert into article_terms (article, terms)
          select article + ${nth}, terms from article_terms where article <= ${sql.lit(articles)}`,
        sql`insert into story_terms (term, dated_at, article)
          select term, dated_at - ${by}, article + ${nth} from story_terms where article <= ${sql.lit(articles)}`,
        store.kind === 'sqlite'
          ? sql`insert into article_words (rowid, title, text)
              select number, title, text from current_texts where number > ${nth}`
          : sql`insert into article_words (rowid, words)
              select rowid + ${nth}, words from article_words where rowid <= ${sql.lit(articles)}`,
      ];
      for (const statement of statements) await statement.execute(tx);
      for (const [number, said] of words) await wordIndex(store.kind).addQuote(tx, number + quotes * copy, said);
    });
  }
  if (store.kind === 'postgres') await numberOnwards(store);
  const times = sql.lit(TIMES);
  await sql`update entities set articles = articles * ${times}, quotes = quotes * ${times}`.execute(store.write);
  await sql`update entity_names set uses = uses * ${times}, leads = leads * ${times}`.execute(store.write);
  await sql`update term_holders set articles = articles * ${times}`.execute(store.write);
}

/** The numbers of what is copied were not drawn from the sequences. */
async function numberOnwards({ write }: Store): Promise<void> {
  for (const table of ['articles', 'quotes']) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'number'), (select max(number) from ${sql.table(table)}))`.execute(
      write,
    );
  }
}

async function lastNumbers({ read }: Store): Promise<{ readonly articles: number; readonly quotes: number }> {
  const last = (table: 'articles' | 'quotes') =>
    read
      .selectFrom(table)
      .select((eb) => eb.fn.max<number>('number').as('last'))
      .executeTakeFirstOrThrow();
  return { articles: (await last('articles')).last, quotes: (await last('quotes')).last };
}

/** What each quote is found by. The index keeps no copy of it. */
async function quoteWords({ read }: Store): Promise<Map<number, string>> {
  const rows = await read.selectFrom('quotes').select(['number', 'article_id', 'place']).execute();
  const stored = await loadVersions(read, await listed(read).execute());
  const articles = new Map(stored.map(({ article }) => [article.id, article]));
  return new Map(
    rows.map(({ number, article_id, place }) => {
      const { title, text, reading } = articles.get(article_id)!;
      return [number, `${title}\n${slice(text, reading.quotes[place]!.sentence)}`];
    }),
  );
}

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { takeOne } from '../../src/app/ingest.ts';
import type { Newsroom } from '../../src/app/newsroom.ts';
import { openNewsroom } from '../../src/app/open.ts';
import { readHere } from '../../src/app/reader.ts';
import { systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { ROOT } from '../../src/base/root.ts';
import { found } from '../../src/intake/found.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { keepManyArticles } from './many-articles.ts';
import { type ManyNews, manyNews } from './many-news.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';

const ARTICLES = 100_000;
const DAYS = 60;
const ROUNDS = 5;
const NEW = 500;

/** Answers of a member's newsroom, of the command line, and one more article, with 100,000 articles of 60 days stored. */
export default async function bench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const store = openSqlite(join(folder, 'lede.db'));
  try {
    await migrate(store);
    // Only while it is filled: a power cut would cost nothing here.
    await sql`pragma synchronous = off`.execute(store.write);
    const news = await keepManyArticles(store, ARTICLES, { days: DAYS, end: new Date() });
    await sql`pragma synchronous = full`.execute(store.write);
    await sql`analyze`.execute(store.write);
    return [...(await answers(store, news)), ...(await processes(folder)), ...(await newArticles(store))];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answers(store: Store, { people, places, things, outlets, articles }: ManyNews): Promise<Row[]> {
  const asked: Record<string, (newsroom: Newsroom) => Promise<unknown>> = {
    '/brief': ({ brief }) => brief({}),
    '/brief since:7d': ({ brief }) => brief({ since: '7d' }),
    '/brief since:all': ({ brief }) => brief({ since: 'all' }),
    '/brief topic:, a common word': ({ brief }) => brief({ topic: things[0], since: 'all' }),
    '/who, named the most': ({ who }) => who(people[0]!),
    '/who, a surname': ({ who }) => who(people[40]!.split(' ')[1]!),
    '/who, misspelt': ({ who }) => who(`${people[0]}x`),
    '/search, a common word': ({ search }) => search({ words: things[0]! }),
    '/search, a word of every text': ({ search }) => search({ words: 'the' }),
    '/search, two words': ({ search }) => search({ words: `${things[0]} ${places[0]}` }),
    '/quotes': ({ quotes }) => quotes({}),
    '/quotes speaker:': ({ quotes }) => quotes({ speaker: people[0] }),
    '/quotes about:, a common word': ({ quotes }) => quotes({ about: things[0] }),
    '/story': ({ story }) => story(articles.at(-9)!.title!),
    '/story, unknown': ({ story }) => story('A headline that nobody wrote').catch(() => {}),
    'names while typing': ({ suggest }) => suggest.names(people[0]!.slice(0, 2)),
    'names, nothing typed': ({ suggest }) => suggest.names(''),
    'speakers while typing': ({ suggest }) => suggest.speakers(people[0]!.slice(0, 2)),
    'titles while typing': ({ suggest }) => suggest.titles('fer'),
    'titles, none like it': ({ suggest }) => suggest.titles('zzzz'),
    'outlets while typing': ({ suggest }) => suggest.outlets(outlets[0]!.slice(0, 2)),
  };
  const delivering = {
    store,
    clock: systemClock,
    log: silentLog,
    courier: () => {
      throw new Error('There is no Discord here.');
    },
    readySince: () => new Date(),
  };
  const open = openNewsroom({ delivering, timeZone: 'UTC' });
  const rows: Row[] = [];
  for (const [name, ask] of Object.entries(asked)) {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const newsroom = open({ member: '1', guild: '10', channel: '100', manager: false, locale: 'en-GB' });
      const began = performance.now();
      await ask(newsroom);
      took.push(performance.now() - began);
    }
    rows.push({ name, figure: quantile(took, 0.5), unit: 'ms', atMost: 300 });
  }
  return rows;
}

/** Whole processes, one that does nothing beside them. */
async function processes(folder: string): Promise<Row[]> {
  const lede = (...words: string[]) => ['dist/packed/lede.js', 'brief', ...words];
  const commands: Record<string, readonly string[]> = {
    'the process node -e 0': ['-e', '0'],
    'the process lede brief': lede(),
    'the process lede brief --since 7d': lede('--since', '7d'),
    'the process lede brief --since all': lede('--since', 'all'),
  };
  const env = { ...process.env, LEDE_DATA_DIR: folder };
  const run = async (words: readonly string[]) => {
    const began = performance.now();
    await promisify(execFile)(process.execPath, [...words], { cwd: ROOT, env });
    return performance.now() - began;
  };
  // The article files are taken in once.
  await run(lede());
  const took = Object.keys(commands).map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [nth, words] of Object.values(commands).entries()) took[nth]!.push(await run(words));
  }
  return Object.keys(commands).map((name, nth) => ({ name, figure: quantile(took[nth]!, 0.5), unit: 'ms' }));
}

/** Articles as they come in: read in this thread, placed and kept on disk. */
async function newArticles(store: Store): Promise<Row[]> {
  const reader = readHere();
  const intake = { store, reader, clock: systemClock, log: silentLog };
  const took: number[] = [];
  for (const draft of manyNews(NEW, { days: 1, end: new Date(), seed: 2 }).articles) {
    const { article } = found({ ...draft, url: `${draft.url}-new` });
    const began = performance.now();
    await takeOne(intake, 'file:new.json', article, undefined);
    took.push(performance.now() - began);
  }
  return [
    { name: 'a new article read, placed and kept', figure: quantile(took, 0.5), unit: 'ms', atMost: 20 },
    { name: 'a new article read, placed and kept, p99', figure: quantile(took, 0.99), unit: 'ms', atMost: 100 },
  ];
}

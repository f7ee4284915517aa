import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { takeOne } from '../../src/app/ingest/ingest.ts';
import { readHere } from '../../src/app/threads/reader.ts';
import { systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { ROOT } from '../../src/base/root.ts';
import { found } from '../../src/intake/found.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { onEitherDatabase } from './either-database.ts';
import { answersOn } from './many-answers.ts';
import { keepManyArticles } from './many-articles.ts';
import { type ManyNews, manyNews } from './many-news.ts';
import { quantile } from './quantile.ts';
import type { Bench, Row } from './row.ts';

const ARTICLES = 100_000;
const DAYS = 60;
const ROUNDS = 5;
const NEW = 500;

/** Answers, whole processes of the command line and one more article, with 100,000 articles of 60 days stored. */
const bench: Bench = () => onEitherDatabase(onDatabase);
export default bench;

async function* onDatabase(name: string, url?: string): AsyncGenerator<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const store = await openStore({ databaseUrl: url, dataDir: folder, file: 'lede.db' });
  try {
    // Only while it is filled: a power cut would cost nothing here.
    if (!url) await sql`pragma synchronous = off`.execute(store.write);
    const news = await keepManyArticles(store, ARTICLES, { days: DAYS, end: new Date() });
    if (!url) await sql`pragma synchronous = full`.execute(store.write);
    await sql`analyze`.execute(store.write);
    const env = { ...process.env, LEDE_DATA_DIR: folder, DATABASE_URL: url ?? '' };
    for await (const row of measure(store, news, env)) yield { ...row, name: `${name}: ${row.name}` };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* measure(store: Store, news: ManyNews, env: NodeJS.ProcessEnv): AsyncGenerator<Row> {
  yield* answersOn(store, news);
  yield* await processes(env);
  yield* await newArticles(store);
}

const BRIEF = 'the process lede brief';

/** Whole processes, one that does nothing beside them. */
async function processes(env: NodeJS.ProcessEnv): Promise<Row[]> {
  const lede = (...words: string[]) => ['dist/packed/lede.js', 'brief', ...words];
  const commands: Record<string, readonly string[]> = {
    'the process node -e 0': ['-e', '0'],
    [BRIEF]: lede(),
    'the process lede brief --since 7d': lede('--since', '7d'),
    'the process lede brief --since all': lede('--since', 'all'),
  };
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
  return Object.keys(commands).map((name, nth) => ({
    name,
    figure: quantile(took[nth]!, 0.5),
    unit: 'ms',
    ...(name === BRIEF && { atMost: 300 }),
  }));
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

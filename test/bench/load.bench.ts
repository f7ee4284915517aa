import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StandIn } from '../../src/standin/standin.ts';
import { TOKEN } from '../support/bot.ts';
import { type Child, startBot } from '../support/child.ts';
import { onEitherDatabase } from './either-database.ts';
import { type ManyNews, manyNews } from './many-news.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';

const ARTICLES = 2_000;
const A_SECOND = 50;
const SECONDS = 30;
/** Asked before it counts, so that the compiler and the caches have what they need. */
const WARM_SECONDS = 5;
/** Each asks again only after their last answer, so that it is known whose waiting has begun. */
const MEMBERS = 200;

/** Fifty commands and suggestions a second at the real bot, with 2,000 articles in its folder, on either database. */
const bench = (): AsyncGenerator<Row> => onEitherDatabase(onDatabase);
export default bench;

async function* onDatabase(name: string, url?: string): AsyncGenerator<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const articles = join(folder, 'articles');
  mkdirSync(articles);
  const news = manyNews(ARTICLES, { days: 14, end: new Date() });
  writeFileSync(join(articles, 'news.json'), JSON.stringify(news.articles));
  const members = Array.from({ length: MEMBERS }, (_, nth) => `Member ${nth}`);
  const world = { guilds: [{ name: 'Harbour', owner: 'Ada', members, channels: [{ name: 'news' }] }] };
  const discord = await StandIn.start({ tokens: [TOKEN], world, rateLimits: 'off' });
  const settings = {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.api,
    LEDE_DATA_DIR: folder,
    LEDE_ARTICLES: articles,
    ...(url && { DATABASE_URL: url }),
  };
  try {
    // The first start reads the articles; what is measured is one that finds them read.
    const reading = startBot(settings);
    await reading.line(`news.json: ${ARTICLES} new, 0 changed, 0 withdrawn`);
    await end(reading);

    const began = performance.now();
    const bot = startBot(settings);
    await bot.line('ready');
    yield { name: `${name}: from start to ready`, figure: (performance.now() - began) / 1_000, unit: 's', atMost: 3 };
    await ask(discord, members, news, WARM_SECONDS);
    const { acks, finals, errors, late } = await ask(discord, members, news, SECONDS);
    const memory = peakMemory(bot);
    await end(bot);
    yield { name: `${name}: asked`, figure: finals.length + errors, unit: '' };
    yield { name: `${name}: acknowledged, median`, figure: quantile(acks, 0.5), unit: 'ms' };
    yield { name: `${name}: acknowledged, p99`, figure: quantile(acks, 0.99), unit: 'ms', atMost: 100 };
    yield { name: `${name}: final, p99`, figure: quantile(finals, 0.99), unit: 'ms', atMost: 400 };
    yield { name: `${name}: errors`, figure: errors, unit: '', atMost: 0 };
    yield { name: `${name}: memory at its peak`, figure: memory, unit: 'MB', atMost: 220 };
    yield { name: `${name}: asked late by, p99, by this process itself`, figure: quantile(late, 0.99), unit: 'ms' };
  } finally {
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function end(bot: Child): Promise<void> {
  bot.process.kill('SIGTERM');
  await bot.ended;
}

/** The most the process has held since its start, in MB, where the system says so (Linux). */
function peakMemory({ process: { pid } }: Child): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_000;
}

interface Measured {
  /** Milliseconds until the bot first said something, and until the answer stood there. */
  readonly acks: number[];
  readonly finals: number[];
  readonly errors: number;
  /** Milliseconds by which this process, which plays Discord too, asked later than it meant to. */
  readonly late: number[];
}

async function ask(discord: StandIn, members: readonly string[], news: ManyNews, seconds: number): Promise<Measured> {
  const measured = { acks: [] as number[], finals: [] as number[], errors: 0, late: [] as number[] };
  const thinking = new Map<string, number>();
  const stop = discord.on('change', (change) => {
    if (change.kind === 'thinking' && change.begun) thinking.set(change.user, performance.now());
  });
  const began = performance.now();
  const open: Promise<void>[] = [];
  for (let nth = 0; nth < seconds * A_SECOND; nth += 1) {
    const due = began + (nth * 1_000) / A_SECOND;
    await sleep(Math.max(due - performance.now(), 0));
    measured.late.push(performance.now() - due);
    const person = discord.person(members[nth % members.length]!);
    thinking.delete(person.user.id);
    const asked = performance.now();
    const answered = question(
      nth,
      news,
    )(person).then(
      () => {
        const final = performance.now();
        measured.acks.push((thinking.get(person.user.id) ?? final) - asked);
        measured.finals.push(final - asked);
      },
      () => {
        measured.errors += 1;
      },
    );
    open.push(answered);
  }
  await Promise.all(open);
  stop();
  return measured;
}

type Person = ReturnType<StandIn['person']>;

/** Commands and suggestions in turn; every time about something else, now and then about what nobody knows. */
function question(nth: number, { people, places, things, articles }: ManyNews): (person: Person) => Promise<unknown> {
  const turn = Math.floor(nth / 10);
  const one = <T>(list: readonly T[]): T => list[(turn * 7) % Math.min(list.length, 300)]!;
  const name = nth % 70 === 0 ? `Nobody ${turn}` : one(people);
  const since = (['24h', '3d', '7d', 'all'] as const)[turn % 4]!;
  const kinds: readonly ((person: Person) => Promise<unknown>)[] = [
    (person) => person.slash('who', { name }),
    (person) => person.slash('brief', turn % 3 === 0 ? { since, topic: one(things) } : { since }),
    (person) => person.slash('search', { words: turn % 2 === 0 ? one(things) : `${one(places)} ${one(things)}` }),
    (person) => person.slash('quotes', turn % 2 === 0 ? { about: one(things) } : { speaker: name }),
    (person) => person.type('who', 'name', name.slice(0, 1 + (turn % 5))),
    (person) => person.slash('who', { name: one(places) }),
    (person) => person.type('story', 'title', one(articles).title!.slice(0, 3 + (turn % 8))),
    (person) => person.type('quotes', 'speaker', name.slice(0, 2)),
    (person) => person.type('brief', 'topic', one(places).slice(0, 2)),
    (person) => person.slash('search', { words: `${one(things)} nowhere${turn}` }),
  ];
  return kinds[nth % kinds.length]!;
}

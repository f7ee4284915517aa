import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DAY } from '../../src/base/clock.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import type { RecordedRequest } from '../../src/standin/rest/rest.ts';
import { StandIn } from '../../src/standin/standin.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { addSchedule } from '../../src/store/schedules/schedules.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { TOKEN } from '../support/bot.ts';
import { startBot } from '../support/child.ts';
import { syntheticNews } from '../support/synthetic-news.ts';
import { onEitherDatabase } from './either-database.ts';
import { processorTime } from './processor-time.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';

const FEW = 300;
const MANY = 3_000;
const CHANNELS_EACH = 300;
/** Read by every server, half of them published within a day. */
const ARTICLES = 2_000;
/** How often /who is asked meanwhile. */
const ASKED_EVERY_MS = 100;

/** Every channel due in one minute, on either database: the real bot against Discord's limits, and /who meanwhile. */
const bench = (): AsyncGenerator<Row> => onEitherDatabase(onDatabase);
export default bench;

async function* onDatabase(name: string, url?: string): AsyncGenerator<Row> {
  const few = await run(FEW, 6, url);
  yield { name: `${name}: ${FEW} channels due, until the last post`, figure: few.seconds, unit: 's', atMost: 20 };
  yield { name: `${name}: ${FEW} channels due, messages a second`, figure: few.rate, unit: '/s', atLeast: 45 };
  const many = await run(MANY, 3, url);
  yield { name: `${name}: ${MANY} channels due, messages a second`, figure: many.rate, unit: '/s', atLeast: 47 };
  yield { name: `${name}: answers 429 meanwhile`, figure: few.refused + many.refused, unit: '', atMost: 0 };
  yield { name: `${name}: /who meanwhile, p99`, figure: many.who, unit: 'ms', atMost: 100 };
  yield { name: `${name}: processor time of the bot a message`, figure: many.processor, unit: 'ms' };
}

interface Measured {
  /** From the minute to the last message. */
  readonly seconds: number;
  readonly rate: number;
  readonly refused: number;
  readonly who: number;
  readonly messages: number;
}

async function run(
  channels: number,
  stories: number,
  url: string | undefined,
): Promise<Measured & { readonly processor: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const discord = await StandIn.start({ tokens: [TOKEN], world: { guilds: guildsFor(channels) } });
  const bot = startBot({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.api,
    LEDE_DATA_DIR: folder,
    LEDE_ARTICLES: articlesIn(folder),
    ...(url && { DATABASE_URL: url }),
  });
  const store = url ? openPostgres(url) : openSqlite(join(folder, 'lede.db'));
  try {
    await migrate(store);
    await bot.line('ready');
    while ((await articlesRead(store)) < ARTICLES) await sleep(1_000);
    const at = Math.ceil((Date.now() + channels * 5) / 60_000) * 60_000;
    await schedule(store, discord, stories, new Date(at));
    const before = processorTime(bot.process.pid!);
    const watched = await watch(discord, store, at, channels);
    return { ...watched, processor: (processorTime(bot.process.pid!) - before) / watched.messages };
  } finally {
    bot.process.kill('SIGTERM');
    await bot.ended;
    await store.write.deleteFrom('schedules').execute();
    await store.close();
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** News of yesterday and of this morning, in a file. */
function articlesIn(folder: string): string {
  const [path, start] = [join(folder, 'articles'), new Date(Date.now() - 1.5 * DAY).toISOString()];
  const articles = syntheticNews(2, { start, eventsADay: ARTICLES / 4 }).flatMap((day) => day.articles);
  mkdirSync(path);
  writeFileSync(join(path, 'news.json'), JSON.stringify(articles.slice(0, ARTICLES)));
  return path;
}

const guildsFor = (channels: number) =>
  Array.from({ length: Math.ceil(channels / CHANNELS_EACH) }, (_, guild) => ({
    name: `Harbour ${guild}`,
    owner: 'Ada',
    channels: [
      ...(guild === 0 ? [{ name: 'lobby' }] : []),
      ...Array.from({ length: CHANNELS_EACH }, (_, at) => ({ name: `news-${guild}-${at}` })),
    ],
  }));

async function schedule(store: Store, discord: StandIn, stories: number, nextSlot: Date): Promise<void> {
  for (const { id, guild = '', name } of discord.world.channels) {
    if (name === 'lobby') continue;
    const made: Schedule = {
      id: `s${id}`,
      guild,
      channel: id,
      kind: 'text',
      expression: '0 0 1 1 *',
      zone: 'UTC',
      stories,
      madeBy: '1',
      madeAt: new Date(nextSlot.getTime() - 1),
      state: 'active',
      nextSlot,
    };
    await addSchedule(store, made);
  }
}

async function watch(discord: StandIn, store: Store, at: number, channels: number): Promise<Measured> {
  let [messages, first, last] = [0, 0, 0];
  const refused = new Set<RecordedRequest>();
  const lobby = discord.world.channel('lobby')!.id;
  discord.on('change', (change) => {
    if (change.kind !== 'created' || change.channel === lobby) return;
    messages += 1;
    first ||= Date.now();
    last = Date.now();
  });
  const waits: number[] = [];
  let left = channels;
  while (left > 0) {
    const asked = performance.now();
    if (Date.now() > at) {
      await discord.person('Ada').slash('who', { name: 'katz' }, { channel: lobby });
      waits.push(performance.now() - asked);
    }
    for (const request of discord.requests) if (request.status === 429) refused.add(request);
    await sleep(ASKED_EVERY_MS);
    if (waits.length % 10 === 0) left = channels - (await posted(store));
  }
  const seconds = (last - at) / 1_000;
  return {
    messages,
    seconds,
    rate: (messages - 1) / ((last - first) / 1_000),
    refused: refused.size,
    who: quantile(waits, 0.99),
  };
}

async function articlesRead({ read }: Store): Promise<number> {
  const all = read.selectFrom('articles').select(({ fn }) => fn.countAll<number>().as('many'));
  return Number((await all.executeTakeFirstOrThrow()).many);
}

async function posted({ read }: Store): Promise<number> {
  const all = read.selectFrom('deliveries').select(({ fn }) => fn.countAll<number>().as('many'));
  return Number((await all.where('state', '=', 'posted').executeTakeFirstOrThrow()).many);
}

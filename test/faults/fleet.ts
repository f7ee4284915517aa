import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StandIn } from '../../src/standin/standin.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { TOKEN } from '../support/bot.ts';
import { type Child, startBot } from '../support/child.ts';
import { startPostgres } from '../support/postgres.ts';
import { harbours, scheduleSome, writeNews } from './harbours.ts';
import { type Tally, tally, waiting } from './tally.ts';

export interface Fleet {
  readonly processes: number;
  readonly schedules: number;
  /** One after another is killed, and another started in its place. */
  readonly killEveryMs: number;
  /** No more than this many. */
  readonly kills: number;
}

export interface FleetResult extends Tally {
  readonly kills: number;
  readonly seconds: number;
  /** Answers 429. */
  readonly refused: number;
  readonly waiting: readonly string[];
}

const SETTLED_WITHIN_MS = 600_000;

/** Several bots on one PostgreSQL, each with its shards, any of them delivering anything, while one after another dies. */
export async function runFleet({ processes, schedules, killEveryMs, kills }: Fleet): Promise<FleetResult> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-fleet-'));
  writeNews(folder);
  const server = await startPostgres();
  const url = await server.database();
  const discord = await StandIn.start({ tokens: [TOKEN], world: harbours(schedules), shards: processes });
  const store = openPostgres(url);
  const start = (shard: number): Child =>
    startBot({
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.api,
      DATABASE_URL: url,
      LEDE_DATA_DIR: join(folder, `${shard}`),
      LEDE_ARTICLES: folder,
      LEDE_SHARDS: `${shard}/${processes}`,
    });
  const fleet = Array.from({ length: processes }, (_, shard) => shard).map(start);
  try {
    await migrate(store);
    await Promise.all(fleet.map((bot) => bot.line('ready')));
    // So that the news is older than the slots.
    await sleep(2_000);
    await scheduleSome(store, discord, 0, schedules);
    const begun = Date.now();
    let killed = 0;
    let next = begun + killEveryMs;
    // Their slots are opened at the next minute.
    for (; Date.now() - begun < SETTLED_WITHIN_MS; await sleep(250)) {
      if ((await waiting(store)).length === 0) break;
      const [delivering] = await store.read.selectFrom('deliveries').select('slot').limit(1).execute();
      if (!delivering) next = Date.now() + killEveryMs;
      if (killed >= kills || Date.now() < next) continue;
      const shard = killed % processes;
      fleet[shard]!.process.kill('SIGKILL');
      await fleet[shard]!.ended;
      fleet[shard] = start(shard);
      killed += 1;
      next += killEveryMs;
    }
    const refused = discord.requests.filter(({ status }) => status === 429).length;
    const seconds = Math.round((Date.now() - begun) / 1_000);
    return { ...(await tally(store, discord)), kills: killed, seconds, refused, waiting: await waiting(store) };
  } finally {
    for (const bot of fleet) bot.process.kill('SIGKILL');
    await Promise.all(fleet.map((bot) => bot.ended));
    await store.close();
    await discord.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it came to, for whoever runs `npm run test:faults`. */
export function fleetReport({ processes }: Fleet, result: FleetResult): string {
  return [
    `\n${processes} processes on one PostgreSQL: ${result.deliveries} deliveries, ${result.messages} messages in ${result.seconds} s`,
    `  killed: ${result.kills}`,
    `  answers 429 among the last thousand: ${result.refused}`,
    `  lost: ${result.lost}`,
    `  doubled: ${result.doubled}`,
    `  not passed on: ${result.keptBack}`,
    ...result.waiting.map((each) => `  still waiting: ${each}`),
    '',
  ].join('\n');
}

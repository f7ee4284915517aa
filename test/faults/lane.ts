import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { LONGEST_PAUSE } from '../../src/app/delivery/delivering.ts';
import { ROOT } from '../../src/base/root.ts';
import { StandIn } from '../../src/standin/standin.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { TOKEN } from '../support/bot.ts';
import { type Child, startBot } from '../support/child.ts';
import { startPostgres } from '../support/postgres.ts';
import { harbours, scheduleSome, writeNews } from './harbours.ts';
import { STEPS, type Step } from './steps.ts';
import { type Tally, tally, waiting } from './tally.ts';
import { makeTrouble, type Troubles } from './trouble.ts';

export interface Result extends Tally {
  readonly kills: Readonly<Record<string, number>>;
  readonly troubles: Troubles;
  readonly waiting: readonly string[];
}

const CHANNELS_EACH = 6;
/** A bot that has not died at its step by then is killed wherever it is. */
const PATIENCE_MS = 20_000;
/** Longer than the longest pause between two tries. */
const SETTLED_WITHIN_MS = LONGEST_PAUSE + 120_000;
/** Discord forgets nonces after some minutes: jumping over them shows that the mark alone is enough. */
const FORGETS_MS = 6 * 60_000;
const DIES = pathToFileURL(join(ROOT, 'test', 'faults', 'die-at.mjs')).href;

/** Starts a bot, lets it die at a step of a delivery, starts the next one, and at the end counts what stands. */
export async function runLane(kind: Store['kind'], kills: number): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-faults-'));
  const server = kind === 'postgres' ? await startPostgres() : undefined;
  const url = await server?.database();
  let ahead = 0;
  const world = harbours(kills * CHANNELS_EACH);
  const discord = await StandIn.start({ tokens: [TOKEN], world, now: () => Date.now() + ahead });
  const store = url ? openPostgres(url) : openSqlite(join(folder, 'lede.db'));
  const died: Record<string, number> = {};
  try {
    await migrate(store);
    writeNews(folder);
    const troubles = makeTrouble(discord);
    const start = (dies: Readonly<Record<string, string>>): Child =>
      startBot(
        {
          DISCORD_TOKEN: TOKEN,
          DISCORD_API_URL: discord.api,
          LEDE_DATA_DIR: folder,
          LEDE_ARTICLES: folder,
          ...(url && { DATABASE_URL: url }),
          ...dies,
        },
        [process.execPath, '--import', DIES, 'dist/src/main.js'],
      );
    let scheduled = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      scheduled = await scheduleSome(store, discord, scheduled, CHANNELS_EACH);
      const step = STEPS[kill % STEPS.length]!;
      const name = await dieAt(step, 1 + (kill % 3), discord, start);
      died[name] = (died[name] ?? 0) + 1;
      if (kill % 2 === 0) ahead += FORGETS_MS;
    }
    discord.trouble.fate = () => 'answered';
    await settled(start({}), store);
    return { ...(await tally(store, discord)), kills: died, troubles, waiting: await waiting(store) };
  } finally {
    await store.close();
    await discord.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns where it died */
async function dieAt(
  step: Step,
  nth: number,
  discord: StandIn,
  start: (dies: Readonly<Record<string, string>>) => Child,
): Promise<string> {
  const child = start('statement' in step ? { DIES_AT: step.statement, DIES_NTH: String(nth) } : {});
  const kill = () => child.process.kill('SIGKILL');
  let left = nth;
  const met = () => {
    left -= 1;
    if (left === 0) kill();
  };
  const { fate } = discord.trouble;
  if ('discord' in step && step.discord === 'asked') {
    discord.trouble.fate = async (asked) => {
      if (asked.method !== 'POST' || !asked.route.endsWith('/messages')) return fate(asked);
      met();
      return left > 0 ? fate(asked) : 'refused';
    };
  }
  const seen = { stored: 'created', 'passed on': 'edited', asked: undefined } as const;
  const unhear = discord.on('change', ({ kind }) => {
    if ('discord' in step && kind === seen[step.discord]) met();
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, PATIENCE_MS);
  const { signal } = await child.ended;
  clearTimeout(timer);
  unhear();
  discord.trouble.fate = fate;
  if (signal !== 'SIGKILL') throw new Error(`A bot ended by itself:\n${child.output()}\n${child.errors()}`);
  return late ? 'at rest' : step.name;
}

/** Lets a bot work until nothing waits. */
async function settled(bot: Child, store: Store): Promise<void> {
  for (const giveUp = Date.now() + SETTLED_WITHIN_MS; Date.now() < giveUp; await sleep(500)) {
    if ((await waiting(store)).length === 0) break;
  }
  bot.process.kill('SIGTERM');
  await bot.ended;
}

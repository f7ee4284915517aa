import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'discord.js';
import type { Hono } from 'hono';
import { commands } from '../commands/index.ts';
import type { Courier } from './app/delivery/courier.ts';
import type { Delivering } from './app/delivery/delivering.ts';
import { startRounds } from './app/delivery/rounds.ts';
import { openSurroundings } from './app/delivery/surroundings.ts';
import { startRefreshing } from './app/feeds/refresh.ts';
import { openSources } from './app/feeds/sources.ts';
import { openLibrary } from './app/ingest/library.ts';
import { openNewsroom } from './app/newsroom/open-newsroom.ts';
import { openTimetable } from './app/schedules/timetable.ts';
import { readInThread } from './app/threads/reading-thread.ts';
import { systemClock } from './base/clock.ts';
import { collectGarbage } from './base/collect.ts';
import { UserError } from './base/errors.ts';
import type { Log } from './base/log.ts';
import type { Config } from './config.ts';
import { connect, makeClient, whenLost } from './discord/client.ts';
import { openCourier } from './discord/courier.ts';
import { dispatch } from './discord/dispatch.ts';
import { inviteLink } from './discord/invite.ts';
import { registerCommands } from './discord/register.ts';
import { watchSurroundings } from './discord/surroundings.ts';
import { alsoPrivate, publicOnly } from './intake/web/address.ts';
import { openFetcher } from './intake/web/fetch.ts';
import { openHttp } from './ops/http.ts';
import { Journal } from './playground/journal.ts';
import { openKeptClock } from './playground/kept-time.ts';
import { playgroundRoutes } from './playground/playground.ts';
import { StandIn } from './standin/standin.ts';
import { lockFolder } from './store/lock.ts';
import { openStore } from './store/open.ts';
import { releaseAll } from './store/schedules/claim.ts';
import type { Store } from './store/store.ts';
import { keepView, viewById } from './store/views.ts';

/** Article files that take longer than this are taken in after the bot is ready. */
const LOADED_WITHIN_MS = 5_000;

type Close = () => Promise<void> | void;

/**
 * Puts the program together, lowest floor first. `lost` is told why it can do nothing more.
 * @returns what stops it, last opened first
 */
export async function start(config: Config, log: Log, lost: (why: UserError) => void): Promise<() => Promise<void>> {
  const opened: Close[] = [];
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    await open(config, log, opened, lost);
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
  return stop;
}

async function open(config: Config, given: Log, opened: Close[], lost: (why: UserError) => void): Promise<void> {
  const { clock, log, machine } = config.token
    ? { clock: systemClock, log: given }
    : openMachine(config, given, opened);
  const store = await openOwnStore(config, opened);
  const reader = readInThread();
  opened.push(() => reader.close());
  const library = openLibrary({ store, reader, clock, log }, config.articles);
  opened.push(() => library.close());
  const sources = await openSources({ store, reader, clock, log }, config);
  opened.push(() => sources.close());
  // The playground keeps what is attached on this machine.
  const uploads = openFetcher({ check: config.token ? publicOnly : alsoPrivate });
  opened.push(() => uploads.close());

  const token = config.token ?? playgroundToken();
  const standIn = config.token ? undefined : await StandIn.start({ tokens: [token], now: () => clock.now().getTime() });
  if (standIn) opened.push(() => standIn.close());
  let ready: Date | undefined;
  const routes =
    standIn &&
    playgroundRoutes(standIn, {
      hosts: config.http === 'off' ? [] : [config.http.host],
      ...(machine && { machine: { ...machine, timetable: openTimetable(store) } }),
    });
  const http = await openPages(config, () => ready !== undefined, routes, opened);

  const settings = {
    token,
    apiUrl: standIn?.api ?? config.apiUrl,
    shards: config.shards,
  };
  const client = makeClient(settings, log);
  opened.push(() => client.destroy());
  let courier: Courier | undefined;
  const delivering: Delivering = {
    store,
    clock,
    log,
    courier: () => {
      if (!courier) throw new UserError('Lede is still connecting to Discord. Try again in a moment.');
      return courier;
    },
    readySince: () => ready ?? clock.now(),
  };
  const views = {
    keep: (view: Parameters<typeof keepView>[1]) => keepView(store, view),
    find: (id: string) => viewById(store, id),
  };
  const openFor = openNewsroom({ delivering, timeZone: config.timeZone, web: { ...sources, uploads } });
  opened.push(dispatch(client, { commands, openNewsroom: openFor, views, log }, clock));

  const connected = await connect(client, settings, log);
  whenLost(connected, lost);
  courier = openCourier(connected);
  const registered = await registerCommands(connected, commands);
  await Promise.race([library.loaded, sleep(LOADED_WITHIN_MS, undefined, { ref: false })]);
  collectGarbage();
  ready = clock.now();
  watchSurroundings(connected, openSurroundings(delivering));
  opened.push(startRounds(delivering));
  opened.push(startRefreshing(sources));
  sayReady(connected, log, { registered, http, playground: standIn !== undefined });
}

/** The playground's time is its own, and its log is shown beside it. */
function openMachine(config: Config, given: Log, opened: Close[]) {
  const { clock, close } = openKeptClock(config.dataDir);
  opened.push(close);
  const journal = new Journal(() => clock.now());
  return { clock, log: journal.beside(given), machine: { clock, journal } };
}

/** The playground's news and schedules are its own: never in `lede.db`. */
async function openOwnStore({ token, databaseUrl, dataDir }: Config, opened: Close[]): Promise<Store> {
  const shared = token === undefined ? undefined : databaseUrl;
  if (!shared) {
    const lock = lockFolder(dataDir);
    opened.push(() => lock.close());
  }
  const store = await openStore({ databaseUrl: shared, dataDir, file: token ? 'lede.db' : 'playground.db' });
  opened.push(() => store.close());
  await releaseAll(store);
  return store;
}

async function openPages(
  config: Config,
  ready: () => boolean,
  routes: Hono | undefined,
  opened: Close[],
): Promise<string | undefined> {
  if (config.http === 'off') return undefined;
  const http = await openHttp(config.http, { ready, ...(routes && { routes }) });
  opened.push(() => http.close());
  return http.url;
}

function sayReady(
  client: Client<true>,
  log: Log,
  facts: { registered: boolean; http: string | undefined; playground: boolean },
): void {
  if (facts.playground) {
    log.info(
      `open ${facts.http ?? 'the playground by setting LEDE_HTTP'} and type /brief; for a server of your own put DISCORD_TOKEN=… into .env`,
    );
  } else {
    log.info(`invite me with ${inviteLink(client.application.id)}`);
  }
  log.info('ready', {
    as: client.user.tag,
    servers: client.guilds.cache.size,
    commandsRegistered: facts.registered,
    http: facts.http ?? 'off',
  });
}

/** Of a token's form, and new at every start: no other program on this machine can pose as the bot. */
const playgroundToken = () =>
  [24, 6, 38].map((length) => randomBytes(length).toString('hex').slice(0, length)).join('.');

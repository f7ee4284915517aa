import assert from 'node:assert/strict';
import type { Client } from 'discord.js';
import { commands as ours } from '../../commands/index.ts';
import type { Web } from '../../src/app/feeds/open-desk.ts';
import type { Log } from '../../src/base/log.ts';
import { connect, makeClient } from '../../src/discord/client.ts';
import type { Command } from '../../src/discord/command.ts';
import { openCourier } from '../../src/discord/courier.ts';
import { dispatch } from '../../src/discord/dispatch.ts';
import { registerCommands } from '../../src/discord/register.ts';
import type { Draft } from '../../src/intake/draft.ts';
import type { ShownMessage } from '../../src/standin/messages/shown.ts';
import { StandIn, type StandInOptions } from '../../src/standin/standin.ts';
import { keepView, viewById } from '../../src/store/views.ts';
import { newsroomWith, type TestNewsroom } from './newsroom.ts';
import { openJudge } from './openapi.ts';

export const TOKEN = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(27)}`;

export interface TestBot extends TestNewsroom {
  readonly discord: StandIn;
  readonly client: Client<true>;
  /** What was logged as an error. */
  readonly errors: { readonly message: string; readonly details: object }[];
  /** Ends the connection and connects anew: buttons must outlive it. */
  restart(): Promise<void>;
}

interface Wish {
  readonly articles?: readonly Draft[];
  readonly standIn?: StandInOptions;
  /** Further commands, to play what no real one does. */
  readonly extra?: readonly Command[];
  readonly web?: Web;
}

/** The real client on the stand-in, with the real commands over a newsroom that holds these articles. */
export async function botWith({ articles = [], standIn = {}, extra = [], web }: Wish = {}): Promise<TestBot> {
  const newsroom = await newsroomWith(articles, new Date(), web);
  const judge = openJudge();
  const now = () => newsroom.clock.now().getTime();
  const watch: typeof judge.watch = (exchange) => {
    judge.watch(exchange);
    standIn.watch?.(exchange);
  };
  const discord = await StandIn.start({ rateLimits: 'off', now, ...standIn, watch });
  const errors: TestBot['errors'] = [];
  const log: Log = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (message, details = {}) => void errors.push({ message, details }),
  };
  const commands = [...ours, ...extra];
  const { store } = newsroom;
  const views = {
    keep: (view: Parameters<typeof keepView>[1]) => keepView(store, view),
    find: (id: string) => viewById(store, id),
  };

  const join = async () => {
    const settings = { token: TOKEN, apiUrl: discord.api, shards: 'auto' } as const;
    const client = makeClient(settings, log);
    dispatch(client, { commands, openNewsroom: newsroom.open, views, log }, newsroom.clock);
    const connected = await connect(client, settings, log);
    await registerCommands(connected, commands);
    Object.assign(newsroom.delivering, { courier: () => openCourier(connected) });
    return connected;
  };
  let client = await join();

  return {
    ...newsroom,
    get newsroom() {
      return newsroom.newsroom;
    },
    discord,
    get client() {
      return client;
    },
    errors,
    async restart() {
      await client.destroy();
      client = await join();
    },
    async close() {
      await client.destroy();
      await discord.close();
      await newsroom.close();
      assert.deepEqual(judge.problems(), [], 'Discord would not have taken or answered this');
    },
  };
}

interface Part {
  readonly type?: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly components?: readonly Part[];
}

const partsOf = (components: readonly unknown[]): Part[] =>
  (components as readonly Part[]).flatMap((part) => [part, ...partsOf(part.components ?? [])]);

/** All the text of a message, as it was sent. */
export const textOf = ({ components }: Pick<ShownMessage, 'components'>): string =>
  partsOf(components ?? [])
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join('\n');

/** The custom id of a button by its label. */
export function button({ components }: Pick<ShownMessage, 'components'>, label: string): string {
  const found = partsOf(components ?? []).find((part) => part.label === label);
  if (!found?.custom_id) throw new Error(`There is no button “${label}”.`);
  return found.custom_id;
}

/** The menu of a message, with its entries' labels and values. */
export function menuOf({ components }: Pick<ShownMessage, 'components'>) {
  const found = partsOf(components ?? []).find((part) => part.options);
  if (!found?.custom_id) throw new Error('There is no menu.');
  return { id: found.custom_id, options: found.options ?? [] };
}

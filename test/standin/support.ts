import {
  Client,
  type ClientOptions,
  type RESTPostAPIApplicationCommandsJSONBody as CommandBody,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
} from 'discord.js';
import { afterEach, expect } from 'vitest';
import { StandIn, type StandInOptions } from '../../src/standin/standin.ts';
import { openJudge } from '../support/openapi.ts';

export const TOKEN = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(27)}`;

const judge = openJudge();

afterEach(() => {
  expect(judge.problems()).toEqual([]);
});

/** The stand-in. Where DISCORD_OPENAPI names Discord's description, what it takes and answers must agree with that. */
export function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  return StandIn.start({ watch: judge.watch, ...options });
}

/** The real client, logged in to the stand-in and sure of its guilds. */
export async function connect(standIn: StandIn, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], ...options, rest: { api: standIn.api } });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const guild = new Promise((resolve) => client.once(Events.GuildCreate, resolve));
  await client.login(TOKEN);
  await guild;
  return ready;
}

/** What Discord says no with: its code, the HTTP status, and the codes of single fields under their paths. */
export async function refusalOf(request: Promise<unknown>) {
  const thrown: unknown = await request.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof DiscordAPIError)) throw new Error(`not refused by Discord, but: ${String(thrown)}`);
  const { errors } = 'errors' in thrown.rawError ? thrown.rawError : { errors: undefined };
  return { code: thrown.code, status: thrown.status, fields: Object.fromEntries(codesIn(errors)) };
}

function codesIn(errors: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]): [string, string][] =>
    key === '_errors' ? [[path.join('.'), value[0].code]] : codesIn(value, [...path, key]),
  );
}

/** The next event of that name that the client emits. */
export function next<T>(client: Client, event: string): Promise<T> {
  return new Promise((resolve) => {
    client.once(event, (value: T) => resolve(value));
  });
}

export const who = {
  name: 'who',
  description: 'Who someone is',
  options: [{ type: 3, name: 'name', description: 'Whom you mean', required: true, autocomplete: true }],
} satisfies CommandBody;

/** A promise and what resolves it; Promise.withResolvers is not in Node 20. */
export function later<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Where the first answer to an interaction goes. */
export function callbackOf({ id, token }: Interaction): `/${string}` {
  return `/interactions/${id}/${token}/callback`;
}

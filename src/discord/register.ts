import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, type Client, Routes } from 'discord.js';
import type { Command } from './command.ts';
import { type CommandJSON, commandToJSON } from './command-json.ts';

/** Registers the commands, but only where they differ from what Discord has. @returns whether it had to. */
export async function registerCommands(client: Client<true>, commands: readonly Command[]): Promise<boolean> {
  const route = Routes.applicationCommands(client.application.id);
  const wanted = commands.map(commandToJSON);
  const registered = (await client.rest.get(route)) as readonly APIApplicationCommand[];
  if (isDeepStrictEqual(byName(registered), byName(wanted))) return false;
  await client.rest.put(route, { body: wanted });
  return true;
}

type Registered = Readonly<APIApplicationCommand | CommandJSON>;

const byName = (commands: readonly Registered[]) =>
  Object.fromEntries(commands.map((command) => [`${command.type ?? 1} ${command.name}`, essence(command)]));

/** What we say of a command. Discord adds ids and versions, and may leave out or spell out defaults. */
const essence = (command: Registered) => ({
  description: 'description' in command ? command.description : '',
  permissions: command.default_member_permissions ?? null,
  contexts: [...(command.contexts ?? [])].sort(),
  integrations: [...(command.integration_types ?? [])].sort(),
  options: (('options' in command && command.options) || []).map(optionEssence),
});

function optionEssence(option: object): object {
  const said = Object.entries(option).filter(([name, value]) => !/_localiz/.test(name) && !isDefault(value));
  return Object.fromEntries(
    said.map(([name, value]) => [
      name,
      name === 'options' ? (value as object[]).map(optionEssence) : comparable(value),
    ]),
  );
}

const isDefault = (value: unknown) =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);

/** The order of channel types means nothing; choices come back with empty localisations. */
function comparable(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  if (value.every((each) => typeof each === 'number')) return [...value].sort((a, b) => a - b);
  return value.map(({ name, value: inner }: { name: string; value: unknown }) => ({ name, value: inner }));
}

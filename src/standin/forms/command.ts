import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType as Type,
} from 'discord-api-types/v10';
import type { Form } from './form.ts';
import { readLocalizations, readName } from './names.ts';
import { readOptions } from './options.ts';

/** All names, descriptions and values of a command, its options and choices together. */
const CHARACTERS = 8000;

/** What a bot says of a command; Discord adds an id, a version and the application. */
export type CommandDraft = Pick<
  APIApplicationCommand,
  'type' | 'name' | 'description' | 'options' | 'default_member_permissions' | 'nsfw' | 'contexts' | 'integration_types'
> & {
  readonly dm_permission: boolean;
  readonly name_localizations: Record<string, string> | null;
  readonly description_localizations: Record<string, string> | null;
};

/** Reads a command, with Discord's defaults for what is left out. `settle` on the form throws what is wrong. */
export function readCommand(form: Form): CommandDraft {
  const type = form.among('type', [Type.ChatInput, Type.User, Type.Message]) ?? Type.ChatInput;
  const spoken = type === Type.ChatInput;
  const name = spoken ? readName(form) : (form.text('name', { min: 1, max: 32, required: true }) ?? '');
  const size = spoken ? { min: 1, max: 100, required: true } : { max: 0 };
  const description = form.text('description', size) ?? '';
  if (!spoken && form.has('options'))
    form.refuseField('options', 'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED', 'Context menu commands cannot have options');
  const options = spoken ? readOptions(form) : [];
  if (lengthOf({ name, description, options }) > CHARACTERS)
    form.refuse('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${CHARACTERS})`);
  return {
    type,
    name,
    name_localizations: readLocalizations(form, 'name_localizations', 32) ?? null,
    description,
    description_localizations: readLocalizations(form, 'description_localizations', 100) ?? null,
    default_member_permissions: readPermissions(form),
    dm_permission: form.flag('dm_permission') ?? true,
    contexts: readNumbers(form, 'contexts') ?? null,
    integration_types: readNumbers(form, 'integration_types') ?? [0],
    nsfw: form.flag('nsfw') ?? false,
    ...(options.length > 0 && { options }),
  };
}

/** A set of permission bits, as a number or, beyond what a number holds, as text. */
function readPermissions(form: Form): string | null {
  const value = form.raw('default_member_permissions');
  if (value === undefined) return null;
  const text = String(value);
  if (/^\d{1,20}$/.test(text)) return text;
  form.refuseField('default_member_permissions', 'NUMBER_TYPE_COERCE', `Value "${text}" is not int.`);
  return null;
}

function readNumbers(form: Form, key: string): number[] | undefined {
  const values = form.values(key, { min: 1 });
  const known = values?.filter((value) => value === 0 || value === 1 || value === 2);
  if (values && known && (known.length < values.length || new Set(known).size < known.length))
    form.refuseField(key, 'BASE_TYPE_CHOICES', 'Value must be one of (0, 1, 2), each once.');
  return known;
}

interface Named {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly APIApplicationCommandOption[];
}

function lengthOf({ name, description, options = [] }: Named): number {
  const inside = options.reduce((sum, option) => sum + choicesOf(option) + lengthOf(nestedOf(option)), 0);
  return name.length + description.length + inside;
}

function nestedOf(option: APIApplicationCommandOption): Named {
  const { name, description } = option;
  return 'options' in option && option.options ? { name, description, options: option.options } : { name, description };
}

function choicesOf(option: APIApplicationCommandOption): number {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return choices.reduce((sum, { name, value }) => sum + name.length + String(value).length, 0);
}

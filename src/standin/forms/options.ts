import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { type ChoiceType, readChoices } from './choices.ts';
import type { Form } from './form.ts';
import { readLocalizations, readName } from './names.ts';

const BASIC = [
  Type.String,
  Type.Integer,
  Type.Boolean,
  Type.User,
  Type.Channel,
  Type.Role,
  Type.Mentionable,
  Type.Number,
  Type.Attachment,
] as const;

type BasicType = (typeof BASIC)[number];

/** The options of a command: sub-commands (and groups of them), or things to fill in; never both. */
export function readOptions(command: Form): APIApplicationCommandOption[] {
  const forms = command.forms('options', { max: 25 }) ?? [];
  const nesting = forms.filter((form) => isNesting(form.raw('type')));
  if (nesting.length > 0 && nesting.length < forms.length)
    command.refuseField(
      'options',
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  checkNames(command, forms);
  checkOrder(command, forms);
  return forms.map((form) => {
    if (form.raw('type') === Type.SubcommandGroup) return readGroup(form);
    return form.raw('type') === Type.Subcommand ? readSubcommand(form) : readBasic(form);
  });
}

function isNesting(type: unknown): boolean {
  return type === Type.Subcommand || type === Type.SubcommandGroup;
}

function readGroup(form: Form): APIApplicationCommandSubcommandGroupOption {
  const forms = form.forms('options', { max: 25 }) ?? [];
  checkNames(form, forms);
  for (const inner of forms) inner.among('type', [Type.Subcommand], true);
  return { ...common(form), type: Type.SubcommandGroup, options: forms.map(readSubcommand) };
}

function readSubcommand(form: Form): APIApplicationCommandSubcommandOption {
  const forms = form.forms('options', { max: 25 }) ?? [];
  checkNames(form, forms);
  checkOrder(form, forms);
  const options = forms.map(readBasic);
  return { ...common(form), type: Type.Subcommand, ...(options.length > 0 && { options }) };
}

function readBasic(form: Form): APIApplicationCommandBasicOption {
  const type = form.among<BasicType>('type', BASIC, true) ?? Type.Boolean;
  const required = form.flag('required') ?? false;
  const base = { ...common(form), ...(required && { required }) };
  switch (type) {
    case Type.String:
      return { ...base, type, ...lengths(form), ...offered(form, type) };
    case Type.Integer:
      return { ...base, type, ...bounds(form), ...offered(form, type) };
    case Type.Number:
      return { ...base, type, ...bounds(form), ...offered(form, type) };
    case Type.Channel:
      return { ...base, type, ...channelTypes(form) };
    default:
      return { ...base, type };
  }
}

function common(form: Form) {
  const name_localizations = readLocalizations(form, 'name_localizations', 32);
  const description_localizations = readLocalizations(form, 'description_localizations', 100);
  return {
    name: readName(form),
    description: form.text('description', { min: 1, max: 100, required: true }) ?? '',
    ...(name_localizations && { name_localizations }),
    ...(description_localizations && { description_localizations }),
  };
}

/** Fixed choices or autocomplete, never both. */
function offered<T extends ChoiceType>(form: Form, type: T) {
  const choices = readChoices(form, type);
  const autocomplete = form.flag('autocomplete') ?? false;
  if (autocomplete && choices.length > 0) {
    const said = 'Autocomplete may not be set to true if choices are present';
    form.refuseField('autocomplete', 'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES', said);
  }
  for (const key of ['name', 'value'] as const)
    if (new Set(choices.map((choice) => choice[key])).size < choices.length)
      form.refuseField(
        'choices',
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        `Choice ${key} is not unique`,
      );
  return autocomplete ? { autocomplete } : { ...(choices.length > 0 && { choices }) };
}

function lengths(form: Form) {
  const min_length = form.whole('min_length', { min: 0, max: 6000 });
  const max_length = form.whole('max_length', { min: 1, max: 6000 });
  return { ...(min_length !== undefined && { min_length }), ...(max_length !== undefined && { max_length }) };
}

function bounds(form: Form) {
  const min_value = form.number('min_value');
  const max_value = form.number('max_value');
  return { ...(min_value !== undefined && { min_value }), ...(max_value !== undefined && { max_value }) };
}

function channelTypes(form: Form) {
  const channel_types = form.values('channel_types')?.filter((type) => typeof type === 'number');
  return channel_types ? { channel_types } : {};
}

function checkNames(parent: Form, forms: readonly Form[]): void {
  const names = forms.map((form) => form.raw('name'));
  if (new Set(names).size === names.length) return;
  parent.refuseField('options', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name is not unique');
}

function checkOrder(parent: Form, forms: readonly Form[]): void {
  const required = forms.map((form) => form.raw('required') === true);
  if (required.lastIndexOf(true) < required.filter(Boolean).length) return;
  const said = 'Required options must be placed before non-required options';
  parent.refuseField('options', 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', said);
}

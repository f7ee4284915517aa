import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Action, Command } from './command.ts';
import type { Option, Options, TypedOption } from './options.ts';

/** What Discord is told of a command. Apart from commands themselves, so that the command line starts without discord.js. */
export type CommandJSON =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

export function commandToJSON(command: Command): CommandJSON {
  const { name, description } = command;
  const managers = 'subcommands' in command && command.managersOnly;
  const common = {
    name,
    contexts: managers ? [InteractionContextType.Guild] : [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: managers ? String(PermissionFlagsBits.ManageGuild) : null,
  };
  // Discord shows no description in a menu and takes none.
  if ('menu' in command) return { ...common, type: ApplicationCommandType.Message };
  return {
    ...common,
    type: ApplicationCommandType.ChatInput,
    description,
    options:
      'run' in command ? optionsToJSON(command.options) : Object.entries(command.subcommands).map(subcommandToJSON),
  };
}

const subcommandToJSON = ([name, { description, options }]: [string, Action]) => ({
  type: ApplicationCommandOptionType.Subcommand as const,
  name,
  description,
  options: optionsToJSON(options),
});

/** Discord wants the required ones first. */
const optionsToJSON = (options: Options): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .flatMap(([name, option]) => (isTyped(option) ? [[name, option] as const] : []))
    .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
    .map(([name, option]) => optionToJSON(name, option));

/** Where a briefing can be posted. */
const POSTABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

/** Whether Discord is told of it. */
const isTyped = (option: Option): option is TypedOption => option.type !== 'links' && !option.hidden;

function optionToJSON(name: string, option: TypedOption): APIApplicationCommandBasicOption {
  const common = { name, description: option.description, required: option.required ?? false };
  switch (option.type) {
    case 'text': {
      const length = option.maxLength !== undefined && { max_length: option.maxLength };
      if (option.suggest)
        return { ...common, ...length, type: ApplicationCommandOptionType.String, autocomplete: true };
      const choices = option.choices?.map((choice) => ({ name: choice, value: choice }));
      return { ...common, ...length, type: ApplicationCommandOptionType.String, ...(choices && { choices }) };
    }
    case 'whole':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        ...(option.min !== undefined && { min_value: option.min }),
        ...(option.max !== undefined && { max_value: option.max }),
      };
    case 'channel':
      return { ...common, type: ApplicationCommandOptionType.Channel, channel_types: [...POSTABLE] };
    case 'role':
      return { ...common, type: ApplicationCommandOptionType.Role };
    case 'file':
      return { ...common, type: ApplicationCommandOptionType.Attachment };
  }
}

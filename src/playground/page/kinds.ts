import type {
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  MessageType,
  ApplicationCommandOptionType as Option,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';

// A browser cannot load discord-api-types, so its numbers stand here; the compiler compares them with the originals.

export const COMPONENT = {
  actionRow: 1 satisfies ComponentType.ActionRow,
  button: 2 satisfies ComponentType.Button,
  stringSelect: 3 satisfies ComponentType.StringSelect,
  userSelect: 5 satisfies ComponentType.UserSelect,
  roleSelect: 6 satisfies ComponentType.RoleSelect,
  mentionableSelect: 7 satisfies ComponentType.MentionableSelect,
  channelSelect: 8 satisfies ComponentType.ChannelSelect,
  section: 9 satisfies ComponentType.Section,
  textDisplay: 10 satisfies ComponentType.TextDisplay,
  thumbnail: 11 satisfies ComponentType.Thumbnail,
  mediaGallery: 12 satisfies ComponentType.MediaGallery,
  file: 13 satisfies ComponentType.File,
  separator: 14 satisfies ComponentType.Separator,
  container: 17 satisfies ComponentType.Container,
} as const;

export const BUTTON = {
  primary: 1 satisfies ButtonStyle.Primary,
  secondary: 2 satisfies ButtonStyle.Secondary,
  success: 3 satisfies ButtonStyle.Success,
  danger: 4 satisfies ButtonStyle.Danger,
  link: 5 satisfies ButtonStyle.Link,
  premium: 6 satisfies ButtonStyle.Premium,
} as const;

export const OPTION = {
  subcommand: 1 satisfies Option.Subcommand,
  group: 2 satisfies Option.SubcommandGroup,
  string: 3 satisfies Option.String,
  integer: 4 satisfies Option.Integer,
  boolean: 5 satisfies Option.Boolean,
  user: 6 satisfies Option.User,
  channel: 7 satisfies Option.Channel,
  role: 8 satisfies Option.Role,
  mentionable: 9 satisfies Option.Mentionable,
  number: 10 satisfies Option.Number,
  attachment: 11 satisfies Option.Attachment,
} as const;

export const SLASH_COMMAND = 1 satisfies ApplicationCommandType.ChatInput;
export const MESSAGE_COMMAND = 3 satisfies ApplicationCommandType.Message;
export const CHAT_INPUT_ANSWER = 20 satisfies MessageType.ChatInputCommand;
export const WIDE_SPACING = 2 satisfies SeparatorSpacingSize.Large;

export const LOADING = 128 satisfies MessageFlags.Loading;

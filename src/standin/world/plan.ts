import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';

/** A guild to begin with. Whoever is named is made up with it: people by their names, in lower case as usernames. */
export interface GuildPlan {
  readonly name: string;
  /** Its id, where its shard matters; otherwise one is given. */
  readonly id?: string;
  /** Who owns it, and so may do everything. */
  readonly owner: string;
  readonly members?: readonly string[];
  readonly channels: readonly ChannelPlan[];
  readonly roles?: readonly RolePlan[];
  /** The channel in which Discord greets who joins, by name; none if left out. */
  readonly systemChannel?: string;
  /** As its owner chose it; "en-US" if left out. */
  readonly locale?: string;
}

export interface ChannelPlan {
  readonly name: string;
  /** A text channel, if left out. */
  readonly type?: ChannelType;
  readonly topic?: string;
  /** The channel of a thread, or the category of a channel: id or name. */
  readonly parent?: string;
}

export interface RolePlan {
  readonly name: string;
  /** Permission bits; none if left out. */
  readonly permissions?: bigint;
  readonly mentionable?: boolean;
}

export interface WorldPlan {
  /** The bot's name. */
  readonly app?: string;
  readonly guilds: readonly GuildPlan[];
}

/** What everyone in a guild may do, as in a guild freshly made: no managing, no mentioning of everyone. */
export const EVERYONE =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.ChangeNickname |
  PermissionFlagsBits.CreatePublicThreads;

/** One guild: Ada owns it, Ben is a member, two channels. */
export const THE_HARBOUR: WorldPlan = {
  app: 'Lede',
  guilds: [
    {
      name: 'The Harbour',
      owner: 'Ada',
      members: ['Ben'],
      channels: [
        { name: 'news', type: ChannelType.GuildText, topic: 'What happened, and who said so' },
        { name: 'general', type: ChannelType.GuildText },
      ],
    },
  ],
};

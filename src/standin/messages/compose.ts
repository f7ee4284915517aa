import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Draft, SETTABLE } from '../forms/draft.ts';
import type { Channel } from '../world/records.ts';
import type { World } from '../world.ts';
import { withMedia } from './media.ts';
import { mentionsIn, textOf } from './mentions.ts';
import { hasFlag, type ShownMessage } from './shown.ts';
import type { Uploads } from './uploads.ts';

/** Who a message is from and what else Discord says about it that its author does not choose. */
export interface Authorship {
  readonly author: APIUser;
  readonly type?: MessageType;
  /** Flags that Discord sets: ephemeral, loading. */
  readonly flags?: number;
  readonly ephemeralFor?: string;
  readonly facts?: Partial<
    Pick<APIMessage, 'interaction' | 'interaction_metadata' | 'message_reference' | 'webhook_id' | 'application_id'>
  >;
}

/** A new message out of a draft. */
export function written(
  world: World,
  uploads: Uploads,
  channel: Channel,
  draft: Draft,
  { author, type = MessageType.Default, flags = 0, ephemeralFor, facts = {} }: Authorship,
): ShownMessage {
  const attachments = attached(uploads, channel, draft, []);
  const components = (draft.components ?? []).map((component) => withMedia(component, attachments, world.ids));
  return {
    id: world.ids.next(),
    channel_id: channel.id,
    author,
    content: draft.content ?? '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: draft.tts,
    ...pinged(world, channel, author, draft, `${draft.content ?? ''}\n${textOf(components)}`),
    attachments,
    embeds: draft.embeds ?? [],
    components,
    pinned: false,
    type,
    flags: (draft.flags & SETTABLE) | flags,
    ...facts,
    ...(ephemeralFor !== undefined && { ephemeralFor }),
  };
}

/** A message as an edit leaves it: what was left out stays; Components V2 and ephemeral stay whatever the flags say. */
export function edited(
  world: World,
  uploads: Uploads,
  channel: Channel,
  before: ShownMessage,
  draft: Draft,
): ShownMessage {
  const kept = before.attachments.filter(
    ({ id }) => !draft.attachments || draft.attachments.some((one) => one.id === id),
  );
  const attachments = attached(uploads, channel, draft, kept);
  const components =
    draft.components?.map((component) => withMedia(component, attachments, world.ids)) ?? before.components ?? [];
  const content = draft.content ?? before.content;
  const stays = (before.flags ?? 0) & ~MessageFlags.Loading;
  return {
    ...before,
    content,
    attachments,
    components,
    embeds: draft.embeds ?? before.embeds,
    ...pinged(world, channel, before.author, draft, `${content}\n${textOf(components)}`),
    flags: stays | (draft.flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2)),
    // Filling in an answer that was still loading is no edit to anyone.
    edited_timestamp: hasFlag(before, MessageFlags.Loading) ? null : new Date(world.now()).toISOString(),
  };
}

function pinged(world: World, channel: Channel, author: APIUser, { mentions }: Draft, text: string) {
  const everyone = (world.permissions(author.id, channel) & PermissionFlagsBits.MentionEveryone) !== 0n;
  return mentionsIn(text, mentions, world, world.guildOf(channel), everyone);
}

/** The files sent along, described by their notes (whose id is the n of `files[n]`), after those that are kept. */
function attached(uploads: Uploads, channel: Channel, draft: Draft, kept: readonly APIAttachment[]): APIAttachment[] {
  const sent = draft.files.map((file) => {
    const note = draft.attachments?.find(({ id }) => id === file.slot);
    return uploads.keep(channel.id, { ...file, name: note?.filename ?? file.name }, note?.description);
  });
  return [...kept, ...sent];
}

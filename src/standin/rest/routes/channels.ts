import { ChannelType, PermissionFlagsBits as May, MessageFlags } from 'discord-api-types/v10';
import type { Change } from '../../change.ts';
import { refuse } from '../../failure.ts';
import type { Messages } from '../../messages/messages.ts';
import { hasFlag, payloadOf } from '../../messages/shown.ts';
import type { Signal } from '../../signal.ts';
import { channelPayload } from '../../world/payloads.ts';
import type { World } from '../../world.ts';
import { requirePermission, requireSending, visibleChannel } from '../access.ts';
import { nothing, ok, type Route } from '../route.ts';

/** A channel itself, the typing in it, and the passing on of announcements. */
export function channelRoutes(world: World, messages: Messages, changes: Signal<Change>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      answer: (call) => {
        const channel = visibleChannel(world, call.part('channel'));
        return ok(channelPayload(channel, messages.all(channel.id).at(-1)?.id ?? null));
      },
    },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      answer: (call) => {
        const channel = visibleChannel(world, call.part('channel'));
        requireSending(world, channel);
        changes.tell({ kind: 'typing', channel: channel.id });
        return nothing;
      },
    },
    {
      method: 'POST',
      path: '/channels/:channel/messages/:message/crosspost',
      limit: 'crossposts',
      answer: (call) => {
        const channel = visibleChannel(world, call.part('channel'));
        if (channel.type !== ChannelType.GuildAnnouncement) throw refuse.wrongChannelType();
        const message = messages.history(channel.id, { limit: Infinity }).find(({ id }) => id === call.part('message'));
        if (!message) throw refuse.unknownMessage();
        if (hasFlag(message, MessageFlags.Crossposted)) throw refuse.alreadyCrossposted();
        requireSending(world, channel);
        if (message.author.id !== world.bot.id) requirePermission(world, channel, May.ManageMessages);
        return ok(payloadOf(messages.crosspost(channel, message)));
      },
    },
  ];
}

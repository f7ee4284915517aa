import { InteractionType, MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from '../../interactions/interaction.ts';
import type { Interactions } from '../../interactions/interactions.ts';
import type { Replies } from '../../interactions/replies.ts';
import { hasFlag, payloadOf, type ShownMessage } from '../../messages/shown.ts';
import { type Call, nothing, ok, type Reply, type Route } from '../route.ts';

/** The first answer to an interaction, and the webhook its token stands for afterwards. */
export function interactionRoutes(interactions: Interactions, replies: Replies): readonly Route[] {
  const webhook = (call: Call) => interactions.asWebhook(call.part('webhook'), call.part('token'));
  const path = '/webhooks/:webhook/:token';
  const open = { open: true, limit: 'interaction' } as const;
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      open: true,
      limit: 'none',
      answer: (call) => {
        const interaction = interactions.toAnswer(call.part('interaction'), call.part('token'));
        const message = replies.respond(interaction, call.body, call.files);
        return call.query.get('with_response') === 'true' ? ok(responseBody(interaction, message)) : nothing;
      },
    },
    {
      ...open,
      method: 'POST',
      path,
      answer: (call) => ok(payloadOf(replies.followUp(webhook(call), call.body, call.files))),
    },
    {
      ...open,
      method: 'GET',
      path: `${path}/messages/:message`,
      answer: (call) => ok(payloadOf(replies.find(webhook(call), call.part('message')))),
    },
    {
      ...open,
      method: 'PATCH',
      path: `${path}/messages/:message`,
      answer: (call) => ok(payloadOf(replies.edit(webhook(call), call.part('message'), call.body, call.files))),
    },
    {
      ...open,
      method: 'DELETE',
      path: `${path}/messages/:message`,
      answer: (call): Reply => {
        replies.delete(webhook(call), call.part('message'));
        return nothing;
      },
    },
  ];
}

const TYPES: Readonly<Record<Interaction['asked']['kind'], InteractionType>> = {
  command: InteractionType.ApplicationCommand,
  menu: InteractionType.ApplicationCommand,
  component: InteractionType.MessageComponent,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
};

/** What a callback answers when it is asked `with_response`. */
function responseBody({ asked, response }: Interaction, message: ShownMessage | undefined): object {
  const about = message && {
    response_message_id: message.id,
    response_message_loading: hasFlag(message, MessageFlags.Loading),
    response_message_ephemeral: message.ephemeralFor !== undefined,
  };
  return {
    interaction: { id: asked.id, type: TYPES[asked.kind], ...about },
    resource: { type: response, ...(message && { message: payloadOf(message) }) },
  };
}

import { refuse } from '../../failure.ts';
import { Form } from '../../forms/form.ts';
import { applicationPayload, channelPayload } from '../../world/payloads.ts';
import type { World } from '../../world.ts';
import { ok, type Route } from '../route.ts';

/** What the bot asks about itself, and how it finds the gateway and people. */
export function botRoutes(world: World, gateway: () => string, shards: number): readonly Route[] {
  const { bot } = world;
  const application = () => ok(applicationPayload(bot, world.guilds.filter(({ joined }) => joined).length));
  const limit = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 };
  return [
    { method: 'GET', path: '/gateway', open: true, answer: () => ok({ url: gateway() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      answer: () => ok({ url: gateway(), shards, session_start_limit: limit }),
    },
    { method: 'GET', path: '/users/@me', answer: () => ok({ ...bot, verified: true, email: null, flags: 0 }) },
    { method: 'GET', path: '/applications/@me', answer: application },
    { method: 'GET', path: '/oauth2/applications/@me', answer: application },
    {
      method: 'GET',
      path: '/users/:user',
      answer: (call) => {
        const user = world.users.find(({ id }) => id === call.part('user'));
        if (!user) throw refuse.unknownUser();
        return ok(user);
      },
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      answer: (call) => {
        const form = new Form(call.body);
        const recipient = form.snowflake('recipient_id', true);
        form.settle();
        const user = world.users.find(({ id }) => id === recipient && id !== bot.id);
        if (!user) throw refuse.noRecipient();
        return ok(channelPayload(world.directChannel(user)));
      },
    },
  ];
}

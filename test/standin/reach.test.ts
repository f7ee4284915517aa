import { type Client, MessageFlags, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/standin/standin.ts';
import { connect, refusalOf, startStandIn } from './support.ts';

let standIn: StandIn;
let client: Client<true>;
let channel: string;

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
});

beforeEach(() => {
  channel = standIn.world.addChannel({ name: 'quiet' }).id;
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const send = (body: object) => client.rest.post(Routes.channelMessages(channel), { body });

test('a message pings whom it names, as far as it allows itself', async () => {
  const role = standIn.world.addRole({ name: 'Readers', mentionable: true }).id;
  const ben = standIn.person('Ben').user.id;
  const content = `<@&${role}> <@${ben}> @everyone`;

  expect(await send({ content })).toMatchObject({
    mention_roles: [role],
    mentions: [{ id: ben }],
    mention_everyone: false,
  });
  expect(await send({ content, allowed_mentions: { parse: [] } })).toMatchObject({ mention_roles: [], mentions: [] });
  expect(await send({ content, allowed_mentions: { roles: [role] } })).toMatchObject({
    mention_roles: [role],
    mentions: [],
  });
  expect(await send({ flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content }] })).toMatchObject({
    mention_roles: [role],
  });
});

test('a role that is not for everyone to mention is not pinged, unless the bot may mention everyone', async () => {
  const { world } = standIn;
  const role = world.addRole({ name: 'Pilots' }).id;
  expect(await send({ content: `<@&${role}>` })).toMatchObject({ mention_roles: [] });

  world.setOverwrite(channel, world.bot.id, { allow: 1n << 17n });

  expect(await send({ content: `<@&${role}> @everyone` })).toMatchObject({
    mention_roles: [role],
    mention_everyone: true,
  });
});

test('announcements are passed on, once, and from announcement channels alone', async () => {
  const crosspost = () =>
    client.rest.post(Routes.channelMessageCrosspost(channel, standIn.messages(channel)[0]?.id ?? ''));
  await send({ content: 'one' });
  expect(await refusalOf(crosspost())).toMatchObject({ code: 50024, status: 400 });

  channel = standIn.world.addChannel({ name: 'announcements', type: 5 }).id;
  await send({ content: 'two' });
  expect(await crosspost()).toMatchObject({ flags: MessageFlags.Crossposted });
  expect(await refusalOf(crosspost())).toMatchObject({ code: 40033, status: 400 });
});

test('a thread takes messages like a channel', async () => {
  const { id } = standIn.world.addChannel({ name: 'ferry', type: 11, parent: channel });
  const thread = await client.channels.fetch(id);
  if (!thread?.isThread()) throw new Error('not a thread');

  await thread.send('in the thread');

  expect(standIn.messages(id)).toMatchObject([{ content: 'in the thread' }]);
});

test('a direct message reaches its reader, and no one who takes none', async () => {
  const ben = await client.users.fetch(standIn.person('Ben').user.id);

  const { channelId } = await ben.send('A new story');
  standIn.world.setDirectMessages('Ben', false);

  expect(standIn.messages(channelId, 'Ben')).toMatchObject([{ content: 'A new story' }]);
  expect(await refusalOf(ben.send('Another'))).toMatchObject({ code: 50007, status: 403 });
  expect(await refusalOf(client.rest.post(Routes.userChannels(), { body: { recipient_id: '1' } }))).toMatchObject({
    code: 50033,
    status: 400,
  });
});

test('someone who shares no server with the bot any more cannot be written to', async () => {
  const { id } = standIn.world.addMember('Cleo');
  const cleo = await client.users.fetch(id);
  await cleo.send('Welcome');

  standIn.world.removeMember('Cleo');

  expect(await refusalOf(cleo.send('Goodbye'))).toMatchObject({ code: 50278, status: 403 });
});

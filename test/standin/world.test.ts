import { type Client, Events, PermissionFlagsBits as May, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../src/standin/change.ts';
import type { StandIn } from '../../src/standin/standin.ts';
import type { Channel } from '../../src/standin/world/records.ts';
import { connect, next, refusalOf, startStandIn } from './support.ts';

let standIn: StandIn;
let client: Client<true>;

beforeEach(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
});

afterEach(async () => {
  await client.destroy();
  await standIn.close();
});

const news = () => standIn.world.channel('news')?.id ?? '';
const send = (body: object = { content: 'Good morning' }) => client.rest.post(Routes.channelMessages(news()), { body });

test('channels come, change and go, and the client hears of it', async () => {
  const made = next<{ name: string }>(client, Events.ChannelCreate);
  standIn.world.addChannel({ name: 'tides' });
  expect((await made).name).toBe('tides');

  const changed = next<{ name: string }>(client, Events.ChannelUpdate);
  standIn.world.editChannel('tides', { name: 'high-tides' });
  expect((await changed).name).toBe('tides');
  expect(client.channels.cache.map((channel) => ('name' in channel ? channel.name : ''))).toContain('high-tides');

  const gone = next<{ name: string }>(client, Events.ChannelDelete);
  standIn.world.deleteChannel('high-tides');
  expect((await gone).name).toBe('high-tides');
});

test('roles come, change and go, and the client hears of it', async () => {
  const made = next<{ name: string }>(client, Events.GuildRoleCreate);
  const { id } = standIn.world.addRole({ name: 'Readers' });
  expect((await made).name).toBe('Readers');

  const changed = next(client, Events.GuildRoleUpdate);
  standIn.world.editRole('Readers', { mentionable: true });
  await changed;
  expect(client.guilds.cache.first()?.roles.cache.get(id)?.mentionable).toBe(true);

  const gone = next<{ id: string }>(client, Events.GuildRoleDelete);
  standIn.world.deleteRole('Readers');
  expect((await gone).id).toBe(id);
});

test("the bot's own roles are told to it without the members intent", async () => {
  standIn.world.addRole({ name: 'Editors', permissions: May.ManageMessages });
  const told = next(client, Events.GuildMemberUpdate);

  standIn.world.setRoles(standIn.world.bot.id, ['Editors']);
  await told;

  expect(client.guilds.cache.first()?.members.me?.permissions.has('ManageMessages')).toBe(true);
});

test('a bot that is thrown out has no access, until it is invited again', async () => {
  const out = next<{ name: string }>(client, Events.GuildDelete);
  standIn.world.removeBot();
  expect((await out).name).toBe('The Harbour');
  expect(await refusalOf(send())).toMatchObject({ code: 50001, status: 403 });

  const back = next(client, Events.GuildCreate);
  standIn.world.addBot();
  await back;
  await send();
  expect(standIn.messages('news')).toHaveLength(1);
});

test.each<[missing: string, deny: bigint, body: object | undefined, code: number]>([
  ['sight of the channel', May.ViewChannel, undefined, 50001],
  ['the right to write', May.SendMessages, undefined, 50013],
  ['the right to embed', May.EmbedLinks, { embeds: [{ title: 'Hello' }] }, 50013],
])('without %s nothing is posted', async (_missing, deny, body, code) => {
  standIn.world.setOverwrite('news', standIn.world.bot.id, { deny });

  expect(await refusalOf(send(body))).toMatchObject({ code, status: 403 });
  expect(standIn.messages('news')).toEqual([]);
});

test('without the right to attach, files are refused', async () => {
  standIn.world.setOverwrite('news', standIn.world.bot.id, { deny: May.AttachFiles });
  const files = [{ name: 'a.txt', data: 'a' }];

  expect(await refusalOf(client.rest.post(Routes.channelMessages(news()), { files }))).toMatchObject({ code: 50013 });
});

test('without the right to read back, history is empty and a message is refused', async () => {
  await send();
  const { id } = standIn.messages('news')[0] ?? { id: '' };
  standIn.world.setOverwrite('news', standIn.world.bot.id, { deny: May.ReadMessageHistory });

  expect(await client.rest.get(Routes.channelMessages(news()))).toEqual([]);
  expect(await refusalOf(client.rest.get(Routes.channelMessage(news(), id)))).toMatchObject({ code: 50013 });
});

test('what everyone is denied, a role may be allowed, and the bot itself last of all', () => {
  const { world } = standIn;
  const role = world.guild()?.roles.find(({ name }) => name === 'Lede')?.id ?? '';
  const bits = () => world.permissions(world.bot.id, world.channel('news') as Channel);
  const mayWriteAfter = (who: string, overwrite: { allow?: bigint; deny?: bigint }) => {
    world.setOverwrite('news', who, overwrite);
    return (bits() & May.SendMessages) !== 0n;
  };

  expect(mayWriteAfter('@everyone', { deny: May.SendMessages })).toBe(false);
  expect(mayWriteAfter(role, { allow: May.SendMessages })).toBe(true);
  expect(mayWriteAfter(world.bot.id, { deny: May.SendMessages })).toBe(false);
  mayWriteAfter(world.bot.id, { deny: May.ViewChannel });
  expect(bits()).toBe(0n);
  world.editRole(role, { permissions: String(May.Administrator) });
  expect(bits() & May.SendMessages).not.toBe(0n);
});

test('a thread goes by the channel it hangs on, and writing in it is a right of its own', async () => {
  const { world } = standIn;
  const { id } = world.addChannel({ name: 'ferry', type: 11, parent: 'news' });
  const post = () => client.rest.post(Routes.channelMessages(id), { body: { content: 'x' } });
  world.setOverwrite('news', world.bot.id, { deny: May.SendMessages });
  await post();

  world.setOverwrite('news', world.bot.id, { deny: May.SendMessagesInThreads });

  expect(await refusalOf(post())).toMatchObject({ code: 50013 });
});

test('what is not there is unknown', async () => {
  const guild = standIn.world.guild()?.id ?? '';
  const codes = [
    Routes.channel('1'),
    Routes.channelMessage(news(), '1'),
    Routes.guild('1'),
    Routes.guildMember(guild, '1'),
    Routes.user('1'),
  ].map(async (path) => (await refusalOf(client.rest.get(path))).code);

  expect(await Promise.all(codes)).toEqual([10003, 10008, 10004, 10013, 10013]);
});

test('a deleted channel takes its threads along', async () => {
  const { id } = standIn.world.addChannel({ name: 'ferry', type: 11, parent: 'news' });
  standIn.world.deleteChannel('news');

  expect(await refusalOf(client.rest.get(Routes.channel(id)))).toMatchObject({ code: 10003, status: 404 });
});

test('a planned world has the same ids at every start', async () => {
  const other = await startStandIn();

  expect(other.world.channels.map(({ id }) => id)).toEqual(standIn.world.channels.map(({ id }) => id));
  await other.close();
});

test('whoever looks on is told what happens, until they look away', async () => {
  const seen: Change['kind'][] = [];
  const stop = standIn.on('change', ({ kind }) => seen.push(kind));
  await send();
  await client.application.commands.set([]);
  standIn.world.addChannel({ name: 'tides' });
  await client.rest.post(Routes.channelTyping(news()));
  stop();
  await send();

  expect(seen).toEqual(['created', 'commands', 'world', 'typing']);
});

import { type Client, MessageFlags, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StandIn } from '../../src/standin/standin.ts';
import { button, container, entry, link, many, picture, row, section, select, text } from './builders.ts';
import { connect, refusalOf, startStandIn } from './support.ts';

const V2 = MessageFlags.IsComponentsV2;

let standIn: StandIn;
let client: Client<true>;
let channel: string;

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
  channel = standIn.world.channel('news')?.id ?? '';
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const send = (body: object) => client.rest.post(Routes.channelMessages(channel), { body });
const sendV2 = (...components: readonly object[]) => send({ flags: V2, components });

test('a message of every kind of component is taken, and each of its components gets an id', async () => {
  const sent = await sendV2(
    text(),
    container(
      section([text('One')], { type: 11, ...picture() }),
      { type: 14 },
      { type: 12, items: [picture()] },
      row(select({ options: many(25, (n) => entry(`s${n}`)), max_values: 2 })),
    ),
    row(button('next'), link('https://news.example/harbour')),
  );

  expect(sent).toMatchObject({
    flags: V2,
    content: '',
    components: [
      { type: 10, id: 1, content: 'A line' },
      {
        type: 17,
        id: 2,
        accent_color: null,
        components: [
          { type: 9, components: [{ id: 4 }], accessory: { type: 11, id: 5 } },
          { type: 14, id: 6, spacing: 1, divider: true },
          { type: 12, id: 7 },
          { type: 1, id: 8, components: [{ type: 3, id: 9, max_values: 2, min_values: 1 }] },
        ],
      },
      { type: 1, id: 10, components: [{ id: 11 }, { id: 12 }] },
    ],
  });
});

test('ids that are given are kept, and the others avoid them', async () => {
  expect(await sendV2({ ...text(), id: 2 }, text(), text())).toMatchObject({
    components: [{ id: 2 }, { id: 1 }, { id: 3 }],
  });
});

test('exactly 40 components and 4000 characters are taken', async () => {
  const sent = await sendV2(container(...many(39, (n) => text('x'.repeat(n === 0 ? 4000 - 38 : 1)))));

  expect(sent).toMatchObject({ components: [{ components: { length: 39 } }] });
});

test.each([
  ['content', { content: 'Hello' }],
  ['embeds', { embeds: [{ title: 'Hello' }] }],
  ['poll', { poll: { question: { text: 'Hello?' } } }],
  ['sticker_ids', { sticker_ids: ['1'] }],
])('with Components V2 there is no %s', async (field, more) => {
  const { fields } = await refusalOf(send({ flags: V2, components: [text()], ...more }));

  expect(fields).toEqual({ [field]: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2' });
});

test('without the flag there are action rows alone, five at most', async () => {
  expect((await refusalOf(send({ content: 'Hi', components: [text()] }))).fields).toEqual({
    'components.0.type': 'UNION_TYPE_CHOICES',
  });
  const rows = many(6, (n) => row(button(`b${n}`)));
  expect((await refusalOf(send({ content: 'Hi', components: rows }))).fields).toEqual({
    components: 'BASE_TYPE_MAX_LENGTH',
  });
});

test('a message that shows nothing is refused', async () => {
  expect(await refusalOf(send({ flags: V2, components: [] }))).toMatchObject({ code: 50006, status: 400 });
  expect(await refusalOf(send({ content: ' ' }))).toMatchObject({ code: 50006, status: 400 });
});

test('once Components V2, a message stays so', async () => {
  await sendV2(text('one'));
  const { id } = standIn.messages('news').at(-1) ?? { id: '' };
  const edit = (body: object) => client.rest.patch(Routes.channelMessage(channel, id), { body });

  expect(await edit({ flags: 0, components: [text('two')] })).toMatchObject({
    flags: V2,
    components: [{ content: 'two' }],
  });
  expect((await refusalOf(edit({ content: 'three' }))).fields).toMatchObject({
    content: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  });
});

test('a message becomes Components V2 only once its content is taken away', async () => {
  await send({ content: 'plain' });
  const { id } = standIn.messages('news').at(-1) ?? { id: '' };
  const edit = (body: object) => client.rest.patch(Routes.channelMessage(channel, id), { body });

  expect((await refusalOf(edit({ flags: V2, components: [text()] }))).fields).toMatchObject({
    content: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  });
  expect(await edit({ flags: V2, content: null, components: [text()] })).toMatchObject({ flags: V2, content: '' });
});

test('a file that is sent along is shown by its component, and can be fetched', async () => {
  await client.rest.post(Routes.channelMessages(channel), {
    body: { flags: V2, components: [{ type: 13, file: { url: 'attachment://feeds.opml' } }] },
    files: [{ name: 'feeds.opml', data: '<opml/>', contentType: 'text/xml' }],
  });

  const { components, attachments } = standIn.messages('news').at(-1) ?? {};
  const url = attachments?.[0]?.url ?? '';
  expect(components).toMatchObject([{ type: 13, name: 'feeds.opml', size: 7, file: { url } }]);
  expect(await (await fetch(url)).text()).toBe('<opml/>');
});

import { type Client, MessageFlags, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StandIn } from '../../src/standin/standin.ts';
import { connect, refusalOf } from './support.ts';

const V2 = MessageFlags.IsComponentsV2;

let standIn: StandIn;
let client: Client<true>;
let channel: string;

beforeAll(async () => {
  standIn = await StandIn.start({ rateLimits: 'off' });
  client = await connect(standIn);
  channel = standIn.world.channel('news')?.id ?? '';
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const send = (body: object) => client.rest.post(Routes.channelMessages(channel), { body });
const sendV2 = (...components: readonly object[]) => send({ flags: V2, components });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

const text = (content = 'A line') => ({ type: 10, content });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: 'Next', custom_id, ...more });
const link = (url: string, more: object = {}) => ({ type: 2, style: 5, label: 'Read', url, ...more });
const row = (...components: readonly object[]) => ({ type: 1, components });
const select = (more: object = {}) => ({ type: 3, custom_id: 'story', options: [entry('a')], ...more });
const entry = (value: string, more: object = {}) => ({ label: 'A story', value, ...more });
const container = (...components: readonly object[]) => ({ type: 17, components });
const section = (components: readonly object[], accessory?: object) => ({ type: 9, components, accessory });
const picture = (url = 'https://news.example/harbour.jpg') => ({ media: { url } });

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

test.each<[why: string, components: readonly object[], field: string, code: string]>([
  [
    '41 components, nested ones counted',
    [container(...many(40, () => text()))],
    'components',
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4001 characters of text in all',
    [text('x'.repeat(2000)), container(section([text('x'.repeat(2001))], button('b')))],
    'components',
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['an empty text', [text('')], 'components.0.content', 'BASE_TYPE_BAD_LENGTH'],
  ['a component Discord does not know', [{ type: 99 }], 'components.0.type', 'UNION_TYPE_CHOICES'],
  ['a button outside of a row', [button('b')], 'components.0.type', 'UNION_TYPE_CHOICES'],
  [
    'a container in a container',
    [container(container(text()))],
    'components.0.components.0.type',
    'UNION_TYPE_CHOICES',
  ],
  ['an empty container', [container()], 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
  ['an empty row', [row()], 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
  [
    'six buttons in a row',
    [row(...many(6, (n) => button(`b${n}`)))],
    'components.0.components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a select beside a button',
    [row(button('b'), select())],
    'components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'a section of four texts',
    [
      section(
        many(4, () => text()),
        button('b'),
      ),
    ],
    'components.0.components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['a section without an accessory', [section([text()])], 'components.0.accessory', 'BASE_TYPE_REQUIRED'],
  [
    'a section with a select as accessory',
    [section([text()], select())],
    'components.0.accessory.type',
    'UNION_TYPE_CHOICES',
  ],
  [
    'two buttons of one custom id',
    [row(button('b')), container(row(button('b')))],
    'components.1.components.0.components.0.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'two components of one id',
    [
      { ...text(), id: 7 },
      { ...text(), id: 7 },
    ],
    'components.0.id',
    'COMPONENT_ID_DUPLICATED',
  ],
  ['a custom id of 101', [row(button('b'.repeat(101)))], 'components.0.components.0.custom_id', 'BASE_TYPE_BAD_LENGTH'],
  ['an empty custom id', [row(button(''))], 'components.0.components.0.custom_id', 'BASE_TYPE_BAD_LENGTH'],
  [
    'a label of 81',
    [row(button('b', { label: 'l'.repeat(81) }))],
    'components.0.components.0.label',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button that shows nothing',
    [row(button('b', { label: '' }))],
    'components.0.components.0',
    'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
  ],
  [
    'a word for an emoji',
    [row(button('b', { emoji: { name: 'boat' } }))],
    'components.0.components.0.emoji.name',
    'BUTTON_COMPONENT_INVALID_EMOJI',
  ],
  ['a button of no style', [row(button('b', { style: 9 }))], 'components.0.components.0.style', 'BASE_TYPE_CHOICES'],
  [
    'a link with a custom id',
    [row(link('https://news.example', { custom_id: 'b' }))],
    'components.0.components.0.custom_id',
    'BUTTON_COMPONENT_CUSTOM_ID_URL',
  ],
  [
    'a link to nowhere',
    [row({ type: 2, style: 5, label: 'Read' })],
    'components.0.components.0.url',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a link by an unknown scheme',
    [row(link('javascript:alert(1)'))],
    'components.0.components.0.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a link of 513',
    [row(link(`https://news.example/${'x'.repeat(492)}`))],
    'components.0.components.0.url',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    '26 entries',
    [row(select({ options: many(26, (n) => entry(`s${n}`)) }))],
    'components.0.components.0.options',
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['no entries', [row(select({ options: [] }))], 'components.0.components.0.options', 'BASE_TYPE_BAD_LENGTH'],
  [
    'an entry labelled in 101',
    [row(select({ options: [entry('a', { label: 'l'.repeat(101) })] }))],
    'components.0.components.0.options.0.label',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an entry described in 101',
    [row(select({ options: [entry('a', { description: 'd'.repeat(101) })] }))],
    'components.0.components.0.options.0.description',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an entry valued in 101',
    [row(select({ options: [entry('v'.repeat(101))] }))],
    'components.0.components.0.options.0.value',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'two entries of one value',
    [row(select({ options: [entry('a'), entry('a')] }))],
    'components.0.components.0.options.1.value',
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a placeholder of 151',
    [row(select({ placeholder: 'p'.repeat(151) }))],
    'components.0.components.0.placeholder',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'more to choose than there is',
    [row(select({ max_values: 2 }))],
    'components.0.components.0.max_values',
    'NUMBER_TYPE_MAX',
  ],
  [
    'a gallery of eleven',
    [{ type: 12, items: many(11, () => picture()) }],
    'components.0.items',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a picture that was not sent along',
    [{ type: 12, items: [picture('attachment://no.png')] }],
    'components.0.items.0.media.url',
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'a file from the web',
    [{ type: 13, file: { url: 'https://news.example/feeds.opml' } }],
    'components.0.file.url',
    'URL_TYPE_INVALID_URL',
  ],
  ['a separator of no size', [{ type: 14, spacing: 3 }], 'components.0.spacing', 'BASE_TYPE_CHOICES'],
  [
    'a colour beyond white',
    [{ ...container(text()), accent_color: 0x1000000 }],
    'components.0.accent_color',
    'NUMBER_TYPE_MAX',
  ],
])('%s: refused', async (_why, components, field, code) => {
  const refusal = await refusalOf(sendV2(...components));

  expect(refusal).toMatchObject({ code: 50035, status: 400 });
  expect(refusal.fields).toMatchObject({ [field]: code });
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

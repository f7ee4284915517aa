import { type Client, MessageFlags, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StandIn } from '../../src/standin/standin.ts';
import { button, container, entry, link, many, picture, row, section, select, text } from './builders.ts';
import { connect, refusalOf, startStandIn } from './support.ts';

let standIn: StandIn;
let client: Client<true>;

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const send = (components: readonly object[]) =>
  client.rest.post(Routes.channelMessages(standIn.world.channel('news')?.id ?? ''), {
    body: { flags: MessageFlags.IsComponentsV2, components },
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
  const refusal = await refusalOf(send(components));

  expect(refusal).toMatchObject({ code: 50035, status: 400 });
  expect(refusal.fields).toMatchObject({ [field]: code });
});

test.each<[why: string, control: object, field: string, code: string]>([
  ['a custom id of 101', button('b'.repeat(101)), 'custom_id', 'BASE_TYPE_BAD_LENGTH'],
  ['an empty custom id', button(''), 'custom_id', 'BASE_TYPE_BAD_LENGTH'],
  ['a label of 81', button('b', { label: 'l'.repeat(81) }), 'label', 'BASE_TYPE_MAX_LENGTH'],
  ['a button that shows nothing', button('b', { label: '' }), '', 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED'],
  ['a word for an emoji', button('b', { emoji: { name: 'boat' } }), 'emoji.name', 'BUTTON_COMPONENT_INVALID_EMOJI'],
  ['a button of no style', button('b', { style: 9 }), 'style', 'BASE_TYPE_CHOICES'],
  [
    'a link with a custom id',
    link('https://news.example', { custom_id: 'b' }),
    'custom_id',
    'BUTTON_COMPONENT_CUSTOM_ID_URL',
  ],
  ['a link to nowhere', { type: 2, style: 5, label: 'Read' }, 'url', 'BASE_TYPE_REQUIRED'],
  ['a link by an unknown scheme', link('javascript:alert(1)'), 'url', 'URL_TYPE_INVALID_SCHEME'],
  ['a link of 513', link(`https://news.example/${'x'.repeat(492)}`), 'url', 'BASE_TYPE_MAX_LENGTH'],
  ['26 entries', select({ options: many(26, (n) => entry(`s${n}`)) }), 'options', 'BASE_TYPE_BAD_LENGTH'],
  ['no entries', select({ options: [] }), 'options', 'BASE_TYPE_BAD_LENGTH'],
  [
    'an entry labelled in 101',
    select({ options: [entry('a', { label: 'l'.repeat(101) })] }),
    'options.0.label',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an entry described in 101',
    select({ options: [entry('a', { description: 'd'.repeat(101) })] }),
    'options.0.description',
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['an entry valued in 101', select({ options: [entry('v'.repeat(101))] }), 'options.0.value', 'BASE_TYPE_BAD_LENGTH'],
  [
    'two entries of one value',
    select({ options: [entry('a'), entry('a')] }),
    'options.1.value',
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  ['a placeholder of 151', select({ placeholder: 'p'.repeat(151) }), 'placeholder', 'BASE_TYPE_MAX_LENGTH'],
  ['more to choose than there is', select({ max_values: 2 }), 'max_values', 'NUMBER_TYPE_MAX'],
])('%s, in a row: refused', async (_why, control, field, code) => {
  const refusal = await refusalOf(send([row(control)]));

  expect(refusal).toMatchObject({ code: 50035, status: 400 });
  expect(refusal.fields).toMatchObject({ [['components.0.components.0', field].filter(Boolean).join('.')]: code });
});

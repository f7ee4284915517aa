import {
  type Client,
  ComponentType,
  Events,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  Routes,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ShownMessage } from '../../src/standin/messages/shown.ts';
import type { StandIn } from '../../src/standin/standin.ts';
import { connect, later, startStandIn } from './support.ts';

let standIn: StandIn;
let client: Client<true>;
let posted: ShownMessage;
let answer: (interaction: MessageComponentInteraction) => Promise<unknown>;

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
  client.on(Events.InteractionCreate, (interaction: Interaction) =>
    interaction.isMessageComponent() ? answer(interaction) : undefined,
  );
});

beforeEach(async () => {
  const channel = await client.channels.fetch(standIn.world.channel('news')?.id ?? '');
  if (!channel?.isSendable()) throw new Error('the channel takes no messages');
  await channel.send({ flags: MessageFlags.IsComponentsV2, components: page('Page 1') });
  posted = standIn.messages('news').at(-1) ?? posted;
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const page = (content: string) => [
  {
    type: ComponentType.Container as const,
    components: [
      { type: ComponentType.TextDisplay as const, content },
      {
        type: ComponentType.ActionRow as const,
        components: [
          { type: ComponentType.Button as const, style: 1 as const, label: 'Next', custom_id: 'next' },
          {
            type: ComponentType.Button as const,
            style: 1 as const,
            label: 'Previous',
            custom_id: 'back',
            disabled: true,
          },
        ],
      },
    ],
  },
  {
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.StringSelect as const,
        custom_id: 'open',
        options: ['ferry', 'vote'].map((value) => ({ label: `The ${value}`, value })),
      },
    ],
  },
  {
    type: ComponentType.ActionRow as const,
    components: [{ type: ComponentType.ChannelSelect as const, custom_id: 'where', channel_types: [0 as const] }],
  },
];
const shown = () => JSON.stringify(standIn.messages('news').at(-1)?.components);

test('a press turns the page in its place', async () => {
  answer = (interaction) => interaction.update({ components: page('Page 2') });

  const given = await standIn.person().press(posted, 'next');

  expect(given).toMatchObject({ updated: true, private: false, deferred: false, message: { id: posted.id } });
  expect(shown()).toContain('Page 2');
});

test('a press may be acknowledged first and turn the page later', async () => {
  answer = async (interaction) => {
    await interaction.deferUpdate();
    await interaction.editReply({ components: page('Page 3') });
  };

  const given = await standIn.person().press(posted, 'next');

  expect(given).toMatchObject({ updated: true, deferred: true, message: { id: posted.id } });
  expect(shown()).toContain('Page 3');
});

test('a press may be answered privately, which leaves the message as it is', async () => {
  answer = (interaction) => interaction.reply({ content: 'Your own page', flags: MessageFlags.Ephemeral });

  const given = await standIn.person('Ben').press(posted, 'next');

  expect(given).toMatchObject({ updated: false, private: true, message: { content: 'Your own page' } });
  expect(standIn.messages('news', 'Ada').at(-1)?.id).toBe(posted.id);
});

test('a private answer can be paged too', async () => {
  answer = (interaction) =>
    interaction.reply({ flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2, components: page('Mine 1') });
  const { message } = await standIn.person().press(posted, 'next');
  answer = (interaction) => interaction.update({ components: page('Mine 2') });

  const given = await standIn.person().press(message, 'next');

  expect(given).toMatchObject({ updated: true, private: true, message: { id: message.id } });
  await expect(standIn.person('Ben').press(message, 'next')).rejects.toThrow('This message is not there');
});

test('a choice arrives with its values', async () => {
  const chosen = later<readonly string[]>();
  answer = async (interaction) => {
    await interaction.reply('opened');
    if (interaction.isStringSelectMenu()) chosen.resolve(interaction.values);
  };

  await standIn.person().choose(posted, 'open', ['vote']);

  expect(await chosen.promise).toEqual(['vote']);
});

test('a channel is chosen by its name and arrives resolved', async () => {
  const chosen = later<readonly string[]>();
  answer = async (interaction) => {
    await interaction.reply('noted');
    if (interaction.isChannelSelectMenu()) chosen.resolve(interaction.channels.map((one) => `${one?.id}`));
  };

  await standIn.person().choose(posted, 'where', ['general']);

  expect(await chosen.promise).toEqual([standIn.world.channel('general')?.id]);
});

test.each([
  ['a greyed-out button', () => standIn.person().press(posted, 'back'), 'greyed out'],
  ['a button that is not there', () => standIn.person().press(posted, 'gone'), 'has no “gone”'],
  ['an entry that is not there', () => standIn.person().choose(posted, 'open', ['regatta']), 'not in the list'],
  [
    'two entries where one is asked for',
    () => standIn.person().choose(posted, 'open', ['vote', 'ferry']),
    'Choose 1 to 1',
  ],
])('%s cannot be used', async (_why, use, said) => {
  await expect(use()).rejects.toThrow(said);
});

test('a press that no one answers has failed', async () => {
  const hasty = await startStandIn({ patience: 20 });
  const bot = await connect(hasty);
  const body = { flags: MessageFlags.IsComponentsV2, components: page('Page 1') };
  await bot.rest.post(Routes.channelMessages(hasty.world.channel('news')?.id ?? ''), { body });
  const [message] = hasty.messages('news');

  await expect(message && hasty.person().press(message, 'next')).rejects.toThrow('This interaction failed');
  await bot.destroy();
  await hasty.close();
});

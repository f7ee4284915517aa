import {
  ActionRowBuilder,
  ApplicationCommandType,
  type AutocompleteInteraction,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  Events,
  FileBuilder,
  GatewayIntentBits,
  type MessageComponentInteraction,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
  SectionBuilder,
  SeparatorBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js';

const V2 = MessageFlags.IsComponentsV2;
const text = (content: string) => new TextDisplayBuilder().setContent(content);
const button = (id: string, label: string, style: ButtonStyle = ButtonStyle.Secondary) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(style);

const PEOPLE = ['Mara Lindqvist', 'Marek Oduya', 'Tomas Brandt'];
const PAGES = [
  '### [Ferry pier reopens after storm](https://news.example/ferry)\n> The first boat left at six on Monday.',
  '### [Council delays the harbour vote](https://news.example/vote)\n> “We need another week,” she said.',
];

const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  new SlashCommandBuilder()
    .setName('brief')
    .setDescription('The news, in one page')
    .addStringOption((since) =>
      since
        .setName('since')
        .setDescription('How far back')
        .addChoices({ name: '24 hours', value: '24h' }, { name: '3 days', value: '3d' }),
    )
    .toJSON(),
  new SlashCommandBuilder()
    .setName('who')
    .setDescription('Who somebody is, and who says so')
    .addStringOption((name) =>
      name.setName('name').setDescription('A person, organisation or place').setRequired(true).setAutocomplete(true),
    )
    .addIntegerOption((days) => days.setName('days').setDescription('How many days back').setMinValue(1))
    .toJSON(),
  new SlashCommandBuilder()
    .setName('schedule')
    .setDescription('Briefings at an hour you choose')
    .addSubcommand((add) =>
      add
        .setName('add')
        .setDescription('Brief a channel every day')
        .addChannelOption((channel) => channel.setName('channel').setDescription('Where').setRequired(true))
        .addStringOption((time) => time.setName('time').setDescription('When, as 07:00').setRequired(true)),
    )
    .toJSON(),
  new SlashCommandBuilder().setName('slow').setDescription('Takes a while').toJSON(),
  new SlashCommandBuilder()
    .setName('import')
    .setDescription('Takes a file')
    .addAttachmentOption((file) => file.setName('file').setDescription('A list of feeds').setRequired(true))
    .toJSON(),
  new ContextMenuCommandBuilder().setName('Brief this link').setType(ApplicationCommandType.Message).toJSON(),
  new SlashCommandBuilder().setName('silent').setDescription('Never answers').toJSON(),
];

/** A small bot on the real client, whose answers use what the page must draw. `finish` ends what /slow began. */
export async function startHarbourBot(api: string): Promise<{ client: Client<true>; finish(): void }> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete()) await suggest(interaction);
    else if (interaction.isChatInputCommand()) await answer(interaction, finished);
    else if (interaction.isMessageContextMenuCommand()) {
      const said = text(`You asked about “${interaction.targetMessage.content}”.`);
      await interaction.reply({ flags: V2 | MessageFlags.Ephemeral, components: [said] });
    } else if (interaction.isMessageComponent()) await react(interaction);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login('harbour');
  const connected = await ready;
  await connected.application.commands.set(COMMANDS);
  return { client: connected, finish };
}

async function suggest(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused().toLowerCase();
  const names = PEOPLE.filter((name) => name.toLowerCase().includes(typed));
  await interaction.respond(names.map((name) => ({ name, value: name })));
}

async function answer(interaction: ChatInputCommandInteraction, finished: Promise<void>): Promise<void> {
  switch (interaction.commandName) {
    case 'brief':
      await interaction.reply({ flags: V2, components: briefing(0) });
      break;
    case 'who':
      await interaction.reply({ flags: V2, components: [dossier(interaction.options.getString('name', true))] });
      break;
    case 'schedule': {
      const channel = interaction.options.getChannel('channel', true);
      const said = text(`Every day at **${interaction.options.getString('time', true)}** in <#${channel.id}>.`);
      await interaction.reply({ flags: V2 | MessageFlags.Ephemeral, components: [said] });
      break;
    }
    case 'import': {
      const { name, size } = interaction.options.getAttachment('file', true);
      const files = [{ name: 'feeds.opml', attachment: Buffer.from('<opml/>') }];
      const back = new FileBuilder().setURL('attachment://feeds.opml');
      await interaction.reply({ flags: V2, components: [text(`Took ${name}, ${size} bytes.`), back], files });
      break;
    }
    case 'slow':
      await interaction.deferReply();
      await finished;
      await interaction.editReply({ flags: V2, components: [text('Done at last.')] });
      break;
  }
}

async function react(interaction: MessageComponentInteraction): Promise<void> {
  if (interaction.customId === 'next') await interaction.update({ flags: V2, components: briefing(1) });
  else if (interaction.customId === 'previous') await interaction.update({ flags: V2, components: briefing(0) });
  else if (interaction.isStringSelectMenu()) {
    const said = text(`You opened *${interaction.values[0]}*.`);
    await interaction.reply({ flags: V2 | MessageFlags.Ephemeral, components: [said] });
  }
}

function briefing(page: number): ContainerBuilder[] {
  const stories = new StringSelectMenuBuilder()
    .setCustomId('story')
    .setPlaceholder('Open a story')
    .addOptions({ label: 'Ferry pier', value: 'ferry', description: '2 sources' }, { label: 'Vote', value: 'vote' });
  const turn = [
    button('previous', 'Previous').setDisabled(page === 0),
    button('next', 'Next', ButtonStyle.Primary).setDisabled(page === 1),
  ];
  const container = new ContainerBuilder()
    .setAccentColor(0x2d6cdf)
    .addTextDisplayComponents(text('# The Harbour today'), text(PAGES[page] ?? ''))
    .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(stories))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(turn))
    .addSeparatorComponents(new SeparatorBuilder())
    .addTextDisplayComponents(text(`-# Read 2 · stories 2 · page ${page + 1} of 2`));
  return [container];
}

function dossier(name: string): ContainerBuilder {
  const link = new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel('Article').setURL('https://news.example/vote');
  const section = new SectionBuilder()
    .addTextDisplayComponents(text(`# ${name}\nperson`), text('> “We need another week.”'))
    .setButtonAccessory(link);
  return new ContainerBuilder().addSectionComponents(section);
}

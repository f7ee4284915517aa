import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChannelType } from 'discord.js';
import { CHANNEL_KINDS, type ChannelKind, type Schedule } from '../../src/model/schedule.ts';
import type { StandIn } from '../../src/standin/standin.ts';
import type { WorldPlan } from '../../src/standin/world/plan.ts';
import { addSchedule } from '../../src/store/schedules/schedules.ts';
import type { Store } from '../../src/store/store.ts';

const TYPES: Readonly<Record<ChannelKind, ChannelType>> = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  thread: ChannelType.PublicThread,
};
const CHANNELS_EACH = 48;

/** As many channels as are asked for, of every kind in turn, in servers of some dozens each. */
export function harbours(channels: number): WorldPlan {
  const guilds = Array.from({ length: Math.ceil(channels / CHANNELS_EACH) }, (_, guild) => ({
    name: `Harbour ${guild}`,
    owner: 'Ada',
    channels: [
      { name: `quay-${guild}`, type: ChannelType.GuildText },
      ...Array.from({ length: CHANNELS_EACH }, (_, at) => {
        const kind = CHANNEL_KINDS[at % CHANNEL_KINDS.length]!;
        return {
          name: `${kind}-${guild}-${at}`,
          type: TYPES[kind],
          ...(kind === 'thread' && { parent: `quay-${guild}` }),
        };
      }),
    ],
  }));
  return { guilds };
}

/** Schedules for channels that have had none, due now. @returns how many there are then */
export async function scheduleSome(store: Store, discord: StandIn, from: number, count: number): Promise<number> {
  const channels = discord.world.channels.filter(({ name }) => /^(text|announcement|thread)-/.test(name));
  const soon = Date.now() - 1_000;
  for (const { id, guild = '', name } of channels.slice(from, from + count)) {
    const schedule: Schedule = {
      id: `s${id}`,
      guild,
      channel: id,
      kind: name.split('-')[0] as ChannelKind,
      expression: '0 0 1 1 *',
      zone: 'UTC',
      stories: 12,
      madeBy: discord.world.user('Ada')!.id,
      madeAt: new Date(soon),
      state: 'active',
      nextSlot: new Date(soon - (soon % 1_000)),
    };
    await addSchedule(store, schedule);
  }
  return Math.min(channels.length, from + count);
}

const EVENTS = [
  'A crane fell into the basin at Nordvik and broke two fishing boats. Nobody was hurt.',
  'The Ostersund brewery will hire forty people this spring. Its owner Mats Lund called it a good year.',
  'Teachers of the Fjellby school walked out over cold classrooms. “We can see our breath,” said Ida Holm.',
  'A rare owl was counted on Langoy island. Visitors may watch it from the old mill.',
  'The Vesterhavn tunnel was flooded by a burst pipe. Buses replace the trains until Friday.',
  'Farmers near Sandnes lost half of their cherries to frost. They ask the county for help.',
  'A swimmer crossed the Grimstad sound in four hours. It is the fastest crossing so far.',
];

/** A file of news of this hour: seven events, which make an edition of three messages. */
export function writeNews(folder: string): void {
  const publishedAt = new Date(Date.now() - 600_000).toISOString();
  const articles = EVENTS.map((text, at) => ({
    title: text.slice(0, text.indexOf('.')),
    url: `https://gull${at}.example/news`,
    outlet: `Gull ${at}`,
    publishedAt,
    text,
  }));
  writeFileSync(join(folder, 'news.json'), JSON.stringify(articles));
}

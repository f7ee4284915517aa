import { defineAction, type Group } from '../src/discord/command.ts';
import { briefCard, briefRows } from '../src/render/brief.ts';
import { notice } from '../src/render/card.ts';
import {
  deliveryLine,
  previewCard,
  scheduledCard,
  scheduleLine,
  scheduleRow,
  schedulesCard,
} from '../src/render/schedule.ts';

const id = {
  type: 'text',
  description: 'Which schedule; start typing to choose',
  maxLength: 100,
  required: true,
  suggest: (typed, newsroom) => newsroom.suggest.schedules(typed),
} as const satisfies Parameters<typeof defineAction>[0]['options'][string];

const add = defineAction({
  description: 'Post a briefing to a channel at a time, every day or on some days',
  private: true,
  options: {
    channel: { type: 'channel', description: 'Where it is posted', required: true },
    zone: {
      type: 'text',
      description: 'The time zone, such as Europe/Berlin',
      maxLength: 100,
      required: true,
      suggest: (typed, newsroom) => newsroom.suggest.zones(typed),
    },
    time: { type: 'text', description: 'When, on a 24-hour clock: 07:00', maxLength: 5 },
    days: { type: 'text', description: 'On which days: daily, mon-fri, sat,sun (daily if left out)', maxLength: 40 },
    topic: {
      type: 'text',
      description: 'What it should be about',
      maxLength: 100,
      suggest: (typed, newsroom) => newsroom.suggest.topics(typed),
    },
    stories: { type: 'whole', description: 'How many stories at the most (6 if left out)', min: 1, max: 15 },
    role: { type: 'role', description: 'A role to notify' },
    cron: { type: 'text', description: 'Instead of time and days: a cron expression, 0 7 * * 1-5', maxLength: 100 },
  },

  async run(wish, newsroom) {
    const { schedule, next } = await newsroom.schedules.add(wish);
    return { card: scheduledCard(schedule, next), rows: [scheduleRow(schedule)] };
  },
});

const list = defineAction({
  description: 'Every schedule here, and how its last editions went',
  private: true,
  options: {},

  async run(_answers, newsroom) {
    const schedules = await newsroom.schedules.list();
    return { card: schedulesCard(schedules), rows: schedules.map(({ schedule }) => scheduleRow(schedule)) };
  },
});

const remove = defineAction({
  description: 'End a schedule',
  private: true,
  options: { id },

  async run(answers, newsroom) {
    const schedule = await newsroom.schedules.remove(answers.id);
    return {
      card: notice(['Removed. Nothing more is posted by:'], scheduleLine(schedule)),
      rows: [scheduleRow(schedule)],
    };
  },
});

const preview = defineAction({
  description: 'What a schedule would post now, and when it runs next',
  private: true,
  options: { id },

  async run(answers, newsroom) {
    const { schedule, briefing, next } = await newsroom.schedules.preview(answers.id);
    return { card: previewCard(briefCard(briefing), schedule, next), rows: briefRows(briefing) };
  },
});

const send = defineAction({
  description: 'Post an edition of a schedule now',
  private: true,
  options: { id },

  async run(answers, newsroom) {
    const { schedule, delivery } = await newsroom.schedules.send(answers.id);
    return { card: notice(scheduleLine(schedule), deliveryLine(delivery)), rows: [{ ...delivery }] };
  },
});

/** /schedule: briefings that come by themselves. For managers of a server, and private. */
export default {
  name: 'schedule',
  description: 'Briefings that are posted to a channel by themselves',
  example: '/schedule add channel:#news zone:Europe/Berlin time:07:00',
  managersOnly: true,
  subcommands: { add, list, preview, send, remove },
} satisfies Group;

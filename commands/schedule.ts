import { UserError } from '../src/base/errors.ts';
import { defineAction, type Group } from '../src/discord/command.ts';
import type { Options } from '../src/discord/options.ts';
import { briefRows, scheduledBrief } from '../src/render/brief.ts';
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

const options = {
  channel: { type: 'channel', description: 'Where it is posted' },
  zone: {
    type: 'text',
    description: 'The time zone, such as Europe/Berlin',
    maxLength: 100,
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
} as const satisfies Options;

const add = defineAction({
  description: 'Post a briefing to a channel at a time, every day or on some days',
  private: true,
  options: {
    ...options,
    channel: { ...options.channel, required: true },
    zone: { ...options.zone, required: true },
  },

  async run(wish, newsroom) {
    const made = await newsroom.schedules.add(wish);
    return { card: scheduledCard('Scheduled', made), rows: [scheduleRow(made.schedule)] };
  },
});

const edit = defineAction({
  description: 'Change a schedule; what you leave out stays as it is',
  private: true,
  options: {
    id,
    ...options,
    days: { ...options.days, description: 'On which days: daily, mon-fri, sat,sun' },
    topic: { ...options.topic, description: 'What it should be about; - for everything' },
    stories: { ...options.stories, description: 'How many stories at the most' },
    role: { ...options.role, description: 'A role to notify; @everyone for nobody' },
  },

  async run({ id: which, ...change }, newsroom) {
    if (Object.values(change).every((value) => value === undefined)) {
      throw new UserError('Say what to change: a channel, zone, time, days, cron, topic, stories or role.');
    }
    const edited = await newsroom.schedules.edit(which, change);
    return { card: scheduledCard('Changed', edited), rows: [scheduleRow(edited.schedule)] };
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

const pause = defineAction({
  description: 'Let a schedule rest until you resume it',
  private: true,
  options: { id },

  async run(answers, newsroom) {
    const schedule = await newsroom.schedules.pause(answers.id);
    const card = notice(['Paused. Nothing is posted until you resume it:'], scheduleLine(schedule));
    const ask = { command: 'schedule resume', answers: { id: schedule.id }, page: 0 };
    return { card: { ...card, buttons: [{ label: 'Resume', ask }] }, rows: [scheduleRow(schedule)] };
  },
});

const resume = defineAction({
  description: 'Let a paused or suspended schedule go on',
  private: true,
  options: { id },

  async run(answers, newsroom) {
    const resumed = await newsroom.schedules.resume(answers.id);
    return { card: scheduledCard('It goes on', resumed), rows: [scheduleRow(resumed.schedule)] };
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
  description: 'Exactly what a schedule would post now, and when it runs next',
  private: true,
  options: { id },

  async run(answers, newsroom) {
    const { schedule, briefing, next } = await newsroom.schedules.preview(answers.id);
    return { card: previewCard(scheduledBrief(briefing), schedule, next), rows: briefRows(briefing) };
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
  subcommands: { add, list, edit, pause, resume, remove, preview, send },
} satisfies Group;

import { HOUR } from '../base/clock.ts';
import type { Delivery, DeliveryState, Schedule } from '../model/schedule.ts';
import type { Block, Card, Entry, Inline, Line } from './card.ts';
import { count } from './count.ts';
import { timing } from './timing.ts';

const PER_PAGE = 8;

/** "#news · every day at 07:00 Europe/Berlin"; an expression that says more is shown as it is. */
export function scheduleLine({ channel, expression, zone, topic }: Schedule): Line {
  return [
    { mention: 'channel', id: channel },
    ' · ',
    timing(expression) ?? { code: expression },
    ` ${zone}`,
    ...(topic ? [' · about ', topic] : []),
  ];
}

interface Listed {
  readonly schedule: Schedule;
  readonly deliveries: readonly Delivery[];
}

/** Every schedule of a server, what state it is in and why, and how its last editions went. */
export function schedulesCard(schedules: readonly Listed[]): Card {
  return {
    head: [{ title: ['Schedules'] }, ...(schedules.length === 0 ? [{ text: [NONE] }] : [])],
    entries: schedules.map(
      ({ schedule, deliveries }): Entry => ({
        blocks: [
          { heading: [{ code: schedule.id }] },
          { text: scheduleLine(schedule) },
          ...stateBlocks(schedule),
          { small: due(schedule) },
          ...deliveries.map((delivery): Block => ({ bullet: deliveryLine(delivery) })),
        ],
        buttons: [
          { label: 'Preview', ask: asking('preview', schedule) },
          schedule.state === 'active'
            ? { label: 'Pause', ask: asking('pause', schedule) }
            : { label: 'Resume', ask: asking('resume', schedule) },
        ],
      }),
    ),
    foot: [],
    perPage: PER_PAGE,
  };
}

const NONE = 'No briefing is scheduled here yet. Add one with /schedule add: a channel, a time and a time zone.';

const asking = (action: string, { id }: Schedule) => ({ command: `schedule ${action}`, answers: { id }, page: 0 });

function stateBlocks({ state, stateSince, reason }: Schedule): Block[] {
  if (state === 'active') return [];
  const since: Line = stateSince ? [' since ', moment(stateSince)] : [];
  const text: Line = [
    { bold: [state === 'paused' ? 'Paused' : 'Suspended'] },
    ...since,
    ...(reason ? [`: ${reason}`] : []),
  ];
  return state === 'paused' ? [{ text }] : [{ text }, { small: [GOES_ON] }];
}

const GOES_ON = 'It goes on by itself once Lede may post there again.';

function due({ state, nextSlot, stories, role, kind }: Schedule): Line {
  const next: Line = nextSlot ? ['next ', moment(nextSlot), ' ', { time: nextSlot, as: 'ago' }] : ['never due again'];
  return [
    ...(state === 'active' ? next : ['what passes meanwhile is in the next briefing']),
    ` · up to ${count(stories, 'story', 'stories')}`,
    ...(role ? [' · mentions ', { mention: 'role' as const, id: role }] : []),
    ...(kind === 'announcement' ? [' · passed on to the channels that follow'] : []),
  ];
}

const moment = (time: Date): Inline => ({ time, as: 'moment' });

const STATES: Readonly<Record<DeliveryState, string>> = {
  pending: 'waiting',
  claimed: 'being posted',
  posted: 'posted',
  skipped: 'skipped',
  failed: 'failed',
};

export function deliveryLine({ slot, state, reason, dueAt }: Delivery): Line {
  return [
    moment(slot),
    ` — ${STATES[state]}`,
    ...(reason ? [`: ${reason}`] : []),
    ...(state === 'pending' && dueAt ? [' · tried again ', { time: dueAt, as: 'ago' as const }] : []),
  ];
}

interface Planned {
  readonly schedule: Schedule;
  readonly next: readonly Date[];
  readonly reduced: readonly { readonly permission: string; readonly without: string }[];
  readonly offTopic?: boolean;
}

const OFTEN: Line = [
  'It runs more than once an hour. If it should not, change its “cron” with /schedule edit: ',
  { code: '0 7 * * *' },
  ' is once a day, at seven.',
];

/** "* 7 * * *" is sixty briefings, and mostly meant to be one. */
const isOften = ([first, second]: readonly Date[]) =>
  first !== undefined && second !== undefined && second > first && second.getTime() - first.getTime() < HOUR;

/** What a manager sees once a schedule stands: what it will do, when, and what Lede cannot do there. */
export function scheduledCard(title: string, { schedule, next, reduced, offTopic = false }: Planned): Card {
  return {
    head: [
      { title: [title] },
      { text: scheduleLine(schedule) },
      ...stateBlocks(schedule),
      { small: due(schedule) },
      ...reduced.map(
        ({ permission, without }): Block => ({ text: [`Lede lacks the permission ${permission} there: ${without}.`] }),
      ),
      ...(offTopic
        ? [{ text: ['No article is about this topic yet. If that surprises you, change it with /schedule edit.'] }]
        : []),
      ...(isOften(next) ? [{ text: OFTEN }] : []),
      ...(next.length > 0 ? [{ text: ['The next runs:'] }] : []),
      ...next.map((time): Block => ({ bullet: [moment(time)] })),
      { small: ['Its id is ', { code: schedule.id }] },
    ],
    entries: [],
    foot: [],
    perPage: 1,
    buttons: [
      { label: 'Preview', ask: asking('preview', schedule) },
      { label: 'Send one now', ask: asking('send', schedule) },
      { label: 'Remove', ask: asking('remove', schedule) },
    ],
  };
}

/** A briefing card with a note above it that it is a preview, and when the real ones come. */
export function previewCard(card: Card, schedule: Schedule, next: readonly Date[]): Card {
  const times = next.flatMap((time, index): Line => [...(index > 0 ? [' · '] : []), moment(time)]);
  const runs: Line =
    times.length > 0 ? ['next: ', ...times] : [schedule.state === 'active' ? 'never due again' : schedule.state];
  return {
    ...card,
    head: [
      { text: [{ bold: ['Preview'] }, ' · this is what the next edition would hold if it came now.'] },
      { small: ['to ', ...scheduleLine(schedule)] },
      { small: runs },
      ...card.head,
    ],
  };
}

/** What the manager is told who made a schedule, when it cannot post any more. */
export function suspendedCard(schedule: Schedule): Card {
  const where: Line = [{ mention: 'channel', id: schedule.channel }];
  return {
    head: [
      { title: ['A briefing is suspended'] },
      { text: ['Lede can no longer post to ', ...where, '.'] },
      ...(schedule.reason ? [{ text: [schedule.reason] }] : []),
      { text: scheduleLine(schedule) },
      {
        text: [
          'Let Lede see the channel and send messages there, and the briefing goes on by itself. If the channel is gone, choose another with ',
          { code: `/schedule edit id:${schedule.id}` },
          ' or end it with ',
          { code: `/schedule remove id:${schedule.id}` },
          '.',
        ],
      },
    ],
    entries: [],
    foot: [],
    perPage: 1,
  };
}

export const scheduleRow = (schedule: Schedule): object => ({ ...schedule });

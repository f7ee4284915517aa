import type { Delivery, DeliveryState, Schedule } from '../model/schedule.ts';
import type { Block, Card, Entry, Inline, Line } from './card.ts';
import { count } from './count.ts';

const PER_PAGE = 8;

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "every day at 07:00", "Monday to Friday at 07:00"; an expression that says more is shown as it is. */
function timing(expression: string): Inline {
  const [, minute, hour, days] = /^(\d+) (\d+) \* \* (\*|[0-7](?:[-,][0-7])*)$/.exec(expression) ?? [];
  if (!minute || !hour || !days) return { code: expression };
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (days === '*') return `every day at ${time}`;
  const spans = days.split(',').map((span) =>
    span
      .split('-')
      .map((day) => DAYS[Number(day)])
      .join(' to '),
  );
  return `${spans.join(', ')} at ${time}`;
}

/** "#news · every day at 07:00 Europe/Berlin". */
export function scheduleLine({ channel, expression, zone, topic }: Schedule): Line {
  return [
    { mention: 'channel', id: channel },
    ' · ',
    timing(expression),
    ` ${zone}`,
    ...(topic ? [' · about ', topic] : []),
  ];
}

interface Listed {
  readonly schedule: Schedule;
  readonly deliveries: readonly Delivery[];
}

/** Every schedule of a server, when it is due next and how its last editions went. */
export function schedulesCard(schedules: readonly Listed[]): Card {
  return {
    head: [{ title: ['Schedules'] }, ...(schedules.length === 0 ? [{ text: [NONE] }] : [])],
    entries: schedules.map(
      ({ schedule, deliveries }): Entry => ({
        blocks: [
          { heading: [{ code: schedule.id }] },
          { text: scheduleLine(schedule) },
          { small: due(schedule) },
          ...deliveries.map((delivery): Block => ({ bullet: deliveryLine(delivery) })),
        ],
        buttons: [{ label: 'Preview', ask: { command: 'schedule preview', answers: { id: schedule.id }, page: 0 } }],
      }),
    ),
    foot: [],
    perPage: PER_PAGE,
  };
}

const NONE = 'No briefing is scheduled here yet. Add one with /schedule add: a channel, a time and a time zone.';

function due({ nextSlot, stories, role }: Schedule): Line {
  const next: Line = nextSlot ? ['next ', moment(nextSlot), ' ', { time: nextSlot, as: 'ago' }] : ['never due again'];
  const mention: Line = role ? [' · mentions ', { mention: 'role', id: role }] : [];
  return [...next, ` · up to ${count(stories, 'story', 'stories')}`, ...mention];
}

const moment = (time: Date): Inline => ({ time, as: 'moment' });

const STATES: Readonly<Record<DeliveryState, string>> = {
  pending: 'waiting',
  claimed: 'being posted',
  posted: 'posted',
  skipped: 'skipped',
  failed: 'failed',
};

export function deliveryLine({ slot, state, reason }: Delivery): Line {
  return [moment(slot), ` — ${STATES[state]}`, ...(reason ? [`: ${reason}`] : [])];
}

/** What a manager sees once a schedule stands: what it will do and when. */
export function scheduledCard(schedule: Schedule, next: readonly Date[]): Card {
  const answers = { id: schedule.id };
  return {
    head: [
      { title: ['Scheduled'] },
      { text: scheduleLine(schedule) },
      { small: due(schedule) },
      ...(next.length > 0 ? [{ text: ['The next runs:'] }] : []),
      ...next.map((time): Block => ({ bullet: [moment(time)] })),
      { small: ['Its id is ', { code: schedule.id }] },
    ],
    entries: [],
    foot: [],
    perPage: 1,
    buttons: [
      { label: 'Preview', ask: { command: 'schedule preview', answers, page: 0 } },
      { label: 'Send one now', ask: { command: 'schedule send', answers, page: 0 } },
      { label: 'Remove', ask: { command: 'schedule remove', answers, page: 0 } },
    ],
  };
}

/** A briefing card with a note above it that it is a preview, and when the real ones come. */
export function previewCard(card: Card, schedule: Schedule, next: readonly Date[]): Card {
  const times = next.flatMap((time, index): Line => [...(index > 0 ? [' · '] : []), moment(time)]);
  return {
    ...card,
    head: [
      { text: [{ bold: ['Preview'] }, ' · this is what the next edition would hold if it came now.'] },
      { small: ['to ', ...scheduleLine(schedule)] },
      ...(times.length > 0 ? [{ small: ['next: ', ...times] }] : []),
      ...card.head,
    ],
  };
}

export const scheduleRow = (schedule: Schedule): object => ({ ...schedule });

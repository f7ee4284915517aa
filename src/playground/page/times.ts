import { make } from './elements.ts';
import { now } from './page-clock.ts';

type Format = Intl.DateTimeFormatOptions;

const DATE: Format = { day: 'numeric', month: 'long', year: 'numeric' };
const TIME: Format = { hour: 'numeric', minute: '2-digit' };

/** Discord's timestamp styles; R, the relative one, is not a date format. */
const STYLES: Readonly<Record<string, Format>> = {
  t: TIME,
  T: { ...TIME, second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: DATE,
  f: { ...DATE, ...TIME },
  F: { weekday: 'long', ...DATE, ...TIME },
};

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const inWords = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** An instant as `<t:...>` asks for it. */
export function writtenTime(at: Date, style: string): string {
  if (style === 'R') return relative(at);
  return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES['f']).format(at);
}

/** A time element. Relative ones are kept true by `keepTimesTrue`; the whole date is shown on hover. */
export function timeElement(at: Date, style: string): HTMLTimeElement {
  const known = !Number.isNaN(at.getTime());
  if (!known) return make('time', {}, 'Invalid date');
  const attributes = { datetime: at.toISOString(), title: writtenTime(at, 'F'), 'data-relative': style === 'R' };
  return make('time', attributes, writtenTime(at, style));
}

/** As Discord writes it beside a name: the hour today, the day before that. */
export function sentAt(at: Date): string {
  const today = now();
  const hour = writtenTime(at, 't');
  if (sameDay(at, today)) return hour;
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  return sameDay(at, yesterday) ? `Yesterday at ${hour}` : `${writtenTime(at, 'd')} ${hour}`;
}

export function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

const HALF_A_MINUTE = 30_000;

export function keepTimesTrue(): void {
  setInterval(() => {
    for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
      time.textContent = relative(new Date(time.dateTime));
    }
  }, HALF_A_MINUTE);
}

function relative(at: Date): string {
  const seconds = (at.getTime() - now().getTime()) / 1000;
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? inWords.format(Math.round(seconds / step[1]), step[0]) : inWords.format(Math.round(seconds), 'second');
}

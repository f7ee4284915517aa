const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "every day at 07:00", "Monday to Friday at 07:00"; undefined for an expression that says more. */
export function timing(expression: string): string | undefined {
  const [, minute, hour, days] = /^(\d+) (\d+) \* \* (\*|[0-7](?:[-,][0-7])*)$/.exec(expression) ?? [];
  if (!minute || !hour || !days) return undefined;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (days === '*') return `every day at ${time}`;
  const spans = days
    .split(',')
    .toSorted(mondayFirst)
    .map((span) =>
      span
        .split('-')
        .map((day) => DAYS[Number(day)])
        .join(' to '),
    );
  return `${spans.join(', ')} at ${time}`;
}

const mondayFirst = (a: string, b: string): number => (Number(a[0]) || 7) - (Number(b[0]) || 7);

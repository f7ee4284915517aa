import { expect, test } from 'vitest';
import { expressionOf } from '../../../src/app/schedules/expression.ts';
import { UserError } from '../../../src/base/errors.ts';

test.each([
  [{ time: '07:00' }, '0 7 * * *'],
  [{ time: '7:05', days: 'daily' }, '5 7 * * *'],
  [{ time: '18.30', days: 'mon-fri' }, '30 18 * * 1-5'],
  [{ time: '09:00', days: 'Sat, Sun' }, '0 9 * * 0,6'],
  [{ time: '09:00', days: 'weekends' }, '0 9 * * 0,6'],
  [{ time: '09:00', days: 'tuesday thursday' }, '0 9 * * 2,4'],
  [{ time: '09:00', days: 'fri-mon' }, '0 9 * * 0,1,5,6'],
  [{ cron: ' */15  8 * * 1-5 ' }, '*/15 8 * * 1-5'],
])('%o is %s', (wish, expression) => {
  expect(expressionOf(wish)).toBe(expression);
});

test.each([
  ['nothing at all', {}, /time.*07:00/],
  ['both ways at once', { time: '07:00', cron: '0 7 * * *' }, /either/],
  ['an hour that is none', { time: '25:00' }, /24-hour/],
  ['a day that is none', { time: '07:00', days: 'someday' }, /days/],
  ['six fields: seconds are not ours', { cron: '0 0 7 * * *' }, /five fields/],
  ['a minute that is none', { cron: '61 7 * * *' }, /does not work/],
])('%s is refused with what to type instead', (_why, wish, message) => {
  expect(() => expressionOf(wish)).toThrow(UserError);
  expect(() => expressionOf(wish)).toThrow(message);
});

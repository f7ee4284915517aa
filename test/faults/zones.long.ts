import { expect, test } from 'vitest';
import { ZONES } from '../../src/app/schedules/zones.ts';
import { faultsOf, RULES } from '../support/every-day.ts';

test('in every zone, from 2024 to 2030, each local day has its slot once', () => {
  const faults = RULES.flatMap((rule) => ZONES.flatMap((zone) => faultsOf(rule, zone, [2024, 2030])));

  const rules = RULES.map(({ expression }) => expression).join(' | ');
  console.log(
    `\n${ZONES.length} zones, 2024 to 2030, ${rules}\n  slots missing, doubled or at a wrong time: ${faults.length}\n`,
  );
  expect(faults).toEqual([]);
});

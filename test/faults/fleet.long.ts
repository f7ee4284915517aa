import { expect, test } from 'vitest';
import { fleetReport, runFleet } from './fleet.ts';

test('three processes deliver a thousand schedules while one is killed every ten seconds', async () => {
  const fleet = { processes: 3, schedules: 1_000, killEveryMs: 10_000, kills: 100 };
  const result = await runFleet(fleet);

  console.log(fleetReport(fleet, result));
  expect(result).toMatchObject({ deliveries: 1_000, lost: 0, doubled: 0, keptBack: 0 });
  expect(result.kills).toBeGreaterThan(3);
});

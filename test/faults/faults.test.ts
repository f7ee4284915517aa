import { expect, test } from 'vitest';
import { fleetReport, runFleet } from './fleet.ts';
import { runLane } from './lane.ts';
import { report } from './report.ts';
import { STEPS } from './steps.ts';

test.concurrent('killed once at every step, with Discord failing meanwhile, nothing is lost and nothing comes twice', async () => {
  const result = await runLane('sqlite', STEPS.length);

  console.log(report('SQLite, short', result));
  expect(result).toMatchObject({ lost: 0, doubled: 0, keptBack: 0 });
  expect(result.deliveries).toBe(STEPS.length * 6);
}, 300_000);

test.concurrent('of two processes on one PostgreSQL one is killed, and the other takes over', async () => {
  const fleet = { processes: 2, schedules: 30, killEveryMs: 400, kills: 1 };
  const result = await runFleet(fleet);

  console.log(fleetReport(fleet, result));
  expect(result).toMatchObject({ deliveries: 30, kills: 1, lost: 0, doubled: 0, keptBack: 0 });
}, 300_000);

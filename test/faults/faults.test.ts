import { expect, test } from 'vitest';
import { runLane } from './lane.ts';
import { report } from './report.ts';
import { STEPS } from './steps.ts';

test('killed once at every step, with Discord failing meanwhile, nothing is lost and nothing comes twice', async () => {
  const result = await runLane('sqlite', STEPS.length);

  console.log(report('SQLite, short', result));
  expect(result).toMatchObject({ lost: 0, doubled: 0, keptBack: 0 });
  expect(result.deliveries).toBe(STEPS.length * 6);
}, 300_000);

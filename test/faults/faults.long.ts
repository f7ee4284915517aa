import { expect, test } from 'vitest';
import { runLane } from './lane.ts';
import { report } from './report.ts';

const KILLS = 108;

test.concurrent.each([
  ['SQLite', 'sqlite'],
  ['PostgreSQL', 'postgres'],
] as const)(
  'on %s, a hundred kills and hundreds of other faults lose nothing and double nothing',
  async (name, kind) => {
    const result = await runLane(kind, KILLS);

    console.log(report(name, result));
    expect(result).toMatchObject({ lost: 0, doubled: 0, keptBack: 0 });
    expect(result.deliveries).toBe(KILLS * 6);
  },
);

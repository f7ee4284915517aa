import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliveries } from '../../src/cli/deliveries.ts';
import { openStore } from '../../src/store/open.ts';
import { claim } from '../../src/store/schedules/claim.ts';
import { settle } from '../../src/store/schedules/deliveries.ts';
import { addSchedule } from '../../src/store/schedules/schedules.ts';
import { openSlot } from '../../src/store/schedules/slots.ts';
import { DAILY, hoursBefore, MONDAY } from '../store/sample.ts';
import { temporaryFolder } from '../support/child.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(async () => {
  folder = temporaryFolder();
  const store = await openStore({ dataDir: folder.path, file: 'lede.db' });
  await addSchedule(store, DAILY);
  await openSlot(store, DAILY.id, hoursBefore(24));
  const [delivery] = await claim(store, MONDAY, 1, 1);
  await settle(store, delivery!, { state: 'failed', reason: 'Discord says: Missing Access', at: MONDAY });
  await openSlot(store, DAILY.id, MONDAY);
  await store.close();
});

afterEach(() => folder.remove());

async function shown(json: boolean, schedule?: string): Promise<string> {
  let text = '';
  const settings = { dataDir: folder.path, articles: folder.path, timeZone: 'UTC' };
  const write = (more: string) => {
    text += more;
  };
  await deliveries(settings, { limit: 10, schedule }, { json, colour: false, zone: 'UTC', write });
  return text;
}

test('deliveries are listed with their state and reason, the newest first', async () => {
  const text = await shown(false);

  expect(text.indexOf('waiting')).toBeLessThan(text.indexOf('failed: Discord says: Missing Access'));
  expect(text).toContain('every day at 07:00 UTC');
});

test('for machines each is a JSON object on a line', async () => {
  const rows = (await shown(true))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  expect(rows).toMatchObject([
    { schedule: 'daily', slot: MONDAY.toISOString(), state: 'pending', guild: 'harbour' },
    { state: 'failed', reason: 'Discord says: Missing Access' },
  ]);
  expect(await shown(true, 'another')).toBe('');
});

import { expect, test } from 'vitest';
import type { Refused } from '../../../src/model/refused.ts';
import { noteRefused, refusedLike, refusedOf, replaceRefused } from '../../../src/store/articles/refusals.ts';
import { prune } from '../../../src/store/prune.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { hoursBefore, MONDAY } from '../sample.ts';

const refused = (key: string, facts: Partial<Refused> = {}): Refused => ({
  origin: 'file:wire.jsonl',
  key,
  title: `Ferry ${key}`,
  step: 'file',
  reason: 'it has no text',
  at: MONDAY,
  ...facts,
});

onEveryDatabase(({ fresh }) => {
  test('what was refused is found by its id, its title or the start of it, and once however often it was', async () => {
    const store = await fresh();
    await noteRefused(store, [refused('a', { url: 'https://port.example/a' }), refused('b')]);
    await noteRefused(store, [refused('a', { reason: 'it has no title' })]);

    expect(await refusedOf(store, { id: 'a' })).toEqual(refused('a', { reason: 'it has no title' }));
    expect(await refusedOf(store, { id: 'none', title: 'FERRY b' })).toEqual(refused('b'));
    expect(await refusedOf(store, { id: 'none', title: 'Tram' })).toBeUndefined();
    expect(await refusedOf(store, { id: 'none', title: '' })).toBeUndefined();
    expect((await refusedLike(store, 'fer', 9)).map(({ key }) => key).toSorted()).toEqual(['a', 'b']);
  });

  test('of one origin the newest hundred are kept, of another none is lost', async () => {
    const store = await fresh();
    await noteRefused(store, [refused('other', { origin: 'feed:1', at: hoursBefore(9) })]);
    await noteRefused(store, [refused('old', { at: hoursBefore(2) })]);
    await noteRefused(
      store,
      Array.from({ length: 100 }, (_, index) => refused(`n${index}`, { at: hoursBefore(1) })),
    );

    expect(await refusedLike(store, '', 500)).toHaveLength(101);
    expect(await refusedOf(store, { id: 'old' })).toBeUndefined();
    expect(await refusedOf(store, { id: 'other' })).toBeDefined();
  });

  test('an origin read anew forgets what it had refused, and old refusals are pruned', async () => {
    const store = await fresh();
    await noteRefused(store, [refused('a'), refused('c', { origin: 'feed:1', at: hoursBefore(900) })]);
    await replaceRefused(store, 'file:wire.jsonl', [refused('b')]);
    await prune(store, hoursBefore(720));

    expect((await refusedLike(store, '', 9)).map(({ key }) => key)).toEqual(['b']);
  });
});

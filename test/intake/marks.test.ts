import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Marks, marksIn, settled, unchangedSince } from '../../src/intake/marks.ts';
import { folderWith } from './folderWith.ts';

const marks = (signatures: Readonly<Record<string, string>>): Marks =>
  new Map(Object.entries(signatures).map(([name, signature]) => [name, { signature, changedAt: 0 }]));

test.each<[why: string, known: Marks, before: Marks, now: Marks, names: string[]]>([
  ['a new file waits for a second look', marks({}), marks({}), marks({ a: '1' }), []],
  ['a file that is still written waits', marks({}), marks({ a: '1' }), marks({ a: '2' }), []],
  ['a new file that rests is told', marks({}), marks({ a: '1' }), marks({ a: '1' }), ['a']],
  ['a changed file that rests is told', marks({ a: '1' }), marks({ a: '2' }), marks({ a: '2' }), ['a']],
  ['what is known is not told again', marks({ a: '1' }), marks({ a: '1' }), marks({ a: '1' }), []],
  ['a file that an editor replaces is not removed', marks({ a: '1' }), marks({ a: '1' }), marks({}), []],
  ['a file missing twice is told', marks({ a: '1' }), marks({}), marks({}), ['a']],
  ['names are told in order', marks({ b: '1' }), marks({ a: '1' }), marks({ a: '1' }), ['a', 'b']],
])('%s', (_why, known, before, now, names) => {
  expect(settled(known, before, now)).toEqual(names);
});

test('a file written while the watch began is not yet known', () => {
  const looked: Marks = new Map([
    ['old.md', { signature: '1', changedAt: 999 }],
    ['new.md', { signature: '1', changedAt: 1_000 }],
  ]);
  expect([...unchangedSince(1_000, looked).keys()]).toEqual(['old.md']);
});

test('a change of words changes a mark', async () => {
  const folder = await folderWith({ 'a.md': 'one', 'b.md': 'one' });
  const before = await marksIn(folder, new Map());

  await writeFile(join(folder, 'a.md'), 'three');

  const now = await marksIn(folder, before);
  expect(now.get('a.md')?.signature).not.toBe(before.get('a.md')?.signature);
  expect(now.get('b.md')).toEqual(before.get('b.md'));
});

test('files of a folder that cannot be read keep their marks', async () => {
  const folder = await folderWith({ 'a.md': 'one' });
  const before = await marksIn(folder, new Map());

  await rename(folder, `${folder}-away`);
  const away = await marksIn(folder, before);
  await rename(`${folder}-away`, folder);

  expect(away).toEqual(before);
});

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Library, loadFolder, openLibrary } from '../../../src/app/ingest/library.ts';
import { readHere } from '../../../src/app/threads/reader.ts';
import { silentLog } from '../../../src/base/log.ts';
import { temporaryFolder } from '../../support/child.ts';
import { newsroomWith, type TestNewsroom } from '../../support/newsroom.ts';

let room: TestNewsroom;
let folder: ReturnType<typeof temporaryFolder>;
let articles: string;
let library: Library | undefined;

beforeEach(async () => {
  room = await newsroomWith([]);
  folder = temporaryFolder();
  articles = join(folder.path, 'articles');
  mkdirSync(articles);
});

afterEach(async () => {
  await library?.close();
  library = undefined;
  await room.close();
  folder.remove();
});

const intake = () => ({ store: room.store, reader: readHere(), clock: room.clock, log: silentLog });
const write = (name: string, title: string) =>
  writeFileSync(join(articles, name), `${title}\n\nThe ferry stops in May.\n`);
const titles = async () => (await room.newsroom.suggest.titles('')).map(({ name }) => name).toSorted();

test('a file that is new, changed or removed while the bot runs is noticed within seconds', async () => {
  write('a.txt', 'Ferry stops');
  library = openLibrary(intake(), articles);
  await library.loaded;
  expect(await titles()).toEqual(['Ferry stops']);

  write('b.txt', 'Bus starts');
  await expect.poll(titles, { timeout: 10_000 }).toEqual(['Bus starts', 'Ferry stops']);
  write('a.txt', 'Ferry stops for good');
  await expect.poll(titles, { timeout: 10_000 }).toEqual(['Bus starts', 'Ferry stops for good']);
  rmSync(join(articles, 'b.txt'));
  await expect.poll(titles, { timeout: 10_000 }).toEqual(['Ferry stops for good']);
});

test('what came from a file that was removed while the bot was off is withdrawn at the next start', async () => {
  write('a.txt', 'Ferry stops');
  write('b.txt', 'Bus starts');
  await loadFolder(intake(), articles);
  rmSync(join(articles, 'b.txt'));

  await loadFolder(intake(), articles);

  expect(await titles()).toEqual(['Ferry stops']);
});

test('a folder that is away has not lost its articles, nor has a file that cannot be read just now', async () => {
  write('a.txt', 'Ferry stops');
  write('b.txt', 'Bus starts');
  await loadFolder(intake(), articles);
  writeFileSync(join(articles, 'b.txt'), '');
  await loadFolder(intake(), articles);
  renameSync(articles, `${articles}-away`);

  await loadFolder(intake(), articles);

  expect(await titles()).toEqual(['Bus starts', 'Ferry stops']);
});

import { appendFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { articleFiles, watchFolder } from '../../src/intake/folder.ts';
import { folderWith } from './folderWith.ts';

test('article files are listed in order, those of sub-folders too', async () => {
  const folder = await folderWith({ 'b.txt': '', 'a.md': '', 'wire/c.jsonl': '', 'wire/deep/d.JSON': '' });

  expect(await articleFiles(folder)).toEqual({
    files: ['a.md', 'b.txt', 'wire/c.jsonl', 'wire/deep/d.JSON'],
    problems: [],
  });
});

test('hidden files, READMEs and files of other kinds are passed over', async () => {
  const folder = await folderWith({
    '.draft.md': '',
    '.git/a.md': '',
    'README.md': '',
    'readme.txt': '',
    'photo.jpg': '',
    'a.md~': '',
  });

  expect(await articleFiles(folder)).toEqual({ files: [], problems: [] });
});

test('a folder with the name of a file is listed, and a link to a folder is not followed', async () => {
  const folder = await folderWith({ 'folder.md/a.md': '' });
  await symlink(folder, join(folder, 'again'));

  expect((await articleFiles(folder)).files).toEqual(['folder.md']);
});

test('a folder that is not there is a problem that names it', async () => {
  const folder = join(await folderWith({}), 'gone');

  expect(await articleFiles(folder)).toEqual({
    files: [],
    problems: [
      `The article folder ${folder} (LEDE_ARTICLES) cannot be read: it does not exist, or is a link to nothing.`,
    ],
  });
});

test('folders within folders without end are cut off by name', async () => {
  const deep = 'x/'.repeat(9);
  const folder = await folderWith({ [`${deep}a.md`]: '' });

  expect(await articleFiles(folder)).toEqual({
    files: [],
    problems: [`${deep} was skipped: it is more than 8 folders deep.`],
  });
});

/** Watches a folder; `told` waits until exactly these names have been told, and forgets them. */
function watching(folder: string) {
  const names = new Set<string>();
  const watch = watchFolder(folder, (changed) => void changed.map((name) => names.add(name)), { every: 10 });
  onTestFinished(() => watch.close());
  return async (...expected: readonly string[]) => {
    await vi.waitFor(() => expect([...names].toSorted()).toEqual(expected), { timeout: 5_000 });
    names.clear();
  };
}

/** Puts a file there whole, so that however slow the machine is, nobody sees half of it. */
async function put(folder: string, name: string): Promise<void> {
  await writeFile(join(folder, '.put'), 'one');
  await rename(join(folder, '.put'), join(folder, name));
}

test('new, changed and removed files are told', async () => {
  const folder = await folderWith({});
  const told = watching(folder);

  await put(folder, 'a.md');
  await told('a.md');

  await mkdir(join(folder, 'wire'));
  await put(folder, 'wire/b.md');
  await told('wire/b.md');

  await appendFile(join(folder, 'a.md'), ', two');
  await told('a.md');

  await rm(join(folder, 'wire'), { recursive: true });
  await told('wire/b.md');

  await put(folder, 'c.md');
  await told('c.md');
});

test('a folder is watched that comes later, and goes, and comes again', async () => {
  const home = await folderWith({});
  const folder = join(home, 'articles');
  const told = watching(folder);

  await mkdir(folder);
  await put(folder, 'a.md');
  await put(folder, 'b.md');
  await told('a.md', 'b.md');

  await rename(folder, join(home, 'elsewhere'));
  await writeFile(join(home, 'elsewhere', 'a.md'), 'one, two');
  await rm(join(home, 'elsewhere', 'b.md'));
  await rename(join(home, 'elsewhere'), folder);
  await told('a.md', 'b.md');
});

test('a watch that is closed tells nothing, even where it is closed in the middle of a look', async () => {
  const folder = await folderWith({});
  const fromClosed: string[] = [];
  watchFolder(folder, (names) => fromClosed.push(...names), { every: 10 }).close();
  const told = watching(folder);

  await put(folder, 'a.md');
  await told('a.md');
  await put(folder, 'b.md');
  await told('b.md');

  expect(fromClosed).toEqual([]);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { ROOT } from '../../src/base/root.ts';
import { lockFolder } from '../../src/store/lock.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lede-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Another process that holds the folder as a bot does, until it is killed. */
async function processHolding(folder: string): Promise<ChildProcess> {
  const program = `
    const Sqlite = require('libsql');
    const database = new Sqlite(process.argv[1]);
    database.exec('begin exclusive');
    console.log('locked');
    setInterval(() => database.open, 1000);
  `;
  const holder = spawn(process.execPath, ['-e', program, join(folder, 'lede.lock')], { cwd: ROOT });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return holder;
}

test('a folder is made where there is none, and belongs to one bot until it lets go', async () => {
  const folder = join(await emptyFolder(), 'data', 'db');

  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(UserError);
  expect(() => lockFolder(folder)).toThrow(/^Another Lede is running on the folder .*LEDE_DATA_DIR\.$/);
  lock.close();

  lockFolder(folder).close();
});

test('a bot in another process keeps the folder, and frees it even when it is killed', async () => {
  const folder = await emptyFolder();
  const holder = await processHolding(folder);
  expect(() => lockFolder(folder)).toThrow(/^Another Lede is running on the folder/);

  holder.kill('SIGKILL');
  await once(holder, 'exit');

  lockFolder(folder).close();
});

test('a folder that cannot be made is named with its setting', async () => {
  const home = await emptyFolder();
  await writeFile(join(home, 'file'), '');

  expect(() => lockFolder(join(home, 'file', 'db'))).toThrow(UserError);
  expect(() => lockFolder(join(home, 'file', 'db'))).toThrow(/^Lede cannot write to the folder .*LEDE_DATA_DIR/);
});

test('a lock file that is something else is not overwritten', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'lede.lock'), 'a shopping list, not a lock\n'.repeat(100));

  expect(() => lockFolder(folder)).toThrow(/^Lede cannot lock the folder .*LEDE_DATA_DIR/);
});

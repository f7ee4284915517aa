import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { readBytes } from '../../src/intake/bytes.ts';
import { folderWith } from './folderWith.ts';

test('a link may lead to a file in the folder', async () => {
  const folder = await folderWith({ 'real.txt': 'The vote is off.' });
  await symlink(join(folder, 'real.txt'), join(folder, 'inside.txt'));

  expect(String(await readBytes(folder, 'inside.txt'))).toBe('The vote is off.');
});

test('nothing outside the folder is read', async () => {
  const outside = await folderWith({ 'secret.txt': 'Secret.' });
  const folder = await folderWith({ 'inside/a.txt': '' });
  await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  await symlink(outside, join(folder, 'inside', 'door'));

  for (const name of ['link.txt', 'inside/door/secret.txt', '..', '../x/../..']) {
    await expect(readBytes(folder, name)).rejects.toThrow(UserError);
  }
  await expect(readBytes(folder, 'link.txt')).rejects.toThrow(/^it leads out of the folder$/);
  await expect(readBytes(folder, 'inside/door/secret.txt')).rejects.toThrow(/^it leads out of the folder$/);
});

test('what is no file is refused with its kind, and nothing waits for a pipe', async () => {
  const folder = await folderWith({});
  await mkdir(join(folder, 'folder.md'));
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  await symlink(join(folder, 'self.txt'), join(folder, 'self.txt'));

  await expect(readBytes(folder, 'folder.md')).rejects.toThrow(/^it is a folder$/);
  await expect(readBytes(folder, 'pipe.txt')).rejects.toThrow(/^it is a pipe or a device, not a file$/);
  await expect(readBytes(folder, 'self.txt')).rejects.toThrow(/^it is a link that leads to itself$/);
  await expect(readBytes(folder, 'gone.txt')).rejects.toThrow(/^it does not exist, or is a link to nothing$/);
});

test('a file of 5 MB is read, a larger one is refused', async () => {
  const folder = await folderWith({ 'a.txt': new Uint8Array(5_000_000), 'b.txt': new Uint8Array(5_000_001) });

  expect(await readBytes(folder, 'a.txt')).toHaveLength(5_000_000);
  await expect(readBytes(folder, 'b.txt')).rejects.toThrow(/^it is larger than 5 MB$/);
});

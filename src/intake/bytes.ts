import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { UserError } from '../base/errors.ts';
import { reasonOf } from './reason.ts';

const LARGEST_FILE = 5_000_000;

/** A pipe that nobody writes to would keep a plain open waiting for ever. Windows knows neither pipe nor flag. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a file of 5 MB or less inside a folder. Throws a UserError for a link that leads out of the folder, for
 * anything that is no file, and for what cannot be read.
 */
export async function readBytes(folder: string, name: string): Promise<Buffer> {
  try {
    const file = await openInside(folder, name);
    try {
      return await readWhole(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(reasonOf(error));
  }
}

async function openInside(folder: string, name: string): Promise<FileHandle> {
  const [home, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
  const way = relative(home, path);
  if (way.startsWith(`..${sep}`) || isAbsolute(way)) throw new UserError('it leads out of the folder');
  return open(path, READ_AT_ONCE);
}

async function readWhole(file: FileHandle): Promise<Buffer> {
  const about = await file.stat();
  if (about.isDirectory()) throw new UserError('it is a folder');
  if (!about.isFile()) throw new UserError('it is a pipe or a device, not a file');
  if (about.size > LARGEST_FILE) throw new UserError('it is larger than 5 MB');
  return file.readFile();
}

import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { UserError } from '../../base/errors.ts';
import { reasonOf } from '../reason.ts';

/** What is fetched may be no larger, and so may what was fetched and kept. */
export const LARGEST_BYTES = 10_000_000;

/** The bytes of a feed or page that was saved, also of a `.gz`. Throws a UserError that says why there are none. */
export async function localBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    const raw = file.createReadStream();
    return await upTo(LARGEST_BYTES, path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new UserError('it is no gzip file');
    }
    throw new UserError(reasonOf(error));
  }
}

/** A stream's bytes. Throws a UserError as soon as there are more than `limit`. */
export async function upTo(limit: number, stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw new UserError(`it is larger than ${limit / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

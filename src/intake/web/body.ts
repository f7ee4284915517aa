import { PassThrough, pipeline, type Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { LARGEST_BYTES } from './local.ts';
import { Refusal } from './refusal.ts';

/** From Node 22.15 on. A frame may ask for 128 MB of memory; RFC 9659 allows 8 on the web. */
const { createZstdDecompress } = zlib as { createZstdDecompress?: (options: object) => Transform };
const ZSTD_WINDOW = { params: { [(zlib.constants as Record<string, number>)['ZSTD_d_windowLogMax'] ?? 0]: 23 } };

const UNPACK: Readonly<Record<string, () => Transform>> = {
  '': () => new PassThrough(),
  identity: () => new PassThrough(),
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
  ...(createZstdDecompress && { zstd: () => createZstdDecompress(ZSTD_WINDOW) }),
};

/** What this Node can unpack, for the request to say. */
export const ACCEPTED = ['gzip', 'br', 'deflate', 'zstd'].filter((name) => name in UNPACK).join(', ');

/**
 * A response's body, unpacked. It stops at the first byte beyond 10 MB, counted after unpacking: a bomb is never whole
 * in memory. One layer of packing only, for a second is nothing but a way to hide a bomb.
 */
export async function readBody(body: Readable, packing: string): Promise<Buffer> {
  const unpack = UNPACK[packing.trim().toLowerCase()];
  if (!unpack) {
    body.destroy();
    throw new Refusal('packing', `it is packed as “${packing.slice(0, 40)}”, which Lede did not ask for`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const plain = unpack();
  // Whatever breaks one of the two breaks the loop below.
  pipeline(body, plain, () => {});
  try {
    for await (const chunk of plain) {
      length += chunk.length;
      if (length > LARGEST_BYTES) throw new Refusal('size', `it is larger than ${LARGEST_BYTES / 1_000_000} MB`);
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
    plain.destroy();
  }
  return Buffer.concat(chunks);
}

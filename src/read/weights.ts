import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { HashTable } from './hash-table.ts';

const TYPES = 3;
/** Bytes before the first sign: how many signs, the weight of one step, and what every name is given besides. */
const HEADER = 12;

/** What the tagger has learned: a weight for each sign and type. */
export interface Weights {
  /** Adds the weights of these signs to the three scores from `at` on. */
  add(signs: readonly number[], scores: Float64Array, at: number): void;
  /** What every stretch is given besides: the more, the more names are found, and the less sure ones. */
  readonly lean: number;
}

/** Weights as they are learned; none is larger than 127 steps. */
export interface Learned {
  /** Hashes, in ascending order, none twice. */
  readonly signs: Int32Array;
  /** For each sign its weights for a person, an organisation and a place, in steps. */
  readonly steps: Int8Array;
  readonly step: number;
  readonly lean: number;
}

/** Reads a file of weights. Called once, at start; throws if it is missing or none. */
export function loadWeights(file: string): Weights {
  const { signs, steps, step, lean } = unpack(readFileSync(file), file);
  const table = new HashTable(signs.length);
  for (const [index, sign] of signs.entries()) table.set(sign, index * TYPES);
  return {
    lean,
    add: (seen, scores, at) => {
      for (const sign of seen) {
        const found = table.get(sign);
        if (found < 0) continue;
        for (let type = 0; type < TYPES; type += 1) scores[at + type]! += steps[found + type]! * step;
      }
    },
  };
}

/**
 * The file: the header, then the distances between signs and their weights, byte by byte in planes, because bytes of one
 * kind side by side pack better; all of it packed with Brotli.
 */
export function pack({ signs, steps, step, lean }: Learned): Buffer {
  const count = signs.length;
  const bytes = Buffer.alloc(HEADER + count * (4 + TYPES));
  bytes.writeUInt32LE(count, 0);
  bytes.writeFloatLE(step, 4);
  bytes.writeFloatLE(lean, 8);
  for (const [index, sign] of signs.entries()) {
    const distance = index === 0 ? sign : sign - signs[index - 1]!;
    for (let plane = 0; plane < 4; plane += 1) bytes[HEADER + plane * count + index] = distance >>> (plane * 8);
    for (let type = 0; type < TYPES; type += 1)
      bytes.writeInt8(steps[index * TYPES + type]!, HEADER + (4 + type) * count + index);
  }
  return brotliCompressSync(bytes);
}

function unpack(packed: Buffer, file: string): Learned {
  const bytes = brotliDecompressSync(packed);
  const count = bytes.readUInt32LE(0);
  if (bytes.length !== HEADER + count * (4 + TYPES)) throw new Error(`${file} holds no weights of the tagger.`);
  const signs = new Int32Array(count);
  const steps = new Int8Array(count * TYPES);
  let sign = 0;
  for (let index = 0; index < count; index += 1) {
    let distance = 0;
    for (let plane = 0; plane < 4; plane += 1) distance |= bytes[HEADER + plane * count + index]! << (plane * 8);
    sign = (sign + distance) | 0;
    signs[index] = sign;
    for (let type = 0; type < TYPES; type += 1)
      steps[index * TYPES + type] = bytes.readInt8(HEADER + (4 + type) * count + index);
  }
  return { signs, steps, step: bytes.readFloatLE(4), lean: bytes.readFloatLE(8) };
}

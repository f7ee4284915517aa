import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from './fold.ts';
import { ROOT } from './root.ts';

/** The entries of a list of `data/lexicon`, each with all its forms, folded: `William = Bill`. */
export function foldedForms(list: string): string[][] {
  return readFileSync(join(ROOT, 'data', 'lexicon', `${list}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(' = ').map(fold));
}

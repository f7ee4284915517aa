import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/base/root.ts';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { readArticle } from '../../src/read/read.ts';
import { loadWeights, pack } from '../../src/read/weights.ts';
import { read, seedFile } from './reading.ts';

const FOLDER = join(ROOT, 'data', 'model');
const card = readFileSync(join(FOLDER, 'README.md'), 'utf8');

test.each(['names.br', 'clusters.txt.br'])('%s is the file that its card describes', (file) => {
  const bytes = readFileSync(join(FOLDER, file));
  const digest = createHash('sha256').update(bytes).digest('hex');

  expect(card).toContain(`\`${file}\` | ${bytes.length.toLocaleString('en')} bytes | \`${digest}\``);
});

test('the model is small enough to ship', () => {
  expect(statSync(join(FOLDER, 'names.br')).size + statSync(join(FOLDER, 'clusters.txt.br')).size).toBeLessThan(
    1_500_000,
  );
});

test('loaded again, it reads the same', () => {
  const text = seedFile();

  expect(readArticle({ title: '', text }, loadKnowledge())).toEqual(read(text));
});

test('weights are read as they were packed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lede-weights-'));
  const file = join(folder, 'weights.br');
  const signs = Int32Array.of(-2_000_000_000, -5, 7, 2_000_000_000);
  const steps = Int8Array.of(-127, 0, 1, 2, 3, 4, 5, 6, 7, 8, -9, 127);
  try {
    writeFileSync(file, pack({ signs, steps, step: 0.5, lean: 0.25 }));
    const weights = loadWeights(file);
    const scoresOf = (...seen: number[]) => {
      const scores = new Float64Array(3);
      weights.add(seen, scores, 0);
      return [...scores];
    };

    expect(weights.lean).toBe(0.25);
    expect(scoresOf(-2_000_000_000)).toEqual([-63.5, 0, 0.5]);
    expect(scoresOf(-5, 2_000_000_000, 6)).toEqual([5, -3, 65.5]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file that holds no weights is refused by its name', () => {
  expect(() => loadWeights(join(FOLDER, 'clusters.txt.br'))).toThrow(/clusters\.txt\.br holds no weights/);
});

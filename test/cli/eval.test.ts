import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/base/root.ts';
import { temporaryFolder } from '../support/child.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeAll(() => {
  folder = temporaryFolder();
});

afterAll(() => folder.remove());

const lede = (path: string) =>
  execFileSync(process.execPath, ['dist/packed/lede.js', 'eval', path], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });

test('the scorers found in the folder are run on what the reader answers', () => {
  mkdirSync(join(folder.path, 'summaries'));
  writeFileSync(join(folder.path, 'summaries/inshorts.jsonl'), '{"id":"a","title":"Quay","text":"The quay closed."}\n');
  // Gives 60 where the sentence came back, and 1 where anything else did.
  writeFileSync(
    join(folder.path, 'summaries/score.mjs'),
    `import { readFileSync } from 'node:fs';
     const [{ summary }] = [JSON.parse(readFileSync(process.argv[3], 'utf8'))];
     console.log(JSON.stringify({ r1: summary[0] === 'The quay closed.' ? 60 : 1, r2: 1 }));`,
  );

  const lines = lede(folder.path).trim().split('\n');

  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/summary, Inshorts +ROUGE-1 +60 +target 48\.19 +ok/);
  expect(lines[1]).toMatch(/ROUGE-2 +1 +target 25\.63 +short/);
});

test('a folder without benchmarks is said to be one', () => {
  expect(() => lede(join(folder.path, 'nowhere'))).toThrow(/There is no benchmark in/);
});

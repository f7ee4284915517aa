import type { Row } from './row.ts';

/** What the reader's word lists and weights cost before the first article: time and memory, in a process of its own. */
export default async function* bench(): AsyncGenerator<Row> {
  const collect = globalThis.gc ?? (() => {});
  const { readHere } = await import('../../src/app/threads/reader.ts');
  collect();
  const memory = process.memoryUsage();
  const begun = performance.now();
  const reader = readHere();
  const took = performance.now() - begun;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  await reader.close();
  yield* [
    { name: 'lists and weights loaded in', figure: took, unit: 'ms', atMost: 300 },
    {
      name: 'they hold',
      figure: (heapUsed + external - memory.heapUsed - memory.external) / 2 ** 20,
      unit: 'MB',
      atMost: 60,
    },
  ];
}

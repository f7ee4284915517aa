import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench, Row } from './row.ts';

/**
 * `npm run bench [FILTER...]` runs every bench of this folder (`*.bench.ts`, its default export a `Bench`) whose name
 * holds one of the filters (without any, all but the soak, which lasts ten minutes), each in a process of its own, and prints each row as it comes. Compiled, not transpiled on the fly:
 * what is measured is what ships.
 */
const folder = fileURLToPath(new URL('.', import.meta.url));
const SUFFIX = '.bench.js';
/** Only when they are named. */
const LONG = ['soak'];
/** Of the longest name of a row. */
const WIDTH = 60;

if (process.send) await measure(process.argv[2]!);
else await runAll(process.argv.slice(2));

async function runAll(filters: readonly string[]): Promise<void> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => basename(file, SUFFIX))
    .filter((name) => (filters.length === 0 ? !LONG.includes(name) : filters.some((filter) => name.includes(filter))));
  if (names.length === 0) throw new Error(`No bench is named ${filters.join(' or ')}.`);
  for (const name of names.sort()) {
    console.log(`\n${name}`);
    const child = fork(fileURLToPath(import.meta.url), [name], { execArgv: ['--expose-gc'] });
    child.on('message', (row) => print(row as Row));
    const [code] = await once(child, 'exit');
    if (code !== 0) process.exitCode = 1;
  }
}

async function measure(name: string): Promise<void> {
  const { default: bench } = (await import(`./${name}${SUFFIX}`)) as { default: Bench };
  for await (const row of bench()) process.send!(row);
  process.once('disconnect', () => process.exit());
  process.disconnect();
}

function print(row: Row): void {
  console.log(`  ${row.name.padEnd(WIDTH)}  ${figureOf(row)}${targetOf(row)}`);
}

function figureOf({ figure, unit }: Row): string {
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2;
  return `${figure.toFixed(digits)} ${unit}`.padEnd(20);
}

function targetOf({ figure, atLeast, atMost }: Row): string {
  if (atLeast !== undefined) return `at least ${atLeast}: ${figure >= atLeast ? 'ok' : 'short'}`;
  if (atMost !== undefined) return `at most ${atMost}: ${figure <= atMost ? 'ok' : 'over'}`;
  return '';
}

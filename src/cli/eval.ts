import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Reader } from '../app/threads/reader.ts';
import { UserError } from '../base/errors.ts';
import { ROOT } from '../base/root.ts';
import { PARTS, type Part } from './eval-parts.ts';

interface Output {
  /** The commands this version has. */
  readonly commands: readonly string[];
  readonly reader: () => Reader;
  write(text: string): void;
}

const CLI = join(ROOT, 'dist', 'src', 'cli.js');
const TRAIN = join(ROOT, 'dist', 'src', 'train', 'train.js');
/** What the reader's speed is measured on. */
const SPEED = { file: 'summaries/cnndm.jsonl', length: 3000, articles: 150, rounds: 4, atLeast: 0.5 };

/** `lede eval`: runs the scorers found in a folder of benchmarks, and prints each figure beside its target. */
export async function evaluate(folder: string, { commands, reader, write }: Output): Promise<void> {
  const parts = PARTS.filter(({ gold, scorer }) => existsSync(join(folder, gold)) && existsSync(join(folder, scorer)));
  if (parts.length === 0) throw new UserError(`There is no benchmark in ${folder}: name a folder that holds some.`);
  const scratch = mkdtempSync(join(tmpdir(), 'lede-eval-'));
  const line = (part: string, measure: string, figure: number, atLeast?: number) =>
    write(
      `${part.padEnd(30)} ${measure.padEnd(24)} ${String(figure).padStart(8)}` +
        `${atLeast === undefined ? '' : `  target ${atLeast}  ${figure >= atLeast ? 'ok' : 'short'}`}\n`,
    );
  try {
    let unseen: string | undefined;
    for (const part of parts) {
      const missing = commands.includes(part.command) ? undefined : `there is no lede ${part.command}`;
      if (part.withoutGum && !missing && existsSync(TRAIN)) unseen ??= await trainWithoutGum(folder, scratch);
      if (missing) write(`${part.name.padEnd(30)} skipped: ${missing}\n`);
      else if (part.withoutGum && !unseen) write(`${part.name.padEnd(30)} skipped: nothing to train with\n`);
      else {
        const figures = await scored(folder, part, join(scratch, 'answers.jsonl'), part.withoutGum && unseen);
        for (const { name, key, atLeast } of part.figures) line(part.name, name, at(figures, key), atLeast);
      }
    }
    if (existsSync(join(folder, SPEED.file)))
      line('reading', 'million characters / s', await speed(folder, reader()), SPEED.atLeast);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Weights for the names that have seen no GUM, or its texts would be read as a pupil reads his own primer. */
async function trainWithoutGum(folder: string, scratch: string): Promise<string> {
  const out = join(scratch, 'without-gum.br');
  await run([TRAIN, join(folder, 'train'), '--without', 'gum', '--out', out]);
  return out;
}

async function scored(folder: string, part: Part, answers: string, model: string | false | undefined) {
  const gold = join(folder, part.gold);
  const files = part.files === undefined ? ['-'] : filesIn(join(folder, part.files));
  const rows = join(answers, '..', 'rows.jsonl');
  if (part.files === undefined) await writeFile(rows, await questionsOf(gold));
  const command = [
    CLI,
    part.command,
    '--json',
    ...(part.options ?? []),
    ...(model ? ['--model', model] : []),
    ...files,
  ];
  await run(command, { ...(part.files === undefined && { from: rows }), to: answers });
  const report = await run([join(folder, part.scorer), gold, answers]);
  return JSON.parse(report.trim().split('\n').at(-1)!);
}

/** The rows of a gold file without the answers. PolNeAR's texts begin with their own headlines. */
async function questionsOf(gold: string): Promise<string> {
  const rows = (await readFile(gold, 'utf8')).split('\n').filter((row) => row !== '');
  const asked = rows.map((row) => {
    const { id, title, text, publishedAt, date, quotes } = JSON.parse(row);
    return JSON.stringify({ id, ...(title && !quotes && { title }), text, publishedAt: publishedAt ?? date });
  });
  return `${asked.join('\n')}\n`;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Runs a program of Node's to its end. @returns what it printed, where that does not go to a file */
async function run(words: readonly string[], { from, to }: { from?: string; to?: string } = {}): Promise<string> {
  const child = spawn(process.execPath, [...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const fed = from ? pipeline(createReadStream(from), child.stdin) : child.stdin.end();
  let printed = '';
  if (to) await pipeline(child.stdout, createWriteStream(to));
  else for await (const chunk of child.stdout) printed += chunk;
  await fed;
  const code = await ended;
  if (code !== 0) throw new UserError(`${words.slice(0, 3).join(' ')} ended with exit code ${code}.`);
  return printed;
}

const at = (figures: unknown, key: string): number =>
  key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], figures) as number;

/** Characters a second of processor time, in millions: the best of some rounds, for the machine may be busy. */
async function speed(folder: string, reader: Reader): Promise<number> {
  const texts = (await readFile(join(folder, SPEED.file), 'utf8'))
    .split('\n')
    .flatMap((row) => (row === '' ? [] : [String(JSON.parse(row).text)]))
    .filter(({ length }) => length >= SPEED.length)
    .slice(0, SPEED.articles);
  let best = 0;
  for (let round = 0; round < SPEED.rounds; round += 1) {
    const before = process.cpuUsage();
    for (const text of texts) await reader.read({ title: '', text: text.slice(0, SPEED.length) });
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, (texts.length * SPEED.length) / (user + system));
  }
  return Number(best.toFixed(2));
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/base/root.ts';
import { slice } from '../../src/model/span.ts';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { readArticle } from '../../src/read/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'lede-train-'));
const marked = join(folder, 'marked');
const out = (name: string) => join(folder, name);

/** "{Karin Solheim|person} resigned." as a row to train on. */
function row(source: string): string {
  const entities: object[] = [];
  let text = '';
  for (const part of source.split(/(\{.*?\})/)) {
    const [, name, type] = /^\{(.*)\|(.*)\}$/.exec(part) ?? [];
    if (name === undefined) text += part;
    else {
      entities.push({ start: text.length, end: text.length + name.length, text: name, type });
      text += name;
    }
  }
  return JSON.stringify({ id: text, text, entities });
}

function train(...words: string[]): string {
  return execFileSync(process.execPath, [join(ROOT, 'dist/src/train/train.js'), marked, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

beforeAll(() => {
  mkdirSync(marked);
  const people = ['Orla', 'Tangstad', 'Brekke', 'Hovde', 'Lunde', 'Moen'].map(
    (name) => `It was clear that the sailor {${name}|person} would win.`,
  );
  const towns = ['Orvik', 'Nordby', 'Halden', 'Vesthavn', 'Sundal', 'Lyngmo'].map(
    (name) => `It rained on the hills around {${name}|place} for days.`,
  );
  writeFileSync(join(marked, 'harbour.jsonl'), `${[...people, ...towns].map(row).join('\n')}\n`);
  writeFileSync(
    join(marked, 'wrong-harbour.jsonl'),
    `${people.map((one) => row(one.replace('person', 'place'))).join('\n')}\n`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('training', () => {
  test('makes the same file of the same texts, byte by byte', () => {
    train('--without', 'wrong', '--out', out('one.br'));
    train('--without', 'wrong', '--out', out('two.br'));

    expect(readFileSync(out('one.br')).length).toBeGreaterThan(100);
    expect(readFileSync(out('one.br'))).toEqual(readFileSync(out('two.br')));
  });

  test('learns what is marked, and another model is read when it is named', () => {
    train('--without', 'wrong', '--out', out('people.br'));
    train('--without', 'harbour', '--out', out('towns.br'));
    const text = 'It was clear that the sailor Skogen would win.';
    const named = (model: string) => readArticle({ title: '', text }, loadKnowledge(out(model))).entities;

    expect(named('people.br').map(({ type, mentions }) => [type, slice(text, mentions[0]!)])).toEqual([
      ['person', 'Skogen'],
    ]);
    expect(named('towns.br').map(({ type }) => type)).toEqual(['place']);
  });

  test.each([
    ['a folder without texts', 'no .jsonl', []],
    ['a row that is no marked text', 'broken.jsonl, line 2', ['--without', 'harbour', 'wrong']],
  ])('%s is refused in one sentence', (_, said, words) => {
    const elsewhere = mkdtempSync(join(folder, 'bad-'));
    if (words.length > 0) writeFileSync(join(elsewhere, 'broken.jsonl'), `${row('It rained.')}\n{"text":1}\n`);

    let message = '';
    try {
      execFileSync(process.execPath, [join(ROOT, 'dist/src/train/train.js'), elsewhere, ...words], {
        stdio: 'pipe',
        encoding: 'utf8',
      });
    } catch (error) {
      message = (error as { stderr: string }).stderr;
    }

    expect(message).toContain(said);
    expect(message.trim().split('\n')).toHaveLength(1);
  });
});

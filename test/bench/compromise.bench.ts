import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { ROOT } from '../../src/base/root.ts';
import { slice } from '../../src/model/span.ts';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { readArticle } from '../../src/read/read.ts';
import type { Row } from './row.ts';

/** Texts of our own in which every name of a person stands in square brackets. */
const marked = readFileSync(join(ROOT, 'test', 'gold', 'people.txt'), 'utf8')
  .trim()
  .split(/\n{2,}/)
  .map((text) => text.replace(/\s+/g, ' '));
const ARTICLE_LENGTH = 3000;
const ROUNDS = 5;
const ROUND_MS = 1500;

const knowledge = loadKnowledge();

const ours = (text: string) =>
  readArticle({ title: '', text }, knowledge)
    .entities.filter(({ type }) => type === 'person')
    .flatMap(({ mentions }) => mentions.map((span) => slice(text, span)));
const theirs = (text: string): string[] => nlp(text).people().out('array');

/** Lede's whole reading beside the names that compromise finds, the best JavaScript library for that: one process, turns taken. */
export default async function* bench(): AsyncGenerator<Row> {
  const text = marked.map(plain).join('\n\n').repeat(5);
  const articles = text.match(new RegExp(`[^]{${ARTICLE_LENGTH}}`, 'g')) ?? [];
  const best = { ours: 0, theirs: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.ours = Math.max(best.ours, speedOf(ours, articles));
    best.theirs = Math.max(best.theirs, speedOf(theirs, articles));
  }
  yield* [
    { name: 'persons found, F1, Lede', figure: f1(ours), unit: '%' },
    { name: 'persons found, F1, compromise', figure: f1(theirs), unit: '%' },
    { name: 'speed, Lede, the whole reading', figure: best.ours / 1e6, unit: 'M chars/s' },
    { name: 'speed, compromise, names alone', figure: best.theirs / 1e6, unit: 'M chars/s' },
    { name: 'Lede is faster by', figure: best.ours / best.theirs, unit: 'x', atLeast: 2.8 },
  ];
}

/** Each form counts once a text, without punctuation and possessive at its end. */
function f1(find: (text: string) => readonly string[]): number {
  let [right, found, wanted] = [0, 0, 0];
  for (const text of marked) {
    const gold = new Set([...text.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]));
    const names = new Set(find(plain(text)).map((name) => name.replace(/(?:['’]s)?[\s\p{P}]*$/u, '')));
    right += [...names].filter((name) => gold.has(name)).length;
    found += names.size;
    wanted += gold.size;
  }
  return (200 * right) / (found + wanted);
}

/** Characters a second over articles of one length, for about a second and a half. */
function speedOf(find: (text: string) => unknown, articles: readonly string[]): number {
  const begun = performance.now();
  let characters = 0;
  while (performance.now() - begun < ROUND_MS) {
    for (const article of articles) find(article);
    characters += articles.length * ARTICLE_LENGTH;
  }
  return characters / ((performance.now() - begun) / 1000);
}

function plain(text: string): string {
  return text.replace(/[[\]]/g, '');
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, overlap, type Span, slice } from '../../src/model/span.ts';
import { anyText } from './anyText.ts';
import { read } from './reading.ts';

const OTHER_SCRIPT = /[^\p{Script=Latin}\P{L}]/u;
const RUNS = { numRuns: 400 };

const inside = (text: string, { start, end }: Span) => start >= 0 && start < end && end <= text.length;
const sorted = (spans: readonly Span[]) => spans.every((span, at) => at === 0 || spans[at - 1]!.start <= span.start);

describe('whatever the text', () => {
  test('every span is inside it and not empty', () => {
    fc.assert(
      fc.property(anyText, fc.string(), (text, title) => {
        const { sentences, summary, quotes, entities } = read(text, title);
        const spans = [
          ...sentences,
          ...summary,
          ...quotes.flatMap(({ words, sentence, cue, speaker }) => [words, sentence, cue, speaker?.mention]),
          ...entities.flatMap(({ mentions, roles }) => [...mentions, ...roles]),
        ].filter((span) => span !== undefined);
        expect(spans.filter((span) => !inside(text, span))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('sentences are in order, do not overlap, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { sentences } = read(text);
        expect(sorted(sentences)).toBe(true);
        expect(sentences.some((span, at) => at > 0 && overlap(sentences[at - 1]!, span))).toBe(false);
        const left = sentences.map((span, at) => text.slice(sentences[at - 1]?.end ?? 0, span.start)).join('');
        expect(left.trim()).toBe('');
      }),
      RUNS,
    );
  });

  test('a summary is some of its sentences, in order, three of them if there are three', () => {
    fc.assert(
      fc.property(anyText, fc.string(), (text, title) => {
        const { sentences, summary } = read(text, title);
        for (const span of summary) expect(sentences).toContainEqual(span);
        expect(sorted(summary)).toBe(true);
        const different = new Set(summary.map(({ start }) => start)).size;
        expect(different).toBeLessThanOrEqual(3);
        // Of a text in two languages only one is summed up.
        if (!OTHER_SCRIPT.test(text)) expect(different).toBe(Math.min(3, sentences.length));
      }),
      RUNS,
    );
  });

  test('the words of a quote hold no mark and no space at either end, and stand in its sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { words, sentence } of read(text).quotes) {
          expect(slice(text, words)).not.toMatch(/^[\s"“”„«»「」]|[\s"“”„«»「」]$/u);
          expect(holds(sentence, words)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('quotes and mentions are in order, and no two names overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { quotes, entities } = read(text);
        expect(sorted(quotes.map(({ words }) => words))).toBe(true);
        for (const { mentions } of entities) expect(sorted(mentions)).toBe(true);
        const all = entities.flatMap(({ mentions }) => mentions).sort((one, other) => one.start - other.start);
        expect(all.some((span, at) => at > 0 && overlap(all[at - 1]!, span))).toBe(false);
      }),
      RUNS,
    );
  });

  test('an entity is named by one of its mentions, and a speaker by an entity or by the text itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { quotes, entities } = read(text);
        const flat = (words: string) => words.replace(/\s+/gu, ' ');
        for (const { name, aliases, mentions } of entities) {
          const forms = mentions.map((span) => flat(slice(text, span)));
          expect(new Set([name, ...aliases])).toEqual(new Set(forms));
          expect(aliases).not.toContain(name);
        }
        for (const { speaker } of quotes) {
          for (const at of speaker?.entities ?? []) expect(speaker!.names).toContain(entities[at]!.name);
          for (const name of speaker?.names ?? []) expect(flat(text)).toContain(name);
        }
      }),
      RUNS,
    );
  });

  test('reading it twice gives the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 50 },
    );
  });
});

import type { Span } from '../model/span.ts';

const LINE = /[^\r\n\u2028\u2029]+/gu;
const BLANK_LINE = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/;
const ENDS_SENTENCE = /[.!?…:"”’)\]]\s*$/u;
const STARTS_LOWER = /^\s*\p{Ll}/u;

/** The paragraphs of a text, none of them blank. A line is one, unless the text was wrapped at a column. */
export function paragraphsOf(text: string): Span[] {
  const lines = [...text.matchAll(LINE)]
    .filter(([line]) => line.trim() !== '')
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
  return wrapped(text, lines) ? joined(text, lines) : lines;
}

/** Mail and old wire copy break every line at a column, in the middle of sentences: at least a third of all breaks. */
function wrapped(text: string, lines: readonly Span[]): boolean {
  const broken = lines.filter((line, at) => at > 0 && breaksSentence(text, lines[at - 1]!, line)).length;
  return broken >= 2 && broken * 3 >= lines.length;
}

function breaksSentence(text: string, before: Span, line: Span): boolean {
  return (
    !BLANK_LINE.test(text.slice(before.end, line.start)) &&
    !ENDS_SENTENCE.test(text.slice(Math.max(before.start, before.end - 8), before.end)) &&
    STARTS_LOWER.test(text.slice(line.start, line.start + 40))
  );
}

function joined(text: string, lines: readonly Span[]): Span[] {
  const paragraphs: Span[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && !BLANK_LINE.test(text.slice(last.end, line.start))) {
      paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    } else {
      paragraphs.push(line);
    }
  }
  return paragraphs;
}

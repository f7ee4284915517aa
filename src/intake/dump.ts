import type { Caption } from '../model/article.ts';
import type { Draft } from './draft.ts';

interface Line {
  readonly words: string;
  /** Whether an empty line, or the file's beginning, stands before it. */
  readonly opens: boolean;
}

/** The top of one article, as places among the lines. */
interface Head {
  readonly start: number;
  /** Where its text begins. */
  readonly body: number;
  readonly captions: readonly string[];
}

/** Both prints of the captions of some pictures, and the marker. */
const LINES_BETWEEN_HEADLINES = 16;
/** The marker is what a page leaves of its buttons: a few letters or signs under the pictures, never a sentence. */
const MARKER = /^.{0,19}[^.!?:;,…"”’)]$/u;
/** With no captions around it a marker has to be shorter still, or a byline or a poem's refrain would pass for one. */
const BARE_MARKER = /^[^\s.!?:;,…"”’)]{1,5}$/u;

/**
 * Takes a dump of newspaper pages apart. Each article is its headline, its captions, a marker, the headline and the
 * captions again, then the text; every caption stands twice each time. Takes cleaned text, and gives undefined for one
 * that does not begin so: a line that merely returns makes no dump.
 */
export function readDump(text: string): Draft[] | undefined {
  const lines = linesOf(text);
  const heads = headsOf(lines);
  if (heads[0]?.start !== 0) return undefined;
  return heads.map((head, index) => draftOf(lines, head, heads[index + 1]?.start ?? lines.length));
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((words, index, all) => {
    return words === '' ? [] : [{ words, opens: index === 0 || all[index - 1] === '' }];
  });
}

function headsOf(lines: readonly Line[]): Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const head = headAt(lines, at);
    if (!head) continue;
    heads.push(head);
    at = head.body - 1;
  }
  return heads;
}

function headAt(lines: readonly Line[], start: number): Head | undefined {
  const headline = lines[start]!;
  if (!headline.opens) return undefined;
  const window = lines.slice(start + 1, start + 2 + LINES_BETWEEN_HEADLINES).map(({ words }) => words);
  const second = window.indexOf(headline.words);
  if (second < 1) return undefined;

  const between = window.slice(0, second);
  const last = between.at(-1)!;
  const marked = MARKER.test(last) && between.indexOf(last) === second - 1;
  const before = marked ? between.slice(0, -1) : between;
  const start2 = start + 2 + second;
  const after = captionsFrom(lines, start2, before);
  const printed = [...before, ...after];
  if (!before.every((caption) => isRepeated(caption, printed))) return undefined;
  if (printed.length === 0 && !BARE_MARKER.test(last)) return undefined;
  return { start, body: start2 + after.length, captions: printed };
}

/** The captions under the second headline: those already seen above it, and lines that stand twice in a row. */
function captionsFrom(lines: readonly Line[], start: number, seen: readonly string[]): string[] {
  const captions: string[] = [];
  for (let at = start; at < start + LINES_BETWEEN_HEADLINES && at < lines.length; at += 1) {
    const { words } = lines[at]!;
    if (!seen.includes(words) && !isDouble(lines, at, start)) break;
    captions.push(words);
  }
  return captions;
}

/** Whether a line is printed twice in a row, looking no further back than `start`. */
function isDouble(lines: readonly Line[], at: number, start: number): boolean {
  const { words } = lines[at]!;
  return lines[at + 1]?.words === words || (at > start && lines[at - 1]?.words === words);
}

function isRepeated(words: string, printed: readonly string[]): boolean {
  return printed.indexOf(words) !== printed.lastIndexOf(words);
}

function draftOf(lines: readonly Line[], head: Head, end: number): Draft {
  // A caption is never body text, not even where the page prints it a third time.
  const captions = new Set(head.captions);
  const body = lines.slice(head.body, end).filter(({ words }) => !captions.has(words));
  return {
    title: lines[head.start]!.words,
    text: body.map(({ words, opens }) => (opens ? `\n\n${words}` : `\n${words}`)).join(''),
    captions: [...captions].map(captionOf),
  };
}

/** A credit stands in brackets at the end: "(Reuters)". What begins in lower case, "(left)", tells who is who. */
const CREDIT = /^(?<text>.*\S)\s*\((?<credit>(?!\p{Ll})[^()]{1,80})\)\.?$/u;

function captionOf(words: string): Caption {
  const { text, credit } = CREDIT.exec(words)?.groups ?? {};
  return text && credit ? { text, credit } : { text: words };
}

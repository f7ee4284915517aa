import { type Inline, parseInline } from './inline.ts';

/** A message's text as Discord's client sets it: blocks, and inside them formatting. */
export type Block =
  | { readonly kind: 'paragraph' | 'subtext'; readonly inside: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly Item[] }
  | { readonly kind: 'code'; readonly text: string };

export interface Item {
  readonly inside: readonly Inline[];
  /** The list indented under it, if any. */
  readonly under?: Block;
}

interface Taken {
  readonly block: Block;
  readonly lines: number;
}

type Take = (lines: readonly string[], quoted: boolean) => Taken | undefined;

/** Reads a message's text. Pure: the same tree in a browser and in a test. */
export function parseMarkdown(text: string): readonly Block[] {
  return blocksOf(text.split('\n'), false);
}

function blocksOf(lines: readonly string[], quoted: boolean): readonly Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: 'paragraph', inside: parseInline(plain.join('\n')) });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const rest = lines.slice(at);
    const taken = BLOCKS.map((take) => take(rest, quoted)).find((block) => block !== undefined);
    if (taken) {
      flush();
      blocks.push(taken.block);
    } else plain.push(lines[at]!);
    at += taken?.lines ?? 1;
  }
  flush();
  return blocks;
}

const codeBlock: Take = (lines) => {
  if (!lines[0]!.startsWith('```')) return undefined;
  const whole = /^```(?:[\w+#.-]*\n)?\n*([\s\S]*?)\n*```[^\S\n]*(?=\n|$)/.exec(lines.join('\n'));
  if (!whole?.[1]) return undefined;
  return { block: { kind: 'code', text: whole[1] }, lines: whole[0].split('\n').length };
};

const heading: Take = ([line]) => {
  const match = /^ *(#{1,3})\s+(\S.*)$/.exec(line!);
  if (!match) return undefined;
  return { block: { kind: 'heading', level: match[1]!.length, inside: parseInline(match[2]!) }, lines: 1 };
};

const subtext: Take = ([line]) => {
  const match = /^-#\s+(\S.*)$/.exec(line!);
  return match ? { block: { kind: 'subtext', inside: parseInline(match[1]!) }, lines: 1 } : undefined;
};

/** `>` quotes a line, `>>>` all that follows. Discord sets no quote inside a quote. */
const quote: Take = (lines, quoted) => {
  if (quoted) return undefined;
  const first = lines[0]!;
  if (/^ *>>> /.test(first)) {
    const inside = [first.replace(/^ *>>> /, ''), ...lines.slice(1)];
    return { block: { kind: 'quote', blocks: blocksOf(inside, true) }, lines: lines.length };
  }
  const count = lengthOfRun(lines, (line) => /^ *>( |$)/.test(line));
  if (count === 0 || !/^ *> /.test(first)) return undefined;
  const inside = lines.slice(0, count).map((line) => line.replace(/^ *> ?/, ''));
  return { block: { kind: 'quote', blocks: blocksOf(inside, true) }, lines: count };
};

const ITEM = /^(?<indent> *)(?<mark>[-*]|\d{1,9}\.) +(?<text>\S.*)$/;

const list: Take = (lines) => {
  const count = lengthOfRun(lines, (line) => ITEM.test(line));
  return count === 0 ? undefined : { block: listOf(lines.slice(0, count)), lines: count };
};

/** Lines indented deeper than the first belong under the item above them. */
function listOf(lines: readonly string[]): Block {
  const first = ITEM.exec(lines[0]!)!.groups!;
  const depth = first['indent']!.length;
  const items: Item[] = [];
  for (let at = 0; at < lines.length; ) {
    const deeper = lengthOfRun(lines.slice(at + 1), (line) => ITEM.exec(line)!.groups!['indent']!.length > depth);
    const under = lines.slice(at + 1, at + 1 + deeper);
    const inside = parseInline(ITEM.exec(lines[at]!)!.groups!['text']!);
    items.push(under.length > 0 ? { inside, under: listOf(under) } : { inside });
    at += 1 + deeper;
  }
  const start = Number.parseInt(first['mark']!, 10);
  return { kind: 'list', ordered: !Number.isNaN(start), start: Number.isNaN(start) ? 1 : start, items };
}

const BLOCKS: readonly Take[] = [codeBlock, heading, subtext, quote, list];

function lengthOfRun<T>(items: readonly T[], belongs: (item: T) => boolean): number {
  const end = items.findIndex((item) => !belongs(item));
  return end === -1 ? items.length : end;
}

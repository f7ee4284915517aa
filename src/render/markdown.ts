import { slice } from '../model/span.ts';
import type { Passage } from '../model/story.ts';
import type { Block, Inline, Line } from './card.ts';
import { escapeMarkdown, linkTarget, seen } from './escape.ts';
import { withFragment } from './fragment.ts';
import { clip, wordEnd } from './limits.ts';

/** How much a drawing may take. Where a page is too full, the next detail down is tried. */
export interface Detail {
  /** Whether links carry a text fragment. */
  readonly fragments: boolean;
  /** Characters of a passage, or of any other run of text, at the most. */
  readonly passage: number;
  /** Characters of a link's address at the most; a longer one is left out whole, never cut. */
  readonly link: number;
}

/** From the richest to the barest. A text fragment is the first thing dropped. */
export const DETAILS: readonly Detail[] = [
  { fragments: true, passage: 1_000, link: 700 },
  { fragments: false, passage: 1_000, link: 500 },
  { fragments: false, passage: 500, link: 300 },
  { fragments: false, passage: 250, link: 150 },
  { fragments: false, passage: 120, link: 0 },
];

/** Paragraphs and quotes are set apart by a blank line; on a phone a wall of sentences is not read. */
export const drawBlocks = (blocks: readonly Block[], detail: Detail): string =>
  blocks.map((block, index) => (isApart(blocks[index - 1], block) ? '\n' : '') + drawBlock(block, detail)).join('\n');

/** Of two quotes in a row nobody would see whose name belongs to which words. */
const isApart = (before: Block | undefined, block: Block): boolean =>
  before !== undefined && (['text', 'quote'] as const).some((kind) => kind in before && kind in block);

function drawBlock(block: Block, detail: Detail): string {
  if ('title' in block) return `## ${oneLine(drawLine(block.title, detail))}`;
  if ('heading' in block) return `### ${oneLine(drawLine(block.heading, detail))}`;
  if ('small' in block) return `-# ${oneLine(drawLine(block.small, detail))}`;
  if ('bullet' in block) return `- ${oneLine(drawLine(block.bullet, detail))}`;
  if ('quote' in block) return drawLine(block.quote, detail).replace(/^/gm, '> ');
  return drawLine(block.text, detail);
}

const oneLine = (drawn: string) => drawn.replace(/\s*\n\s*/g, ' ');

const drawLine = (line: Line, detail: Detail): string => line.map((part) => drawInline(part, detail)).join('');

function drawInline(part: Inline, detail: Detail): string {
  if (typeof part === 'string') return escapeMarkdown(clip(part, detail.passage));
  if ('bold' in part) return `**${drawLine(part.bold, detail)}**`;
  if ('verbatim' in part) return drawPassage(part.verbatim, detail.passage);
  if ('time' in part)
    return `<t:${Math.floor(part.time.getTime() / 1000)}:${{ date: 'D', ago: 'R', moment: 'f' }[part.as]}>`;
  if ('mention' in part) return part.mention === 'channel' ? `<#${part.id}>` : `<@&${part.id}>`;
  if ('code' in part) return `\`${oneLine(seen(part.code)).replaceAll('`', 'ˋ')}\``;
  return drawLink(part, detail);
}

function drawLink({ link, label, passage }: Extract<Inline, { link: string }>, detail: Detail): string {
  const drawn = drawLine(label, detail);
  const target = linkTarget(passage && detail.fragments ? withFragment(link, passage) : link);
  if (!target || target.length > detail.link) return drawn;
  // Discord ends a label at a bracket that has no partner, escaped or not.
  return balanced(drawn) ? `[${drawn}](${target})` : `${drawn} · [link](${target})`;
}

function balanced(label: string): boolean {
  let open = 0;
  for (const mark of label.match(/[[\]]/g) ?? []) {
    open += mark === '[' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** The article's own words, cut at a word where they are too long; the mark of the cut is ours and stands outside. */
export function drawPassage({ article, span }: Passage, room: number): string {
  if (span.start < 0 || span.end > article.text.length || span.start >= span.end) {
    throw new RangeError(`${span.start} to ${span.end} is no passage of article ${article.id}.`);
  }
  const end = span.end - span.start <= room ? span.end : wordEnd(article.text, span.start, room);
  return escapeMarkdown(slice(article.text, { start: span.start, end }).trimEnd()) + (end < span.end ? ' …' : '');
}

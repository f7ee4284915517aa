import { styleText } from 'node:util';
import { slice } from '../model/span.ts';
import type { Block, Card, Inline, Line } from './card.ts';

/** Whether to use bold and dim type, and the zone in which times are written. */
export interface Terminal {
  readonly colour: boolean;
  readonly zone: string;
}

/** A whole card, all its pages, for a terminal: no buttons, addresses written out. */
export function drawTerminal(card: Card, terminal: Terminal): string {
  const entries = card.entries.map(({ blocks }) => blocks);
  const parts = [card.head, ...entries, card.foot].filter((blocks) => blocks.length > 0);
  return `${parts.map((blocks) => drawBlocks(blocks, terminal)).join('\n\n')}\n`;
}

/** A line each; two quotes in a row are set apart. */
function drawBlocks(blocks: readonly Block[], terminal: Terminal): string {
  const quoteBefore = (index: number) => index > 0 && 'quote' in blocks[index - 1]!;
  return blocks
    .map((block, index) => ('quote' in block && quoteBefore(index) ? '\n' : '') + drawBlock(block, terminal))
    .join('\n');
}

function drawBlock(block: Block, terminal: Terminal): string {
  const line = (parts: Line) => parts.map((part) => drawInline(part, terminal)).join('');
  const style = (name: 'bold' | 'dim', text: string) =>
    terminal.colour ? styleText(name, text, { validateStream: false }) : text;
  if ('title' in block) return style('bold', line(block.title));
  if ('heading' in block) return style('bold', line(block.heading));
  if ('small' in block) return style('dim', line(block.small));
  if ('bullet' in block) return `  • ${line(block.bullet)}`;
  if ('quote' in block) return line(block.quote).replace(/^/gm, '  | ');
  return line(block.text);
}

function drawInline(part: Inline, terminal: Terminal): string {
  if (typeof part === 'string') return printable(part);
  if ('bold' in part) return part.bold.map((inner) => drawInline(inner, terminal)).join('');
  if ('verbatim' in part) return printable(slice(part.verbatim.article.text, part.verbatim.span));
  if ('time' in part) return inZone(part.time, terminal.zone);
  if ('mention' in part) return `${part.mention} ${part.id}`;
  if ('code' in part) return printable(part.code);
  const label = part.label.map((inner) => drawInline(inner, terminal)).join('');
  return `${label} <${printable(part.link)}>`;
}

/** Article titles and addresses may hold control characters, which a terminal would obey. */
const printable = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (mark) => (/[\n\t\u200c\u200d]/.test(mark) ? mark : ''));

/** "28 Nov 2026, 07:30 UTC": a terminal's own zone may be another. */
const inZone = (time: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(time);

import { inlineProse, literal, reveal } from './inline.ts';

const FENCE = /^ {0,3}(?<fence>`{3,}|~{3,})/;
const QUOTE_MARKS = /^(?: {0,3}> ?)+/;
const HEADING = /^ {0,3}#{1,6}(?: +|$)/;
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)$/;
const LINK_DEFINITION = /^ {0,3}\[(?!\^)[^\]]+\]:\s/;
const FOOTNOTE = /^ {0,3}\[\^[^\]]+\]:\s*/;
const BULLET = /^ *[-*+] +(?:\[[ xX]\] +)?/;
const NUMBER = /^ *\d{1,9}[.)] /;
const TABLE_ROW = /^ *\|/;
/** What begins a line of its own without an empty line before it. */
const OPENINGS = [BULLET, NUMBER, FOOTNOTE, TABLE_ROW];

/**
 * Markdown as its reader sees it. Marks of headings, emphasis, quotations, links, code and HTML go, and so do images,
 * comments and link definitions; the words stay. The lines of a paragraph become one line; headings, items of lists
 * (numbers stay, bullets go), rows of tables and lines of code are lines of their own.
 */
export function proseOf(markdown: string): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let fence: string | undefined;
  const flush = () => {
    if (paragraph.length > 0) lines.push(paragraph.join(' '));
    paragraph = [];
  };

  for (const raw of withoutComments(markdown).split('\n')) {
    const line = raw.replace(QUOTE_MARKS, '');
    const mark = FENCE.exec(line)?.groups?.['fence'];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      flush();
      fence = fence === undefined ? mark : undefined;
    } else if (fence !== undefined) {
      lines.push(literal(raw));
    } else if (line.trim() === '') {
      flush();
      lines.push('');
    } else if ((UNDERLINE.test(line) && paragraph.length > 0) || RULE.test(line) || isTableRule(line)) {
      flush();
    } else if (LINK_DEFINITION.test(line)) {
      flush();
    } else if (HEADING.test(line)) {
      flush();
      lines.push('', line.replace(HEADING, '').replace(/ #+$/, ''), '');
    } else {
      if (OPENINGS.some((opening) => opening.test(line))) flush();
      paragraph.push(line.replace(BULLET, '').replace(FOOTNOTE, '').trim());
    }
  }
  flush();
  return reveal(lines.map(inlineProse).join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** `|---|:--:|`, what stands under the head of a table. */
function isTableRule(line: string): boolean {
  return /^[ :|-]+$/.test(line) && line.includes('|') && line.includes('-');
}

function withoutComments(markdown: string): string {
  const [before = '', ...opened] = markdown.split('<!--');
  return before + opened.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : part)).join('');
}

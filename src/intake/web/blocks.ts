import { Parser } from 'htmlparser2';

/** An element around a block of text. */
export interface Container {
  readonly tag: string;
  /** Its class and id, in lower case. */
  readonly label: string;
  /** Characters of text inside. */
  length: number;
}

/** A paragraph, heading, list item or table cell. */
export interface Block {
  readonly text: string;
  /** How many of its characters stand in links. */
  readonly linked: number;
  /** The element it is: p, h2, li; that of a bare text is the element around. */
  readonly tag: string;
  /** From the outermost in. */
  readonly inside: readonly Container[];
}

/** What begins and ends a block of its own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Programs and drawings: their contents are no words for a reader. */
const CODE = new Set('head script style svg template'.split(' '));
/** What they hold is for programs that cannot show them, unless nobody closed them. */
const FALLBACK = new Set('applet audio canvas iframe noembed noscript object video'.split(' '));

/** Stands for a line break until spaces are joined; in HTML it is a space. */
const BREAK = '\u2028';

/** The text of an HTML document or of a piece of one, block by block, with spaces joined. */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  const inside: Container[] = [];
  let words = '';
  let fallback = '';
  let linked = 0;
  const depth = { code: 0, embedded: 0, link: 0 };

  const flush = () => {
    const text = tidy(words);
    if (text !== '') {
      for (const container of inside) container.length += text.length;
      blocks.push({ text, linked: Math.min(linked, text.length), tag: inside.at(-1)?.tag ?? '', inside: [...inside] });
    }
    words = '';
    linked = 0;
  };

  const parser = new Parser({
    onopentag(name, { class: classes = '', id = '' }) {
      if (CODE.has(name)) depth.code += 1;
      else if (FALLBACK.has(name)) depth.embedded += 1;
      else if (name === 'a') depth.link += 1;
      else if (name === 'br') words += BREAK;
      else if (BLOCKS.has(name)) {
        flush();
        inside.push({ tag: name, label: `${classes} ${id}`.toLowerCase().trim(), length: 0 });
      }
    },
    ontext(text) {
      if (depth.code > 0) return;
      if (depth.embedded > 0) fallback += text;
      else {
        words += text;
        if (depth.link > 0) linked += text.trim().length;
      }
    },
    onclosetag(name, implied) {
      if (CODE.has(name)) depth.code -= 1;
      else if (FALLBACK.has(name)) {
        depth.embedded -= 1;
        if (implied) words += fallback;
        if (implied || depth.embedded === 0) fallback = '';
      } else if (name === 'a') depth.link -= 1;
      else if (BLOCKS.has(name)) {
        flush();
        inside.pop();
      }
    },
  });
  parser.end(html);
  flush();
  return blocks;
}

/** Spaces joined, line breaks kept; two of them part paragraphs. */
export function tidy(words: string): string {
  return words
    .split(BREAK)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

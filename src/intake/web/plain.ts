import { Parser } from 'htmlparser2';

/** What begins and ends a paragraph of its own. */
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

/** Whether a string that may be either text or HTML has marks of HTML in it. */
const MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});|<!--/i;

/**
 * HTML as its reader sees it: paragraphs, with an empty line between two of them; a line break is a line break. Scripts,
 * styles, comments and pictures are gone. Text without marks comes back as it is, with its spaces joined.
 */
export function plainText(html: string): string {
  if (!MARKUP.test(html)) return joined(html.split(/\n\s*\n/));
  const paragraphs: string[] = [];
  let words = '';
  let fallback = '';
  let code = 0;
  let embedded = 0;
  const flush = () => {
    if (words !== '') paragraphs.push(words);
    words = '';
  };
  const parser = new Parser({
    onopentagname(name) {
      if (CODE.has(name)) code += 1;
      else if (FALLBACK.has(name)) embedded += 1;
      else if (name === 'br') words += '\u2028';
      else if (BLOCKS.has(name)) flush();
    },
    ontext(text) {
      if (code > 0) return;
      if (embedded > 0) fallback += text;
      else words += text;
    },
    onclosetag(name, implied) {
      if (CODE.has(name)) code -= 1;
      else if (FALLBACK.has(name)) {
        embedded -= 1;
        if (implied) words += fallback;
        if (implied || embedded === 0) fallback = '';
      } else if (BLOCKS.has(name)) flush();
    },
  });
  parser.end(html);
  flush();
  return joined(paragraphs);
}

function joined(paragraphs: readonly string[]): string {
  return paragraphs
    .map((paragraph) =>
      paragraph
        .split('\u2028')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .join('\n')
        .replace(/\n{2,}/g, '\n\n')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

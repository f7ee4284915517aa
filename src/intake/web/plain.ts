import { blocksOf, tidy } from './blocks.ts';

/** Whether a string that may be either text or HTML has marks of HTML in it. */
const MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});|<!--/i;

/**
 * HTML as its reader sees it: paragraphs, with an empty line between two of them; a line break is a line break. Scripts,
 * styles, comments and pictures are gone. Text without marks comes back as it is, with its spaces joined.
 */
export function plainText(html: string): string {
  const paragraphs = MARKUP.test(html) ? blocksOf(html).map(({ text }) => text) : html.split(/\n\s*\n/).map(tidy);
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

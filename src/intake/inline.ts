/** The 32 signs a backslash or a code span can take their meaning from. */
const SIGN = /[!-/:-@[-`{-~]/g;
const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
/** Unicode sets 32 characters aside for a program's own use, and a cleaned text has none of them. */
const FIRST_STAND_IN = 0xfdd0;

const ESCAPE = /\\(?<sign>[!-/:-@[-`{-~])/g;
const CODE = /(?<!`)(?<marks>`{1,2})(?<code>[^`]+)\k<marks>(?!`)/g;
/** An address may hold brackets itself, as Wikipedia's do. */
const ADDRESS = /\([^()]*(?:\([^()]*\)[^()]*){0,4}\)/;
const IMAGE = new RegExp(`!\\[[^[\\]]*\\](?:${ADDRESS.source}|\\[[^[\\]]*\\])`, 'g');
const LINK = new RegExp(`\\[(?<words>[^[\\]]*)\\](?:${ADDRESS.source}|\\[[^[\\]]*\\])`, 'g');
const FOOTNOTE_MARK = /\[\^[^[\]\s]+\]/g;
const BARE_LINK = /<(?<address>(?:https?|mailto):[^<>\s]+)>/g;
const LINE_BREAK = /<br *\/?>/gi;
const TAG = /<\/?[a-z][^<>]*>/gi;
const EMPHASIS = /\*{1,3}|_{1,3}|~~/g;
const ENTITY = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A line's words without its marks. `reveal` has to follow, once all marks are gone. */
export function inlineProse(line: string): string {
  const words = line
    .replace(ESCAPE, (_, sign: string) => literal(sign))
    .replace(CODE, (_, _marks: string, code: string) => literal(code))
    .replace(IMAGE, '')
    .replace(LINK, '$<words>')
    .replace(FOOTNOTE_MARK, '')
    .replace(BARE_LINK, (_, address: string) => literal(address))
    .replace(LINE_BREAK, '\n')
    .replace(TAG, '');
  return withoutEmphasis(words).replace(ENTITY, decoded);
}

/** Words whose signs mean themselves, until `reveal` shows them. */
export function literal(words: string): string {
  return words.replace(SIGN, (sign) => String.fromCharCode(FIRST_STAND_IN + SIGNS.indexOf(sign)));
}

export function reveal(words: string): string {
  return words.replace(/[\uFDD0-\uFDEF]/g, (standIn) => SIGNS[standIn.charCodeAt(0) - FIRST_STAND_IN] ?? '');
}

/** Takes marks away in pairs only: "5 * 3" and "*Terms apply" keep theirs. */
function withoutEmphasis(line: string): string {
  const opened = new Map<string, number>();
  const gone: [at: number, length: number][] = [];
  for (const { 0: mark, index } of line.matchAll(EMPHASIS)) {
    const [before = ' ', after = ' '] = [line[index - 1], line[index + mark.length]];
    const opening = opened.get(mark);
    const inWord = mark.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    if (inWord) continue;
    if (opening !== undefined && before !== ' ') {
      gone.push([opening, mark.length], [index, mark.length]);
      opened.delete(mark);
    } else if (after !== ' ') opened.set(mark, index);
  }
  return without(line, gone);
}

function without(line: string, gone: readonly (readonly [at: number, length: number])[]): string {
  let kept = '';
  let from = 0;
  for (const [at, length] of gone.toSorted(([one], [other]) => one - other)) {
    kept += line.slice(from, at);
    from = at + length;
  }
  return kept + line.slice(from);
}

function decoded(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

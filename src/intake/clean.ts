/** Every way a line can end. U+2029 ends a paragraph. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028]/g;
const PARAGRAPH_END = /\u2029/g;

/** Tabs and every space but the plain one: non-breaking, thin, ideographic. */
const SPACE = /[\t\p{Zs}]/gu;

/** Controls but the line feed, halves of surrogate pairs, characters Unicode keeps for a program's own use. */
const NOT_TEXT = /(?!\n)[\p{Cc}\p{Cs}\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;

/** The flags of England, Scotland and Wales are a black flag and invisible tags; all other tags only hide words. */
const TAGGED_FLAG = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F}/u;

/**
 * What nobody sees: zero-width and bidi characters, soft hyphens, blank letters. The joiners have a rule of their own,
 * and variation selectors stay, because they choose an emoji's colours and the written form of Japanese names.
 */
const UNSEEN =
  /(?!\u200C|\u200D|[\u180B-\u180D\u180F]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}/u;
const FLAG_OR_UNSEEN = new RegExp(`(${TAGGED_FLAG.source})|${UNSEEN.source}`, 'gu');

/** Scripts that spell with joiners: Persian «می‌خواهم» without its ZWNJ is another word. */
const JOINING =
  '[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}' +
  '\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}]';
/** 👩‍🚀 is a woman, a joiner and a rocket. */
const EMOJI = '\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?';
/** A joiner that neither follows a letter of such a script, with its marks, nor stands between two emoji. */
const IDLE_JOINER = new RegExp(
  `(?<!(?=${JOINING})\\p{L}\\p{M}*)(?!(?<=${EMOJI})\\u200D\\p{Extended_Pictographic})[\\u200C\\u200D]`,
  'gu',
);

/**
 * Unicode's own bound on the marks on one letter (UAX 15, stream-safe text). Beyond it they are a prank, and slow:
 * ordering 40,000 of them takes four seconds.
 */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * A text as Lede keeps it, cleaned this once: every span counts in what comes out. Composed (NFC), lines end in LF and
 * carry no spaces at their end, at most one empty line between two others, nothing unseen. Cleaning it again changes
 * nothing.
 */
export function cleanText(raw: string): string {
  const seen = raw
    .replace(LINE_END, '\n')
    .replace(PARAGRAPH_END, '\n\n')
    .replace(SPACE, ' ')
    .replace(NOT_TEXT, '')
    .replace(FLAG_OR_UNSEEN, '$1')
    .replace(IDLE_JOINER, '');
  return spaced(boundMarks(boundMarks(seen).normalize('NFC')));
}

/** A title, a name or a caption: cleaned, and on one line. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/\s+/g, ' ');
}

function boundMarks(text: string): string {
  return text.replace(TOO_MANY_MARKS, '$1');
}

function spaced(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

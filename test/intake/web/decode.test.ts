import { expect, test } from 'vitest';
import { decodeWeb } from '../../../src/intake/web/decode.ts';

const WORDS = '<a>Übung in Tromsø</a>';
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const utf32 = (text: string) =>
  Buffer.concat(
    [...`\uFEFF${text}`].map((letter) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(letter.codePointAt(0) ?? 0);
      return bytes;
    }),
  );

test.each<[case_: string, bytes: Buffer, contentType: string, text: string]>([
  ['a mark of UTF-8 is no part of the text', Buffer.from(`\uFEFF${WORDS}`), '', WORDS],
  ['UTF-16 shows itself', utf16(WORDS), '', WORDS],
  ['UTF-16 big endian shows itself', utf16(WORDS).swap16(), 'text/xml; charset=utf-8', WORDS],
  ['UTF-32 shows itself', utf32(WORDS), '', WORDS],
  ['UTF-8 wins over a label that lies', Buffer.from(WORDS), 'text/xml; charset=iso-8859-1', WORDS],
  ['else the HTTP label counts', Buffer.from(WORDS, 'latin1'), 'text/xml; charset="ISO-8859-1"', WORDS],
  [
    "then the document's own",
    Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>\xcc\xee\xf1\xea\xe2\xe0</a>', 'latin1'),
    'text/xml',
    '<?xml version="1.0" encoding="windows-1251"?><a>Москва</a>',
  ],
  [
    "or a page's",
    Buffer.from('<meta charset=windows-1251><p>\xcc\xee\xf1\xea\xe2\xe0', 'latin1'),
    '',
    '<meta charset=windows-1251><p>Москва',
  ],
  ['an unknown label is passed over', Buffer.from(WORDS, 'latin1'), 'text/xml; charset=klingon', WORDS],
  ['Latin-1 is windows-1252', Buffer.from('don\x92t', 'latin1'), 'text/xml; charset=iso-8859-1', 'don’t'],
  ['also inside UTF-8', Buffer.from('\u201Cdon\u0092t\u0085'), '', '“don’t…'],
  ['control characters are gone', Buffer.from('a\0b\u0007c\td'), '', 'abc\td'],
])('%s', (_case, bytes, contentType, text) => {
  expect(decodeWeb(bytes, contentType)).toBe(text);
});

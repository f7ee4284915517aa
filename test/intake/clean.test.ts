import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../src/intake/clean.ts';

test.each<[why: string, raw: string, cleaned: string]>([
  ['letters are composed', 'Zu\u0308rich', 'Z\u00fcrich'],
  ['every line ends in LF', 'one\r\ntwo\rthree\u2028four\u0085five', 'one\ntwo\nthree\nfour\nfive'],
  ['a paragraph separator is an empty line', 'one\u2029two', 'one\n\ntwo'],
  ['at most one empty line stands between two others', 'one\n\n\n \t\n\ntwo', 'one\n\ntwo'],
  ['lines carry no spaces at their end', 'one  \t\ntwo\u00a0', 'one\ntwo'],
  ['white space around the text goes', '\n\n  one\n\n', 'one'],
  ['every kind of space is a space', '10\u202f000\u00a0km\u2009wide\u3000road', '10 000 km wide road'],
  ['a byte order mark goes', '\ufeffone', 'one'],
  ['controls go', 'one\u0000 \u001b[31mtwo\u009b', 'one [31mtwo'],
  ['bidi overrides go', 'pay \u202e001\u202c now\u2066\u2069\u200f', 'pay 001 now'],
  ['zero-width spaces and soft hyphens go', 'news\u200bpaper mini\u00adster\u2060', 'newspaper minister'],
  ['blank letters go', 'one\u3164\u115f', 'one'],
  ['halves of surrogate pairs go', 'a\ud800b\udc00c', 'abc'],
  ['a joiner between Latin letters goes', 'mini\u200cster\u200d', 'minister'],
  [
    'Persian keeps its non-joiner',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
  ],
  ['Hindi keeps a joiner after a virama', '\u0915\u094d\u200d\u0937', '\u0915\u094d\u200d\u0937'],
  ['a second joiner in a row goes', '\u0645\u200c\u200c\u0646', '\u0645\u200c\u0646'],
  [
    'emoji keep their joiners',
    '\u{1f469}\u{1f3fd}\u200d\u{1f680} \u2764\ufe0f\u200d\u{1f525}',
    '\u{1f469}\u{1f3fd}\u200d\u{1f680} \u2764\ufe0f\u200d\u{1f525}',
  ],
  ['a joiner after the last emoji goes', '\u{1f469}\u200d!', '\u{1f469}!'],
  [
    'the Scottish flag stays, tags that hide words go',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} a\u{e0068}\u{e0069}',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} a',
  ],
])('%s', (_why, raw, cleaned) => {
  expect(cleanText(raw)).toBe(cleaned);
});

test('a line has no line breaks and no double spaces', () => {
  expect(cleanLine(' Harbour\r\n vote\u00a0 delayed ')).toBe('Harbour vote delayed');
});

test('a letter carries thirty marks at the most', () => {
  expect(cleanText(`a${'\u0323'.repeat(2_000)}b`)).toBe(`\u1ea1${'\u0323'.repeat(29)}b`);
});

test('marks that come apart when they are composed are counted after it', () => {
  expect(cleanText(`a${'\u0344'.repeat(20)}`)).toBe(`\u00e4${'\u0301\u0308'.repeat(15)}`);
});

// Where cleaning one thing could bring two others together.
const awkward = fc.constantFrom(
  ...[
    '\r',
    '\n',
    '\u2029',
    ' ',
    '\u00a0',
    '\t',
    '\u200b',
    '\u200c',
    '\u200d',
    '\ufe0f',
    '\ud83d',
    '\ude00',
    '\u{1f469}',
    '\u{1f3fd}',
  ],
  ...[
    '\u0645',
    '\u064b',
    '\u0301',
    '\u0323',
    '\u0344',
    '\u0958',
    '\u0915',
    '\u094d',
    '\u1100',
    '\u1161',
    'e',
    '\ufdd0',
    '\u{e0061}',
    '\u{1f3f4}',
    '\u{e007f}',
  ],
);
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: awkward, maxLength: 80 }));

test('cleaning a clean text changes nothing', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const once = cleanText(raw);
      expect(cleanText(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

test('a clean text is composed, well formed, and free of controls', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const clean = cleanText(raw);
      expect(clean).toBe(clean.normalize('NFC'));
      expect(clean).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|\n{3}| \n/u);
    }),
  );
});

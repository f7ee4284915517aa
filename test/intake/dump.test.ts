import { expect, test } from 'vitest';
import { readDump } from '../../src/intake/dump.ts';

const HARBOUR = 'Harbour vote delayed';
const STORM = 'Storm closes the coast road';
const BOATS = 'Boats lie idle in the harbour. (City archive)';
const MAYOR = 'Mayor Mara Lindqvist speaks to reporters. (Nordpress)';
const VOTE = 'The vote is off.\n\nIt may return in spring.';
const ROAD = 'The coast road is closed.';

/** An article as a page dump prints it. */
function printed(headline: string, captions: readonly string[], text: string, marker = 'TT'): string {
  const block = captions.flatMap((caption) => [caption, caption]).join('\n');
  return [headline, '', `${block}\n${marker}`, '', headline, '', block, '', text].join('\n').replace(/\n{3,}/g, '\n\n');
}

const titlesAndTexts = (text: string) => readDump(text)?.map((draft) => [draft.title, draft.text?.trim()]);

test('an article is its headline and its text, without the captions and the marker', () => {
  expect(titlesAndTexts(printed(HARBOUR, [BOATS], VOTE))).toEqual([[HARBOUR, VOTE]]);
});

test('captions are kept once, with their credit', () => {
  expect(readDump(printed(HARBOUR, [BOATS, MAYOR], VOTE))?.[0]?.captions).toEqual([
    { text: 'Boats lie idle in the harbour.', credit: 'City archive' },
    { text: 'Mayor Mara Lindqvist speaks to reporters.', credit: 'Nordpress' },
  ]);
});

test('words in brackets that tell who is who are no credit', () => {
  const caption = 'Mara Lindqvist speaks to Jon Falk (left)';
  expect(readDump(printed(HARBOUR, [caption], VOTE))?.[0]?.captions).toEqual([{ text: caption }]);
});

test('one file holds several articles', () => {
  const dump = `${printed(HARBOUR, [BOATS], VOTE)}\n\n${printed(STORM, [MAYOR], ROAD)}`;
  expect(titlesAndTexts(dump)).toEqual([
    [HARBOUR, VOTE],
    [STORM, ROAD],
  ]);
});

test('two articles may have the same headline', () => {
  const dump = `${printed(HARBOUR, [BOATS], VOTE)}\n\n${printed(HARBOUR, [BOATS], ROAD)}`;
  expect(titlesAndTexts(dump)).toEqual([
    [HARBOUR, VOTE],
    [HARBOUR, ROAD],
  ]);
});

test('a headline that returns under a text of one short line is not taken for a marker', () => {
  const dump = `${printed(HARBOUR, [], 'Off')}\n\n${printed(HARBOUR, [], ROAD)}`;
  expect(titlesAndTexts(dump)).toEqual([
    [HARBOUR, 'Off'],
    [HARBOUR, ROAD],
  ]);
});

test.each(['TT', 'XY', '***', 'A+ A-', 'Print', '字体'])('the marker %j is known by its place', (marker) => {
  expect(titlesAndTexts(printed(HARBOUR, [BOATS], VOTE, marker))).toEqual([[HARBOUR, VOTE]]);
});

test.each<[why: string, dump: string]>([
  ['without captions', printed(HARBOUR, [], VOTE)],
  [
    'with each caption printed once',
    `${HARBOUR}\n\n${BOATS}\n${MAYOR}\nTT\n\n${HARBOUR}\n\n${BOATS}\n${MAYOR}\n\n${VOTE}`,
  ],
  [
    'with other captions below than above',
    `${HARBOUR}\n\n${BOATS}\n${BOATS}\nTT\n\n${HARBOUR}\n\n${MAYOR}\n${MAYOR}\n\n${VOTE}`,
  ],
  ['with captions below only', `${HARBOUR}\nTT\n\n${HARBOUR}\n\n${MAYOR}\n${MAYOR}\n\n${VOTE}`],
  ['without a marker', `${HARBOUR}\n\n${BOATS}\n${BOATS}\n\n${HARBOUR}\n\n${BOATS}\n${BOATS}\n\n${VOTE}`],
  ['with a caption again among the text', printed(HARBOUR, [BOATS], VOTE.replace('\n\n', `\n\n${BOATS}\n\n`))],
])('a page %s is taken apart as well', (_why, dump) => {
  expect(titlesAndTexts(dump)).toEqual([[HARBOUR, VOTE]]);
});

test.each<[why: string, text: string]>([
  ['a plain text', `${HARBOUR}\n\n${VOTE}`],
  ['a title printed twice', `${HARBOUR}\n\n${HARBOUR}\n\n${VOTE}`],
  ['a title that returns after a sentence', `${HARBOUR}\n\nHere is why.\n\n${HARBOUR}\n\n${VOTE}`],
  ['a title that returns after a byline', `${HARBOUR}\n\nby Mara Lindqvist\n\n${HARBOUR}\n\n${VOTE}`],
  ['a refrain', `Song of the sea\n\nRoll on, roll on\n\nOh\n\nRoll on, roll on\n\nThe sea is wide.`],
  ['a line printed twice', `${HARBOUR}\n\nNo comment\nNo comment\n\n${VOTE}`],
  ['a page after a preface', `From the archive\n\n${printed(HARBOUR, [BOATS], VOTE)}`],
  ['nothing', ''],
])('%s is no dump', (_why, text) => {
  expect(readDump(text)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { read, words } from './reading.ts';

test.each([
  ['a full stop', 'The ferry sank. Nobody drowned.', ['The ferry sank.', 'Nobody drowned.']],
  [
    'a title keeps its stop',
    'Gen. Ivo Brandt met Mrs. Okoro. They left.',
    ['Gen. Ivo Brandt met Mrs. Okoro.', 'They left.'],
  ],
  ['initials', 'J. P. Holm and Ana R. Silva won. Both left.', ['J. P. Holm and Ana R. Silva won.', 'Both left.']],
  ['an acronym inside', 'The U.S. Navy sailed. It came back.', ['The U.S. Navy sailed.', 'It came back.']],
  ['an acronym that ends', 'He moved to the U.S. He likes it.', ['He moved to the U.S.', 'He likes it.']],
  [
    'an adverb behind an acronym',
    'He moved to the U.S. Initially, he liked it.',
    ['He moved to the U.S.', 'Initially, he liked it.'],
  ],
  ['a firm that ends', 'She sued Halden Inc. The court agreed.', ['She sued Halden Inc.', 'The court agreed.']],
  ['numbers', 'It cost 3.5 million. No. 4 paid.', ['It cost 3.5 million.', 'No. 4 paid.']],
  ['a question in a quote', '“Why now?” Rossi asked. No answer came.', ['“Why now?” Rossi asked.', 'No answer came.']],
  ['a quote that ends', '“It is over.” Rossi left.', ['“It is over.”', 'Rossi left.']],
  ['an exclamation that goes on', '"Stop!" he cried. We did.', ['"Stop!" he cried.', 'We did.']],
  ['three dots that go on', 'The price rose... and fell. So what.', ['The price rose... and fell.', 'So what.']],
  ['a closing bracket', 'It rained (hard.) Then it stopped.', ['It rained (hard.)', 'Then it stopped.']],
  ['a numbered list', '1. Open the door. 2. Close it.', ['1. Open the door.', '2. Close it.']],
  ['Chinese', '船沉了。没有人死。', ['船沉了。', '没有人死。']],
  ['Arabic', 'هل غرقت السفينة؟ نعم.', ['هل غرقت السفينة؟', 'نعم.']],
  ['Urdu', 'کیا جہاز ڈوب گیا؟ ہاں۔ وہ چلا گیا۔', ['کیا جہاز ڈوب گیا؟', 'ہاں۔', 'وہ چلا گیا۔']],
  ['Arabic marks inside', 'قال: «لا، شكرا»؛ ثم رحل.', ['قال: «لا، شكرا»؛ ثم رحل.']],
  [
    'an office after its country',
    'He met U.S. President Holm. It rained.',
    ['He met U.S. President Holm.', 'It rained.'],
  ],
  [
    'a force after its country',
    'A U.S. Air Force base closed. So what.',
    ['A U.S. Air Force base closed.', 'So what.'],
  ],
  ['an hour that ends', 'It began at 5 p.m. The mayor spoke.', ['It began at 5 p.m.', 'The mayor spoke.']],
  ['an hour that goes on', 'At 5 p.m. Solheim left. We stayed.', ['At 5 p.m. Solheim left.', 'We stayed.']],
  ['a month', 'On Jan. 3 it rained. In Sept. it snowed.', ['On Jan. 3 it rained.', 'In Sept. it snowed.']],
  ['two titles', 'Lt. Col. Bo Reed led it. He won.', ['Lt. Col. Bo Reed led it.', 'He won.']],
  ['a page', 'See p. 4 of the plan. It says why.', ['See p. 4 of the plan.', 'It says why.']],
  ['a brand with a mark', 'Halden! Inc. paid at once. Nobody asked.', ['Halden! Inc. paid at once.', 'Nobody asked.']],
  ['dots with spaces', 'He waited . . . and left. So what.', ['He waited . . . and left.', 'So what.']],
  ['dots that end', 'He waited... Then he left.', ['He waited...', 'Then he left.']],
  [
    'a quote of several sentences',
    '“We won. We are tired,” said Solheim. She left.',
    ['“We won.', 'We are tired,” said Solheim.', 'She left.'],
  ],
  ['a signed quote', '“It is late.” – Karin Solheim. She left.', ['“It is late.” – Karin Solheim.', 'She left.']],
  ['a forgotten space', 'It rained.Then it stopped. So what.', ['It rained.', 'Then it stopped.', 'So what.']],
  [
    'a space forgotten at quotation marks',
    'It was 2015.“We saw it,” she said.Nobody drowned, she said."We saw it too," said Bo.',
    ['It was 2015.', '“We saw it,” she said.', 'Nobody drowned, she said.', '"We saw it too," said Bo.'],
  ],
  [
    'addresses',
    'Read halden.com/a or halden.Com now. Mail a.b@halden.org.',
    ['Read halden.com/a or halden.Com now.', 'Mail a.b@halden.org.'],
  ],
  [
    'initials without spaces',
    'J.Holm and U.S.Navy sailors met. All left.',
    ['J.Holm and U.S.Navy sailors met.', 'All left.'],
  ],
  ['bullets in a line', '• The quay is closed • The bank is open', ['• The quay is closed', '• The bank is open']],
  ['a line without an end', 'Harbour closed\nThe harbour closed.', ['Harbour closed', 'The harbour closed.']],
])('a sentence ends where it ends: %s', (_, text, expected) => {
  expect(words(text, read(text).sentences)).toEqual(expected);
});

test.each([
  ['BERGEN (AP) -', 'The quay reopened.'],
  ['NORDBY, Norway, Nov. 3 (Halden News) —', 'The quay reopened.'],
  ['(AP)', 'The quay reopened.'],
  ['BERGEN --', '“We won,” said Solheim.'],
  ['Bergen, Norway —', 'The quay reopened.'],
])('a dateline stands apart: %s', (dateline, sentence) => {
  const text = `${dateline} ${sentence} Ships left.`;

  expect(words(text, read(text).sentences)).toEqual([dateline, sentence, 'Ships left.']);
});

test.each([
  'US - Iran talks began.',
  'NATO - Russia talks began.',
  'Solheim — the mayor — left.',
  'Solheim (left) spoke.',
  'Bergen-based Halden paid.',
])('a dash behind a name makes no dateline: %s', (text) => {
  expect(words(text, read(text).sentences)).toEqual([text]);
});

test('lines that were broken at a column are one paragraph again', () => {
  const text =
    'The mayor of the old\nharbour town said on\nMonday that the quay\nwould stay closed.\n\nNobody minded it.';

  expect(words(text, read(text).sentences)).toEqual([
    'The mayor of the old\nharbour town said on\nMonday that the quay\nwould stay closed.',
    'Nobody minded it.',
  ]);
});

test('lines that stand for themselves stay apart', () => {
  const text = 'First the quay closed.\nThen the bank closed.\nNow the school is closed.';

  expect(read(text).sentences).toHaveLength(3);
});

test('abroad a number may be an ordinal, and other words are shortened', () => {
  const text =
    'Der Hafen bleibt seit dem 3. Oktober geschlossen. Die Fähren liegen z. B. an der Kette. Der Schaden ist ' +
    'nach Dr. Brekke 3,5 Mio. Euro hoch. Niemand weiß, wann sie wieder fahren.';

  expect(words(text, read(text).sentences)).toEqual([
    'Der Hafen bleibt seit dem 3. Oktober geschlossen.',
    'Die Fähren liegen z. B. an der Kette.',
    'Der Schaden ist nach Dr. Brekke 3,5 Mio. Euro hoch.',
    'Niemand weiß, wann sie wieder fahren.',
  ]);
});

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
  ['a line without an end', 'Harbour closed\nThe harbour closed.', ['Harbour closed', 'The harbour closed.']],
])('a sentence ends where it ends: %s', (_, text, expected) => {
  expect(words(text, read(text).sentences)).toEqual(expected);
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

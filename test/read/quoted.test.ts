import { expect, test } from 'vitest';
import { layOut } from '../../src/read/layout.ts';
import { quotedIn } from '../../src/read/quoted.ts';
import { lexicon, words } from './reading.ts';

const quoted = (text: string) =>
  words(
    text,
    quotedIn(layOut(text, lexicon)).map(({ words: span }) => span),
  );

test.each([
  ['straight', 'He said "we are late" again.', ['we are late']],
  ['curly', 'He said “we are late.” Then he left.', ['we are late.']],
  ['doubled', "He said ``we are late'' again.", ['we are late']],
  ['German', 'Er sagte: „Wir sind spät.“ Und ging.', ['Wir sind spät.']],
  ['French', 'Il a dit : « Nous sommes en retard. »', ['Nous sommes en retard.']],
  ['Japanese', '彼は「遅い」と言った。', ['遅い']],
  ['single curly, as in London', 'He said ‘we are late’ again.', ['we are late']],
  ['single straight', "He said 'we are late' again.", ['we are late']],
  ['single with an apostrophe', 'He said ‘we don’t know’ twice.', ['we don’t know']],
  ['single with a plural owner', 'She said ‘the boys’ boat sank,’ and wept.', ['the boys’ boat sank,']],
  ['single inside double', '“He told me ‘go home’ at once,” she said.', ['He told me ‘go home’ at once,']],
  ['double inside single', '‘He told me “go home” at once,’ she said.', ['He told me “go home” at once,']],
  ['low and high single', '‚we are late,‘ she said.', ['we are late,']],
  ['French turned round', '»We are late,« she said.', ['We are late,']],
  ['two closing marks, as in Stockholm', '”We are late,” she said.', ['We are late,']],
  ['a mark turned the wrong way', '“We are late,“ she said. “Go!”', ['We are late,', 'Go!']],
  ['two in a sentence', '"Yes," he said, "but not now."', ['Yes,', 'but not now.']],
  ['an apostrophe is no mark', "The boys' boat and the girls' boat sank.", []],
  ['a height is no mark', 'He is 6\'2" tall and she is 5\'9" tall.', []],
  ['a forgotten closing mark', '“We are late. “We must go,” he said.', ['We are late.', 'We must go,']],
  [
    'a quote that goes on in the next paragraph',
    '“We are late.\n\n“We must go,” he said.',
    ['We are late.', 'We must go,'],
  ],
  ['nothing between the marks', 'He said "" and “ ” and left.', []],
])('words between marks are found without their marks: %s', (_, text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

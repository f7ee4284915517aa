import { expect, test } from 'vitest';
import { proseOf } from '../../src/intake/prose.ts';

test.each<[why: string, markdown: string, prose: string]>([
  [
    'the lines of a paragraph are one line',
    'The vote\nis off.\n\nIt may\nreturn.',
    'The vote is off.\n\nIt may return.',
  ],
  ['headings lose their marks', '## What now ##\nThe vote is off.', 'What now\n\nThe vote is off.'],
  ['underlined headings too', 'What now\n---\nThe vote is off.', 'What now\nThe vote is off.'],
  ['a number sign in a text stays', 'Berth #4 is free.', 'Berth #4 is free.'],
  ['emphasis goes', '**Mara *and* Jon** spoke _twice_, ~~once~~ `loudly`.', 'Mara and Jon spoke twice, once loudly.'],
  ['a single star stays', '*Terms apply. 5 * 3 is 15.', '*Terms apply. 5 * 3 is 15.'],
  ['underscores inside a word stay', 'The file tide_table_2026 is gone.', 'The file tide_table_2026 is gone.'],
  [
    'an escaped sign means itself',
    String.raw`\*not bold\* and \[no link\](at all)`,
    '*not bold* and [no link](at all)',
  ],
  ['code means itself', 'Type `a * b * c` or ``x_y_``.', 'Type a * b * c or x_y_.'],
  [
    'links are their words',
    'The [vote](https://news.example/a_(b) "Title") is [off][1].\n\n[1]: https://news.example',
    'The vote is off.',
  ],
  ['a bare link is its address', 'See <https://news.example/a_b_c>.', 'See https://news.example/a_b_c.'],
  ["an editor's brackets stay", '“[The vote] is off,” she said (twice).', '“[The vote] is off,” she said (twice).'],
  [
    'images go, even those inside links',
    '![Boats](boats.jpg)\n\n[![Boats](boats.jpg)](https://news.example)The vote is off.',
    'The vote is off.',
  ],
  [
    'the items of a list are lines',
    '- The vote\n- [x] The storm,\n  again\n\n1. First\n2. Second',
    'The vote\nThe storm, again\n\n1. First\n2. Second',
  ],
  ['quotation marks of mail go', '> The vote\n> is off.\n>\n> It may return.', 'The vote is off.\n\nIt may return.'],
  ['rules and comments go', 'One.\n\n***\n\n<!-- not\nyet -->Two.<!-- open', 'One.\n\nTwo. open'],
  [
    'HTML goes, its words stay',
    'The <b class="x">vote</b> is off.<br>A < B and B > C.',
    'The vote is off.\nA < B and B > C.',
  ],
  [
    'entities are their characters',
    'Lindqvist &amp; Falk &#8212; &#x201C;no&#x201D; &amp;lt; &unknown;',
    'Lindqvist & Falk — “no” &lt; &unknown;',
  ],
  [
    'footnote marks go, footnotes stay',
    'The vote is off.[^1]\n\n[^1]: Until spring.',
    'The vote is off.\n\nUntil spring.',
  ],
  [
    'code in fences keeps its lines',
    '```sql\nselect *\nfrom votes\n```\nThat is *all*.',
    'select *\nfrom votes\nThat is all.',
  ],
  [
    'rows of a table are lines',
    '| Harbour | Vote |\n|---|:-:|\n| East | off |\n| West | on |',
    '| Harbour | Vote |\n| East | off |\n| West | on |',
  ],
])('%s', (_why, markdown, prose) => {
  expect(proseOf(markdown)).toBe(prose);
});

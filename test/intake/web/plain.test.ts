import { expect, test } from 'vitest';
import { plainText } from '../../../src/intake/web/plain.ts';

test.each<[html: string, text: string]>([
  ['Two  boats\nwill run', 'Two boats will run'],
  ['First.\n\nSecond.', 'First.\n\nSecond.'],
  ['<p>Two <b>boats</b> run.</p><p>One is <i>new</i>.</p>', 'Two boats run.\n\nOne is new.'],
  ['one<br>two<br/><br/>three', 'one\ntwo\n\nthree'],
  ['<ul><li>one<li>two</ul>', 'one\n\ntwo'],
  ['don&#146;t &amp; won&rsquo;t', 'don’t & won’t'],
  ['fares &lt; 5 euros', 'fares < 5 euros'],
  ['3 < 5 and AT&T', '3 < 5 and AT&T'],
  ['safe<script>alert("<p>no</p>")</script> words<style>p{}</style>', 'safe words'],
  ['<!-- hidden -->seen', 'seen'],
  ['<video src="x">Your browser shows no video.</video>Seen', 'Seen'],
  ['Before <object data="x"> after, and nobody closes it', 'Before after, and nobody closes it'],
  ['<svg><title>drawing</title></svg>words', 'words'],
])('%j reads %j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, linkTarget, seen } from '../../src/render/escape.ts';

test.each([
  [
    'plain prose passes unchanged',
    'He paid $5 (five) for it - twice; 3.5% more.',
    'He paid $5 (five) for it - twice; 3.5% more.',
  ],
  ['stars and underscores', '*a* __b__ ~~c~~ ||d|| `e`', '\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`'],
  ['a masked link', '[click](https://evil.example)', '\\[click\\](https:\\//evil.example)'],
  ['a mention of a member, role or channel', 'ask <@1> <@&2> <#3>', 'ask \\<@1> \\<@&2> \\<#3>'],
  ['a timestamp and an emoji', '<t:0:R> <:a:1> :tada:', '\\<t\\:0:R> \\<\\:a:1> \\:tada:'],
  ['an address of mail or a telephone', '<a@b.example> <+49301>', '\\<a@b.example> \\<+49301>'],
  ['signs that turn text round or hide it', 'a\u202Eb\u200Bc\u2066', 'abc'],
  ['a sign of less, a heart and a time', '3 < 4 <3 at 12:30', '3 < 4 \\<3 at 12:30'],
  ['a command and a guide link', '</who:1> <id:guide>', '\\</who:1> \\<id:guide>'],
  ['a heading', '# big\n### small', '\\# big\n\\### small'],
  ['a list and a quote', '- one\n> two\n-# three\n1. four', '\\- one\n\\> two\n\\-# three\n1\\. four'],
  ['a hyphen inside a line', 'a - b', 'a - b'],
  ['an invite', 'join discord.gg/abc', 'join discord\\.gg/abc'],
  ['everybody', '@everyone and @here', '@\u200beveryone and @\u200bhere'],
])('%s', (_why, text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('taking the escapes away gives the text back, whatever it is', () => {
  const plain = (drawn: string) => drawn.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('@\u200b', '@');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      fc.pre(!text.includes('@\u200b'));
      expect(plain(escapeMarkdown(text))).toBe(seen(text));
    }),
  );
});

test.each([
  ['brackets would end the link early', 'https://a.example/x_(y)', 'https://a.example/x_%28y%29'],
  ['other schemes are no links', 'javascript:alert(1)', undefined],
  ['nor is something without a host', 'https://', undefined],
  ['nor is a path', '/etc/passwd', undefined],
  ['an invite joins at one press', 'https://discord.gg/abc', undefined],
  ['also at its long address', 'https://canary.discord.com/invite/abc', undefined],
  ['a page about Discord is one like any other', 'https://discord.com/blog/a', 'https://discord.com/blog/a'],
])('%s', (_why, url, target) => {
  expect(linkTarget(url)).toBe(target);
});

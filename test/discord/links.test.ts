import type { APIMessage } from 'discord.js';
import { expect, test } from 'vitest';
import { linksOf } from '../../src/discord/links.ts';

const message = (more: object) => ({ content: '', embeds: [], ...more }) as unknown as APIMessage;

test.each([
  ['It is at https://port.example/a, they say.', 'https://port.example/a'],
  ['(see https://port.example/a_(b))', 'https://port.example/a_(b)'],
  ['[the ferry](https://port.example/a?b=1)', 'https://port.example/a?b=1'],
  ['[a](https://port.example/a)[b](mailto:b)', 'https://port.example/a'],
  ['<https://port.example/a>', 'https://port.example/a'],
  ['**https://port.example/a**', 'https://port.example/a'],
  ['||https://port.example/a||', 'https://port.example/a'],
  ['Is it “https://port.example/a”?', 'https://port.example/a'],
])('%s links to %s', (content, link) => {
  expect(linksOf(message({ content }))).toEqual([link]);
});

test('a link that only an embed, a text or a button holds counts, and each once', () => {
  const given = message({
    content: 'https://port.example/a',
    embeds: [{ url: 'https://port.example/a', description: 'More at https://port.example/b' }],
    components: [
      { type: 17, components: [{ type: 10, content: '[c](https://port.example/c)' }] },
      { type: 9, components: [], accessory: { type: 2, url: 'https://port.example/d' } },
    ],
  });

  expect(linksOf(given)).toEqual(['a', 'b', 'c', 'd'].map((path) => `https://port.example/${path}`));
});

test('what leads to Discord itself is no page, a name that only ends like it is', () => {
  const content =
    'https://discord.com/channels/1/2/3 https://cdn.discordapp.com/a.png https://discord.gg/x https://notdiscord.com/a';

  expect(linksOf(message({ content }))).toEqual(['https://notdiscord.com/a']);
});

test('an address too long for a browser is left out whole', () => {
  expect(linksOf(message({ content: `https://port.example/${'a'.repeat(2_000)}` }))).toEqual([]);
});

test('of very many links the first ten count', () => {
  const content = Array.from({ length: 60 }, (_, number) => `https://port.example/${number}`).join(' ');

  expect(linksOf(message({ content }))).toHaveLength(10);
});

import { expect, test } from 'vitest';
import brief from '../../commands/brief.ts';
import story from '../../commands/story.ts';
import { drawMessage } from '../../src/render/message.ts';
import { newsrooms } from '../support/with-news.ts';

const withNews = newsrooms();

/** The text of a page and the labels of its buttons, as a reader sees them. */
function seen(components: readonly object[]): string[] {
  return components.flatMap((part) => {
    const {
      content,
      label,
      components: inner = [],
    } = part as { content?: string; label?: string; components?: object[] };
    return [...(content ? [content] : []), ...(label ? [`[${label}]`] : []), ...seen(inner)];
  });
}

test.each([
  ['brief', (room: Parameters<typeof brief.run>[1]) => brief.run({ since: '3d' }, room)],
  ['story', (room: Parameters<typeof story.run>[1]) => story.run({ title: 'Ferry line' }, room)],
])('the layout of /%s is what was agreed', async (name, run) => {
  const { newsroom } = await withNews();
  const { card } = await run(newsroom);

  const { components } = drawMessage(card, { command: name, answers: {}, page: 0 }, 'view');

  await expect(`${seen(components).join('\n')}\n`).toMatchFileSnapshot(`../gold/${name}.md`);
});

const HOSTILE = [
  '@everyone <@1> <@&2> <#3> </who:1> <t:0> discord.gg/abc [click](https://evil.example) # big',
  '\u202Eevil\u202C \u200Bz\u0335\u0334a\u0336\u0337l\u0338go',
  `${'h'.repeat(5_000)}`,
];

test.each(HOSTILE)('a hostile headline is harmless in a briefing and a story: %.30s', async (title) => {
  const { newsroom } = await withNews([
    { title, text: `${title} The ferry stops in May, the board said.`, publishedAt: '2026-03-02T05:00:00Z' },
  ]);
  const { stories } = await newsroom.brief({});
  const cards = [await brief.run({}, newsroom), await story.run({ title: `#${stories[0]!.id}` }, newsroom)];

  for (const { card } of cards) {
    const text = seen(drawMessage(card, { command: 'brief', answers: {}, page: 0 }, 'view').components).join('\n');
    expect(text.length).toBeLessThanOrEqual(4_200);
    expect(text).not.toMatch(/(?<!\\)<[@#/]|@everyone|discord\.gg|(?<!\\)\]\(https:\/\/evil|[\u202A-\u202E]/);
  }
});

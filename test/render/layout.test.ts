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

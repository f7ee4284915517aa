import { UserError } from '../src/base/errors.ts';
import { defineInMenu } from '../src/discord/command.ts';
import { notReadCard, type OtherLink, pageCard, pageRow } from '../src/render/page.ts';

const name = 'Brief this link';

/** In a message's menu: the summary, quotes and people of the page that it links to. */
export default defineInMenu({
  name,
  menu: 'message',
  description: 'The summary, quotes and people of the page a message links to; only you see it',
  example: `a message’s menu > Apps > ${name}`,
  private: true,
  options: { links: { type: 'links', description: 'What the message links to' } },

  async run({ links = [] }, newsroom) {
    const [link, ...rest] = links;
    if (link === undefined) {
      throw new UserError('This message has no link to a web page. Use it on one that has.');
    }
    // Whichever is chosen comes first, and the others stay in the menu.
    const others = rest.map((other): OtherLink => {
      const order = [other, ...links.filter((each) => each !== other)];
      return { link: other, ask: { command: name, answers: { links: order.join('\n') }, page: 0 } };
    });
    try {
      const article = await newsroom.page(link);
      return { card: pageCard(article, link, others), rows: [pageRow(article)] };
    } catch (error) {
      if (!(error instanceof UserError) || others.length === 0) throw error;
      return { card: notReadCard(error.message, others), rows: [{ error: error.message }] };
    }
  },
});

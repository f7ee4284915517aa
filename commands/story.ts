import { defineCommand } from '../src/discord/command.ts';
import { quoteRow } from '../src/render/quotation.ts';
import { contextCard, storyCard, storyRow } from '../src/render/story.ts';

/** /story: one story whole, and the paragraph around a quote of it. */
export default defineCommand({
  name: 'story',
  description: 'One story whole: summary, every quote, people and sources',
  example: '/story title:border',

  options: {
    title: {
      type: 'text',
      description: 'Its headline, or the start of it',
      maxLength: 200,
      required: true,
      suggest: (typed, newsroom) => newsroom.suggest.titles(typed),
    },
    quote: { type: 'text', description: 'The quote to show in its paragraph', hidden: true },
    only: { type: 'text', description: 'A part of it', choices: ['quotes', 'people'], hidden: true },
  },

  async run({ title, quote, only }, newsroom) {
    if (quote) {
      const { quoted, paragraph } = await newsroom.quoteInContext(quote);
      const back = { command: 'story', answers: { title }, page: 0 };
      return { card: contextCard(quoted, paragraph, back), rows: [quoteRow(quoted)] };
    }
    const story = await newsroom.story(title);
    return { card: storyCard(story, { title, only }), rows: [storyRow(story)] };
  },
});

import { defineCommand } from '../src/discord/command.ts';
import { whyCard, whyRow } from '../src/render/why.ts';

/** /why: what happened to an article: read, its story, shown or left out of the last edition here. */
export default defineCommand({
  name: 'why',
  description: 'What happened to an article, and why it was shown or not',
  example: '/why article:border',

  options: {
    article: {
      type: 'text',
      description: 'Its link or its title',
      maxLength: 2000,
      required: true,
      suggest: (typed, newsroom) => newsroom.suggest.titles(typed),
    },
  },

  async run({ article }, newsroom) {
    const fate = await newsroom.why(article);
    return { card: whyCard(fate), rows: [whyRow(fate)] };
  },
});

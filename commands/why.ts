import { defineCommand } from '../src/discord/command.ts';
import { refusedCard, refusedRow, whyCard, whyRow } from '../src/render/why.ts';

/** /why: what happened to an article: refused and why, or read, its story, shown or left out of the last edition here. */
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
      suggest: (typed, newsroom) => newsroom.suggest.articles(typed),
    },
  },

  async run({ article }, newsroom) {
    const fate = await newsroom.why(article);
    if ('refused' in fate) return { card: refusedCard(fate), rows: [refusedRow(fate)] };
    return { card: whyCard(fate), rows: [whyRow(fate)] };
  },
});

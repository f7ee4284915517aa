import { defineCommand } from '../src/discord/command.ts';
import { quoteRow } from '../src/render/quotation.ts';
import { noQuotesCard, quotesCard } from '../src/render/quotes.ts';

/** /quotes: who said what, newest first. */
export default defineCommand({
  name: 'quotes',
  description: 'Who said what, word for word, newest first',
  example: '/quotes speaker:Netanyahu',

  options: {
    speaker: {
      type: 'text',
      description: 'Whose words to look for',
      maxLength: 100,
      suggest: (typed, newsroom) => newsroom.suggest.speakers(typed),
    },
    about: {
      type: 'text',
      description: 'Words the quote or its headline should hold',
      maxLength: 100,
      suggest: (typed, newsroom) => newsroom.suggest.topics(typed),
    },
    days: { type: 'whole', description: 'How many days to look back (all if left out)', min: 1, max: 3650 },
  },

  async run(wish, newsroom) {
    const { quotes, total, speaker } = await newsroom.quotes(wish);
    if (total === 0) return { card: noQuotesCard(wish, speaker), rows: [], private: true };
    const about = wish.about ? [' about ', wish.about] : [];
    return {
      card: quotesCard(['Quotes', ...(speaker ? [' — ', speaker] : []), ...about], quotes, total),
      rows: quotes.map(quoteRow),
    };
  },
});

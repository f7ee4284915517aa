import { defineCommand } from '../src/discord/command.ts';
import { hitRow, nothingFoundCard, searchCard } from '../src/render/search.ts';

/** /search: the articles that hold some words, each with the sentence that does. */
export default defineCommand({
  name: 'search',
  description: 'Articles that hold these words, with the sentence that does',
  example: '/search words:border security',

  options: {
    words: {
      type: 'text',
      description: 'Words, or a phrase in quotation marks',
      required: true,
      maxLength: 200,
      suggest: (typed, newsroom) => newsroom.suggest.topics(typed),
    },
    outlet: {
      type: 'text',
      description: 'Only this outlet',
      maxLength: 100,
      suggest: (typed, newsroom) => newsroom.suggest.outlets(typed),
    },
    days: { type: 'whole', description: 'How many days to look back (all if left out)', min: 1, max: 3650 },
  },

  async run(wish, newsroom) {
    const { hits, total } = await newsroom.search(wish);
    if (total === 0) return { card: nothingFoundCard(wish), rows: [], private: true };
    return { card: searchCard(wish.words, hits, total), rows: hits.map(hitRow) };
  },
});

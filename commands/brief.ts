import { WINDOWS } from '../src/app/newsroom/newsroom.ts';
import { defineCommand } from '../src/discord/command.ts';
import { briefCard, briefRows } from '../src/render/brief.ts';

/** /brief: the edition of now, for a topic if one is given. */
export default defineCommand({
  name: 'brief',
  description: 'The news in brief, each sentence linked to its article',
  example: '/brief since:3d',

  options: {
    topic: {
      type: 'text',
      description: 'What it should be about',
      maxLength: 100,
      suggest: (typed, newsroom) => newsroom.suggest.topics(typed),
    },
    since: {
      type: 'text',
      description: 'How far back to look (24h if left out)',
      choices: Object.keys(WINDOWS) as (keyof typeof WINDOWS)[],
    },
    explain: { type: 'text', description: 'Show what each rank is made of', hidden: true },
  },

  async run({ explain, ...wish }, newsroom) {
    const briefing = await newsroom.brief(wish);
    return {
      card: briefCard(briefing, { explain: explain !== undefined }),
      rows: briefRows(briefing),
      private: briefing.stories.length === 0,
    };
  },
});

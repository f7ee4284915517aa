import { defineCommand } from '../src/discord/command.ts';
import { aboutCard } from '../src/render/about.ts';
import { commands } from './index.ts';

/** /about: what this is, what it has read, and what can be asked. */
export default defineCommand({
  name: 'about',
  description: 'What this is, what it has read, and what you can ask',
  example: '/about',
  options: {},

  async run(_answers, newsroom) {
    const counts = await newsroom.counts();
    return { card: aboutCard(counts, commands), rows: [counts] };
  },
});

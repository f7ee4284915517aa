import type { Command } from '../src/discord/command.ts';
import about from './about.ts';
import brief from './brief.ts';
import briefThisLink from './brief-this-link.ts';
import feeds from './feeds.ts';
import follow from './follow.ts';
import quotes from './quotes.ts';
import schedule from './schedule.ts';
import search from './search.ts';
import story from './story.ts';
import who from './who.ts';
import why from './why.ts';

/** Every command, in the order /about shows them. test/commands/index.test.ts fails if one is left out. */
export const commands: readonly Command[] = [
  brief,
  story,
  who,
  quotes,
  search,
  why,
  briefThisLink,
  follow,
  schedule,
  feeds,
  about,
];

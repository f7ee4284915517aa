import { defineAction, type Group } from '../src/discord/command.ts';
import { notice } from '../src/render/card.ts';
import { followRow, followsCard } from '../src/render/follow.ts';

const add = defineAction({
  description: 'Be written to when an article tells something new of somebody or something',
  private: true,
  options: {
    name: {
      type: 'text',
      description: 'A person, organisation or place, or the words of a topic',
      maxLength: 100,
      required: true,
      suggest: (typed, newsroom) => newsroom.suggest.names(typed),
    },
  },

  async run({ name }, newsroom) {
    const follow = await newsroom.follows.add(name);
    return {
      card: notice(
        ['You follow ', { bold: [follow.name] }, '.'],
        ...(follow.entity ? [] : [['No article names it yet, so I look for the words themselves.']]),
        [
          'When an article tells something new, I write to you directly: within a minute, and then at most once an hour.',
        ],
      ),
      rows: [followRow(follow)],
    };
  },
});

const list = defineAction({
  description: 'Whom and what you follow',
  private: true,
  options: {},

  async run(_answers, newsroom) {
    const follows = await newsroom.follows.list();
    return { card: followsCard(follows), rows: follows.map(followRow) };
  },
});

const remove = defineAction({
  description: 'Follow somebody or something no more',
  private: true,
  options: {
    name: {
      type: 'text',
      description: 'Whom or what; start typing to choose',
      maxLength: 100,
      required: true,
      suggest: (typed, newsroom) => newsroom.suggest.follows(typed),
    },
  },

  async run({ name }, newsroom) {
    const ended = await newsroom.follows.remove(name);
    return { card: notice(['You follow ', { bold: [ended] }, ' no more.']), rows: [{ name: ended }] };
  },
});

/** /follow: news of somebody or something by direct message. */
export default {
  name: 'follow',
  description: 'News of somebody or something by direct message',
  example: '/follow add name:Katz',
  subcommands: { add, list, remove },
} satisfies Group;

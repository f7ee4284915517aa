import { defineAction, type Group } from '../src/discord/command.ts';
import { notice } from '../src/render/card.ts';
import { count } from '../src/render/count.ts';
import { feedAddedCard, feedCheckCard, feedRemovedCard, feedRow, feedsCard } from '../src/render/feeds.ts';

const url = {
  type: 'text',
  description: 'The address of a feed, or of a site that has one',
  maxLength: 500,
  required: true,
} as const;

const add = defineAction({
  description: 'Read a feed in this server: its address, or that of its site',
  private: true,
  options: { url },

  async run({ url }, newsroom) {
    const { feed, entries } = await newsroom.feeds.add(url);
    return { card: feedAddedCard(feed, entries), rows: [feedRow(feed)] };
  },
});

const list = defineAction({
  description: 'The feeds this server reads, and how they are doing',
  options: {},

  async run(_answers, newsroom) {
    const feeds = await newsroom.feeds.list();
    return { card: feedsCard(feeds, newsroom.asker), rows: feeds.map(feedRow) };
  },
});

const remove = defineAction({
  description: 'No longer read a feed in this server',
  private: true,
  options: {
    feed: {
      type: 'text',
      description: 'Which feed; start typing to choose',
      maxLength: 500,
      required: true,
      suggest: (typed, newsroom) => newsroom.suggest.feeds(typed),
    },
  },

  async run({ feed }, newsroom) {
    const removed = await newsroom.feeds.remove(feed);
    return { card: feedRemovedCard(removed), rows: [feedRow(removed)] };
  },
});

const check = defineAction({
  description: 'What would happen with an address, step by step; nothing is changed',
  private: true,
  options: { url },

  async run({ url }, newsroom) {
    const steps = await newsroom.feeds.check(url);
    return { card: feedCheckCard(steps), rows: steps };
  },
});

const importAll = defineAction({
  description: 'Read the feeds of an OPML file, as other feed readers export it',
  private: true,
  options: { file: { type: 'file', description: 'The OPML file', required: true } },

  async run({ file }, newsroom) {
    const { added, known, over } = await newsroom.feeds.import(file);
    const lines = [
      `${count(added, 'feed')} added. They are asked within minutes.`,
      ...(known > 0 ? [`${count(known, 'feed')} of the file ${known === 1 ? 'was' : 'were'} read here already.`] : []),
      ...(over > 0 ? [`${count(over, 'feed')} found no room: remove some with /feeds remove first.`] : []),
    ];
    return { card: notice(...lines.map((line) => [line])), rows: [{ added, known, over }] };
  },
});

const exportAll = defineAction({
  description: 'This server’s feeds as an OPML file for any feed reader',
  private: true,
  options: {},

  async run(_answers, newsroom) {
    const bytes = await newsroom.feeds.export();
    const card = {
      ...notice(['The feeds of this server, for any feed reader:']),
      attachment: { name: 'feeds.opml', bytes },
    };
    return { card, rows: [{ opml: Buffer.from(bytes).toString('utf8') }] };
  },
});

/** /feeds: where a server's news comes from. Everybody may look; changing it is for managers. */
const feeds: Group = {
  name: 'feeds',
  description: 'Where the news of this server comes from',
  example: '/feeds list',
  subcommands: { add, list, remove, check, import: importAll, export: exportAll },
};

export default feeds;

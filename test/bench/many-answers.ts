import type { Newsroom } from '../../src/app/newsroom/newsroom.ts';
import { openNewsroom } from '../../src/app/newsroom/open-newsroom.ts';
import { systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { chooseFeed, feedsOf } from '../../src/store/feeds/audiences.ts';
import type { Store } from '../../src/store/store.ts';
import type { ManyNews } from './many-news.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';

const ROUNDS = 5;
/** Of two servers: one reads every feed, one has opted out of one, so that each article is looked at for it. */
const [READS_ALL, OPTED_OUT] = ['10', '11'];

/** How long the answers of a member's newsroom take. */
export async function* answersOn(store: Store, news: ManyNews): AsyncGenerator<Row> {
  const [feed] = await feedsOf(store, OPTED_OUT);
  await chooseFeed(store, { guild: OPTED_OUT, feed: feed!.id, madeBy: '1', now: new Date() }, false);
  const open = openHere(store);
  for (const [name, ask] of Object.entries(asked(news))) {
    for (const guild of [READS_ALL, OPTED_OUT]) {
      const took: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const newsroom = open({ member: '1', guild, channel: '100', manager: false, locale: 'en-GB' });
        const began = performance.now();
        await ask(newsroom);
        took.push(performance.now() - began);
      }
      const hidden = guild === OPTED_OUT ? ', one feed hidden' : '';
      yield { name: `${name}${hidden}`, figure: quantile(took, 0.5), unit: 'ms', atMost: 300 };
    }
  }
}

function openHere(store: Store) {
  const delivering = {
    store,
    clock: systemClock,
    log: silentLog,
    courier: () => {
      throw new Error('There is no Discord here.');
    },
    readySince: () => new Date(),
  };
  return openNewsroom({ delivering, timeZone: 'UTC' });
}

const asked = ({
  people,
  places,
  things,
  outlets,
  articles,
}: ManyNews): Record<string, (newsroom: Newsroom) => Promise<unknown>> => ({
  '/brief': ({ brief }) => brief({}),
  '/brief since:7d': ({ brief }) => brief({ since: '7d' }),
  '/brief since:all': ({ brief }) => brief({ since: 'all' }),
  '/brief topic:, a common word': ({ brief }) => brief({ topic: things[0], since: 'all' }),
  '/who, named the most': ({ who }) => who(people[0]!),
  '/who, a surname': ({ who }) => who(people[40]!.split(' ')[1]!),
  '/who, misspelt': ({ who }) => who(`${people[0]}x`),
  '/search, a common word': ({ search }) => search({ words: things[0]! }),
  '/search, a word of every text': ({ search }) => search({ words: 'the' }),
  '/search, two words': ({ search }) => search({ words: `${things[0]} ${places[0]}` }),
  '/quotes': ({ quotes }) => quotes({}),
  '/quotes speaker:': ({ quotes }) => quotes({ speaker: people[0] }),
  '/quotes about:, a common word': ({ quotes }) => quotes({ about: things[0] }),
  '/story': ({ story }) => story(articles.at(-9)!.title!),
  '/story, unknown': ({ story }) => story('A headline that nobody wrote').catch(() => {}),
  'names while typing': ({ suggest }) => suggest.names(people[0]!.slice(0, 2)),
  'names, nothing typed': ({ suggest }) => suggest.names(''),
  'speakers while typing': ({ suggest }) => suggest.speakers(people[0]!.slice(0, 2)),
  'titles while typing': ({ suggest }) => suggest.titles('fer'),
  'titles, none like it': ({ suggest }) => suggest.titles('zzzz'),
  'outlets while typing': ({ suggest }) => suggest.outlets(outlets[0]!.slice(0, 2)),
});

import { DAY, HOUR } from '../../base/clock.ts';
import type { Asker } from '../../model/asker.ts';
import type { Hit } from '../../model/briefing.ts';
import { holds, type Span } from '../../model/span.ts';
import type { ReadArticle } from '../../model/story.ts';
import { counts } from '../../store/counts.ts';
import { quotes } from '../../store/quotes/quotes.ts';
import { scopedTo } from '../../store/scoped.ts';
import { search } from '../../store/search/search.ts';
import type { Delivering } from '../delivery/delivering.ts';
import { findBriefing } from '../editions/briefings.ts';
import { makeEdition } from '../editions/editions.ts';
import { downFor } from '../editions/feeds-down.ts';
import { feedDeskOnDemand } from '../feeds/desk.ts';
import type { Web } from '../feeds/open-desk.ts';
import { openFollows } from '../follows/desk.ts';
import { openDesk } from '../schedules/open-desk.ts';
import { findDossier, theOne } from './dossiers.ts';
import { type Newsroom, type OpenNewsroom, type QuotesWish, type SearchWish, WINDOWS } from './newsroom.ts';
import { openSuggestions } from './open-suggestions.ts';
import { openPages } from './pages.ts';
import { findQuote } from './quote-in-context.ts';
import { findStory } from './stories.ts';
import { fateOf } from './why.ts';

export interface NewsroomParts {
  readonly delivering: Delivering;
  /** Offered first where somebody is asked for a time zone. */
  readonly timeZone: string;
  /** None on the command line. */
  readonly web?: Web;
}

/** Stories of a `/brief`; further ones are a page away. */
const STORIES = 12;
/** Quotes and hits a reply holds; more than anybody pages through. */
const LISTED = 50;

/** Joins the rooms. Everything is handed in; nothing here knows Discord. */
export function openNewsroom({ delivering, timeZone, web }: NewsroomParts): OpenNewsroom {
  const { clock } = delivering;
  const pages = openPages(web, clock);
  return (asker, pinned = { askedAt: clock.now() }): Newsroom => {
    const asOf = pinned.askedAt;
    const now = clock.now();
    const store = scopedTo(delivering.store, asker.guild);
    return {
      asker,
      askedAt: asOf,
      brief: async ({ topic, since = '24h' }) => {
        if (pinned.edition) return findBriefing(store, pinned.edition);
        const hours = WINDOWS[since];
        const from = hours === undefined ? undefined : new Date(asOf.getTime() - hours * HOUR);
        const feedsDown = await downFor(store, asker.guild, asOf);
        const wish = { scope: scopeOf(asker), topic, from, to: asOf, stories: STORIES, fallBack: true, feedsDown };
        return makeEdition(store, wish);
      },
      story: (title) => findStory(store, title, asOf, pinned.edition),
      quoteInContext: (reference) => findQuote(store, reference),
      who: (name) => findDossier(store, name, asOf),
      quotes: async ({ speaker, about, days }: QuotesWish) => {
        const entity = speaker ? await theOne(store, speaker) : undefined;
        const wish = { speaker: entity?.id, about, since: daysBefore(asOf, days), asOf, limit: LISTED };
        const found = await quotes(store, wish);
        return { ...found, ...(entity && { speaker: entity.name }) };
      },
      search: async ({ words, outlet, days }: SearchWish) => {
        const found = await search(store, {
          words,
          outlet,
          since: daysBefore(asOf, days),
          asOf,
          limit: LISTED,
        });
        return { hits: found.hits.map(hitOf), total: found.total };
      },
      why: (article) => fateOf(store, article, scopeOf(asker), asOf),
      page: (link) => pages.read(store, link, asker.member),
      counts: () => counts(store, asOf),
      suggest: openSuggestions(store, asker, timeZone, asOf),
      // A button pressed later acts then, not when its card was made.
      follows: openFollows(store, asker, now),
      feeds: feedDeskOnDemand(async () => {
        const { openFeedDesk } = await import('../feeds/open-desk.ts');
        return openFeedDesk(delivering.store, asker, now, web);
      }),
      schedules: openDesk(delivering, asker, now, pinned.edition),
    };
  };
}

/** What an edition belongs to: a server, a member's direct messages, or the command line. */
const scopeOf = ({ guild, member }: Asker): string => guild ?? `member:${member}`;

const daysBefore = (now: Date, days: number | undefined): Date | undefined =>
  days === undefined ? undefined : new Date(now.getTime() - days * DAY);

/** The sentence with the most matches, the first of equals. */
function hitOf({ article, matches }: { readonly article: ReadArticle; readonly matches: readonly Span[] }): Hit {
  const held = (sentence: Span) => matches.filter((match) => holds(sentence, match)).length;
  const best = article.reading.sentences
    .map((span) => ({ span, matches: held(span) }))
    .reduce((top, each) => (each.matches > top.matches ? each : top), { span: { start: 0, end: 0 }, matches: 0 });
  return { article, ...(best.matches > 0 && { sentence: { article, span: best.span } }) };
}

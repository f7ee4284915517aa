import { DAY } from '../../base/clock.ts';
import { newFact } from '../../brief/changes.ts';
import { compose, leadOf, REMEMBERED, type Shown, type Sorted } from '../../brief/compose.ts';
import { type Circumstances, newestFirst, type Ranked, rank } from '../../brief/rank.ts';
import type { Briefing } from '../../model/briefing.ts';
import { type Edition, referenceTo } from '../../model/edition.ts';
import type { Outline, ReadArticle, Story } from '../../model/story.ts';
import { articlesAt } from '../../store/articles/articles.ts';
import type { Window } from '../../store/articles/outlines.ts';
import { keepEdition } from '../../store/editions.ts';
import { articlesFollowedIn } from '../../store/entities/appearances.ts';
import type { Store } from '../../store/store.ts';
import { briefingOf } from './briefings.ts';
import type { Told } from './told.ts';
import { topicArticles } from './topic.ts';
import { type Held, heldIn } from './windows.ts';

export interface EditionWish {
  readonly scope: string;
  readonly topic?: string | undefined;
  readonly from?: Date | undefined;
  /** Now, or the slot: nothing later is part of it. */
  readonly to: Date;
  readonly stories: number;
  /** Whether, with nothing in the window, the newest stories stand in. */
  readonly fallBack: boolean;
  /** Whether what came in during the window belongs to it though it was published before: no edition has had it. */
  readonly lateComers?: boolean;
  /** What the channel has had: told again only with a new fact. */
  readonly told?: Told;
  readonly feedsDown: Edition['receipt']['feedsDown'];
  /** What a window holds, where it was looked up for others already. */
  readonly heldIn?: (window: Window) => Promise<Held>;
}

/** How long before the window an article that comes in late may have been published. */
const STILL_TOLD = 2 * DAY;
/** Articles of a story that are read for its entry: the newest of those with a text of their own. */
const READ_FOR_ENTRY = 12;
/** Articles that were told, read to see what is new. */
const READ_FOR_CHANGE = 12;
/** Stories in one line under "still developing". */
const DEVELOPING = 5;

/** Composes the edition of a window and stores it: what was shown can be shown again. */
export async function makeEdition(store: Store, wish: EditionWish): Promise<Briefing> {
  const briefing = await composeEdition(store, wish);
  await keepEdition(store, briefing.edition, wish.to);
  return briefing;
}

/** The edition of a window; whoever shows it stores it first. */
export async function composeEdition(store: Store, wish: EditionWish): Promise<Briefing> {
  const { scope, topic, from, to } = wish;
  const inWindow = await weigh(store, wish, from);
  const empty = inWindow.stories.length === 0 && wish.fallBack && from !== undefined;
  const weighed = empty ? await weigh(store, wish, undefined) : inWindow;
  const older = empty && weighed.stories.length > 0;
  const sorted = await sortOut(store, weighed, older ? newestFirst : rank, wish);
  const wanted = { scope, ...(topic && { topic }), ...(from && { from }), to, older, feedsDown: wish.feedsDown };
  const edition = compose(wanted, sorted);
  return briefingOf(
    store,
    edition,
    sorted.shown.flatMap(({ articles }) => articles),
  );
}

/** The stories of a window, and what they are ranked by. */
interface Weighed {
  readonly stories: readonly Story[];
  readonly circumstances: Circumstances;
  readonly read: number;
}

async function weigh(
  store: Store,
  { scope, topic, to, lateComers, told, heldIn: held = (window) => heldIn(store, window) }: EditionWish,
  from: Date | undefined,
): Promise<Weighed> {
  const { articles, stories: all } = await held({ from, to, ...(lateComers && { lateBy: STILL_TOLD }) });
  const since = from && new Date(from.getTime() - (lateComers ? STILL_TOLD : 0));
  const onTopic = topic === undefined ? undefined : await topicArticles(store, topic, { since, asOf: to });
  const followed = await articlesFollowedIn(store, scope, { since, asOf: to });
  const stories = onTopic ? all.filter(({ articles }) => articles.some(({ id }) => onTopic.has(id))) : all;
  return {
    stories,
    circumstances: { now: to, onTopic, followed, ...(told && { told: new Set(told.keys()) }) },
    read: onTopic ? articles.filter(({ id }) => onTopic.has(id)).length : articles.length,
  };
}

/** Which of the stories are shown, which only go on, and which are left out and why. */
async function sortOut(
  store: Store,
  { stories, circumstances, read }: Weighed,
  order: typeof rank,
  { stories: wanted, told }: EditionWish,
): Promise<Sorted> {
  const shown: Shown[] = [];
  const developing: Sorted['developing'][number][] = [];
  const leftOut: Edition['leftOut'][number][] = [];
  let place = 0;
  for (const each of order(stories, circumstances)) {
    const { id: story } = each.story;
    place += 1;
    if (shown.length === wanted) {
      if (leftOut.length >= REMEMBERED) break;
      leftOut.push({ story, rank: place, step: 'rank' });
      continue;
    }
    const before = told?.get(story);
    const next = before ? await changed(store, each, before) : { ranked: each, articles: await readSome(store, each) };
    if (next && 'articles' in next) shown.push(next);
    else {
      leftOut.push({ story, rank: place, step: 'told' });
      if (next && developing.length < DEVELOPING) developing.push({ story, lead: referenceTo(next.lead) });
    }
  }
  return { shown, developing, leftOut, read, stories: stories.length };
}

/**
 * A story the channel knows: with its new fact, or what heads it where it only goes on. Nothing where no article has
 * come in since.
 */
async function changed(
  store: Store,
  ranked: Ranked,
  before: NonNullable<ReturnType<Told['get']>>,
): Promise<Shown | { readonly lead: ReadArticle } | undefined> {
  const toldIds = new Set(before.map(({ article }) => article));
  const fresh = ranked.story.articles.filter(({ id }) => !toldIds.has(id));
  if (fresh.length === 0) return undefined;
  const articles = await readOutlines(store, ownTexts(fresh));
  const fact = newFact(articles, await articlesAt(store, before.slice(0, READ_FOR_CHANGE)));
  return fact ? { ranked, articles, fact } : { lead: leadOf(articles) };
}

const readSome = (store: Store, { story }: Ranked) => readOutlines(store, ownTexts(story.articles));

/** One of each text, the newest. */
function ownTexts(articles: readonly Outline[]): Outline[] {
  const byText = new Map(articles.toReversed().map((article) => [article.copyOf, article]));
  return articles.filter((article) => byText.get(article.copyOf) === article).slice(-READ_FOR_ENTRY);
}

const readOutlines = (store: Store, outlines: readonly Outline[]): Promise<ReadArticle[]> =>
  articlesAt(store, outlines.map(referenceTo));

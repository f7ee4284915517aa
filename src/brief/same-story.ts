import { DAY } from '../base/clock.ts';
import { agglomerate, type Joins, type Within } from './agglomerate.ts';
import { alikePairs } from './alike.ts';
import { commonnessIn, profileOf, type Weighing } from './profile.ts';
import { type Terms, type Told, termsOf, termsOfTitle } from './terms.ts';

/** Reports of one event are published close together. */
export const SAME_STORY_WITHIN = 3 * DAY;

export interface ToldWhen extends Told {
  readonly publishedAt?: Date | undefined;
}

/** How articles of one form are compared. Numbers here are the best of a few tried on dated and undated news. */
interface Measure extends Weighing {
  readonly terms: (article: Told) => Terms;
  /** Two articles less alike are not alike at all. */
  readonly least: number;
  readonly joins: (articles: number) => Joins;
}

/**
 * Two groups tell one story where articles across them are about as alike as within each: two earthquakes share their
 * vocabulary, but not as much as the reports of each do. A small group is taken for one of usual likeness.
 */
const ACROSS = 0.55;
const USUAL = { alike: 0.15, pairs: 5 };

const usualWithin = ({ alike, pairs }: Within) => (alike + USUAL.alike * USUAL.pairs) / (pairs + USUAL.pairs);

const TEXTS: Measure = {
  terms: termsOf,
  sharpness: 1.3,
  fewest: 30,
  least: 0.03,
  joins: () => (across, one, other) => across >= ACROSS * Math.sqrt(usualWithin(one) * usualWithin(other)),
};

/** Titles of one story may share no word, so little must do; among few titles, a shared word is more likely chance. */
const TITLES: Measure = {
  terms: ({ title }) => termsOfTitle(title),
  sharpness: 0.5,
  fewest: 0,
  least: 0.01,
  joins: (articles) => {
    const enough = Math.min(0.02 + 2 / articles, 0.12);
    return (across) => across >= enough;
  },
};

const measureFor = (articles: readonly Told[]) => (articles.some(({ text }) => text.trim() !== '') ? TEXTS : TITLES);

/**
 * Which of these articles tell one story. The answer does not depend on their order, nor on ids.
 * @returns for each article the place of one of its story, the same for all of them
 */
export function sameStory(articles: readonly ToldWhen[]): number[] {
  const key = ({ title, text }: Told) => `${title}\n${text}`;
  const order = articles
    .map((_, place) => place)
    .sort((a, b) => byCodePoint(key(articles[a]!), key(articles[b]!)) || a - b);
  const sorted = order.map((place) => articles[place]!);
  const measure = measureFor(articles);
  const terms = sorted.map(measure.terms);
  const common = commonnessIn(terms);
  const profiles = terms.map((each) => profileOf(each, common, measure));
  const pairs = alikePairs(profiles, measure.least).filter(({ one, other }) =>
    closeInTime(sorted[one]!, sorted[other]!),
  );
  const groups = agglomerate(
    sorted.map((_, place) => place),
    pairs,
    measure.joins(sorted.length),
  );
  const answer: number[] = [];
  for (const [place, own] of order.entries()) answer[own] = order[groups[place]!]!;
  return answer;
}

const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** An undated article could be of any day. */
const closeInTime = (one: ToldWhen, other: ToldWhen) =>
  !one.publishedAt ||
  !other.publishedAt ||
  Math.abs(one.publishedAt.getTime() - other.publishedAt.getTime()) <= SAME_STORY_WITHIN;

import { DAY } from '../base/clock.ts';
import { agglomerate } from './agglomerate.ts';
import { alikePairs } from './alike.ts';
import { TEXTS, TITLES } from './measures.ts';
import { commonnessIn, profileOf } from './profile.ts';
import type { Told } from './terms.ts';

/** Reports of one event are published close together. */
export const SAME_STORY_WITHIN = 3 * DAY;

export interface ToldWhen extends Told {
  readonly publishedAt?: Date | undefined;
}

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
    publishedCloseTogether(sorted[one]!, sorted[other]!),
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
const publishedCloseTogether = (one: ToldWhen, other: ToldWhen) =>
  !one.publishedAt || !other.publishedAt || closeInTime({ datedAt: one.publishedAt }, { datedAt: other.publishedAt });

export const closeInTime = (one: { readonly datedAt: Date }, other: { readonly datedAt: Date }): boolean =>
  Math.abs(one.datedAt.getTime() - other.datedAt.getTime()) <= SAME_STORY_WITHIN;

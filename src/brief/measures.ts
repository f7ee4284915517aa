import type { Terms } from '../model/terms.ts';
import type { Joins, Within } from './agglomerate.ts';
import type { Weighing } from './profile.ts';
import { type Told, termsOf, termsOfTitle } from './terms.ts';

/** How articles of one form are compared. Numbers here are the best of a few tried on dated and undated news. */
export interface Measure extends Weighing {
  readonly terms: (article: Told) => Terms;
  /** Two articles less alike are not alike at all. */
  readonly least: number;
  readonly joins: (articles: number) => Joins;
}

/**
 * Two groups tell one story where articles across them are about as alike as within each: two earthquakes share their
 * vocabulary, but not as much as the reports of each do. A group is taken to have a few more pairs of `usual` likeness,
 * for a small one says little.
 */
const asAlike = (share: number, usual: number): Joins => {
  const pairs = 5;
  const within = (group: Within) => (group.alike + usual * pairs) / (group.pairs + pairs);
  return (across, one, other) => across >= share * Math.sqrt(within(one) * within(other));
};

export const TEXTS: Measure = {
  terms: termsOf,
  sharpness: 1.3,
  fewest: 30,
  least: 0.03,
  // Among few articles a word that two share is more likely chance.
  joins: (articles) => asAlike(0.55, Math.min(0.15 + 2 / articles, 0.3)),
};

/** Texts all less alike than this are never one story: it is what two single articles must reach, 0.55 of 0.15. */
export const LEAST_JOINED = 0.08;

/** Titles of one story may share no word, so little must do; among few titles, a shared word is more likely chance. */
export const TITLES: Measure = {
  terms: ({ title }) => termsOfTitle(title),
  sharpness: 0.5,
  fewest: 0,
  least: 0.01,
  joins: (articles) => {
    const enough = Math.min(0.02 + 2 / articles, 0.12);
    return (across) => across >= enough;
  },
};

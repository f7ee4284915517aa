import type { Commonness, StoryMember, Terms } from '../model/terms.ts';
import { agglomerate } from './agglomerate.ts';
import { alikePairs } from './alike.ts';
import { joinsForGood, TEXTS } from './measures.ts';
import { profileOf } from './profile.ts';

export interface Joined {
  readonly storyId: string;
  /** Other stories that turn out to be the same one. */
  readonly joins: readonly string[];
  /** Those of the candidates that are most like it, the most alike first: it may be a copy of one. */
  readonly nearest: readonly StoryMember[];
}

/** Only what is so alike can have the same text. */
const MAYBE_COPY = 0.4;

/**
 * The story a new article tells: that of the candidates whose articles it is as alike as they are among themselves, else
 * a story of its own, named after it. Where it shows that two stories are one, the older keeps its name. The same
 * measure as for a whole batch; deterministic, whatever the order of the candidates.
 */
export function joinStory(id: string, terms: Terms, candidates: readonly StoryMember[], common: Commonness): Joined {
  const others = candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const profiles = [...others.map((other) => other.terms), terms].map((each) => profileOf(each, common, TEXTS));
  const own = others.length;
  const first = new Map<string, number>();
  for (const [place, { storyId }] of others.entries()) if (!first.has(storyId)) first.set(storyId, place);
  const pairs = alikePairs(profiles, TEXTS.least);
  const start = [...others.map(({ storyId }) => first.get(storyId)!), own];
  const groups = agglomerate(start, pairs, joinsForGood);

  const members = others.filter((_, place) => groups[place] === groups[own]);
  const eldest = members.toSorted((a, b) => a.datedAt.getTime() - b.datedAt.getTime() || (a.id < b.id ? -1 : 1))[0];
  const storyId = eldest?.storyId ?? id;
  const nearest = pairs
    .filter((pair) => pair.other === own && pair.alike >= MAYBE_COPY)
    .sort((a, b) => b.alike - a.alike || a.one - b.one)
    .map(({ one }) => others[one]!);
  return {
    storyId,
    joins: [...new Set(members.map((each) => each.storyId))].filter((each) => each !== storyId),
    nearest,
  };
}

import type { Commonness, StoryMember, Terms } from '../model/terms.ts';
import { agglomerate } from './agglomerate.ts';
import { alikePairs } from './alike.ts';
import { LEAST_JOINED, TEXTS } from './measures.ts';
import { profileOf } from './profile.ts';
import { closeInTime, SAME_STORY_WITHIN } from './same-story.ts';

export interface Newcomer {
  readonly id: string;
  readonly datedAt: Date;
  readonly terms: Terms;
}

export interface Joined {
  readonly storyId: string;
  /** Known articles that turn out to tell another story than it seemed, with that story. */
  readonly moves: ReadonlyMap<string, string>;
}

/** Those known articles that are like a new one, the most alike first. What is less alike cannot change its story. */
export function alikeTo(terms: Terms, known: readonly StoryMember[], common: Commonness): Alike[] {
  const others = known.toSorted(byId);
  const profiles = [...others.map((other) => other.terms), terms].map((each) => profileOf(each, common, TEXTS));
  return alikePairs(profiles, LEAST_JOINED)
    .filter(({ other }) => other === others.length)
    .sort((a, b) => b.alike - a.alike || a.one - b.one)
    .map(({ one, alike }) => ({ member: others[one]!, alike }));
}

export interface Alike {
  readonly member: StoryMember;
  readonly alike: number;
}

/**
 * The story a new article tells. It and all the articles of the stories around it are grouped afresh, with the measure
 * of a whole batch, so that what was joined too early comes apart again; what is too old to be told with it stays
 * together. Deterministic, whatever the order of the neighbours.
 */
export function joinStory(newcomer: Newcomer, neighbours: readonly StoryMember[], common: Commonness): Joined {
  const own = { ...newcomer, storyId: newcomer.id };
  const all = [...neighbours, own].sort(byId);
  const profiles = all.map(({ terms }) => profileOf(terms, common, TEXTS));
  const pairs = alikePairs(profiles, TEXTS.least).filter(({ one, other }) => closeInTime(all[one]!, all[other]!));
  const groups = agglomerate(startOf(all, newcomer), pairs, TEXTS.joins(common.articles));
  const names = namesOf(all, groups);
  const moves = all.flatMap((each, place): [string, string][] => {
    const name = names.get(groups[place]!)!;
    return each === own || each.storyId === name ? [] : [[each.id, name]];
  });
  return { storyId: names.get(groups[all.indexOf(own)]!)!, moves: new Map(moves) };
}

/** Each alone, but those that the new article is too late or too early to be told with, by their story. */
function startOf(all: readonly Member[], { datedAt }: Newcomer): number[] {
  const first = new Map<string, number>();
  return all.map((each, place) => {
    if (Math.abs(each.datedAt.getTime() - datedAt.getTime()) <= SAME_STORY_WITHIN) return place;
    const settled = first.get(each.storyId) ?? place;
    first.set(each.storyId, settled);
    return settled;
  });
}

type Member = Pick<StoryMember, 'id' | 'storyId' | 'datedAt'>;

/**
 * A group keeps the story that most of its articles had, else it is named after its eldest. A story that has come apart
 * stays with the article it is named after, so that no two groups ever have one name.
 */
function namesOf(all: readonly Member[], groups: readonly number[]): Map<number, string> {
  const groupOf = new Map(all.map(({ id }, place) => [id, groups[place]!]));
  const counts = new Map<string, { group: number; story: string; articles: number }>();
  for (const [place, { storyId: story }] of all.entries()) {
    const group = groups[place]!;
    if ((groupOf.get(story) ?? group) !== group) continue;
    const key = `${group} ${story}`;
    counts.set(key, { group, story, articles: (counts.get(key)?.articles ?? 0) + 1 });
  }
  const names = new Map<number, string>();
  const taken = new Set<string>();
  const age = new Map(all.map(({ id, datedAt }) => [id, datedAt.getTime()]));
  const claims = [...counts.values()].sort(
    (a, b) =>
      b.articles - a.articles ||
      (age.get(a.story) ?? 0) - (age.get(b.story) ?? 0) ||
      (a.story < b.story ? -1 : a.story > b.story ? 1 : a.group - b.group),
  );
  for (const { group, story } of claims) {
    if (names.has(group) || taken.has(story)) continue;
    names.set(group, story);
    taken.add(story);
  }
  const eldestFirst = all.map((each, place) => ({ each, group: groups[place]! }));
  eldestFirst.sort((a, b) => a.each.datedAt.getTime() - b.each.datedAt.getTime() || byId(a.each, b.each));
  for (const { each, group } of eldestFirst) if (!names.has(group)) names.set(group, each.id);
  return names;
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);

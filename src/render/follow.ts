import type { Hit } from '../model/briefing.ts';
import type { Follow } from '../model/follow.ts';
import { articleEntry } from './article.ts';
import type { Card, Line } from './card.ts';
import { count } from './count.ts';

/** An article that tells something new of what somebody follows. */
export interface FollowedNews extends Hit {
  readonly names: readonly string[];
}

/** Articles to a direct message; more are counted. */
const SHOWN = 5;

/** The direct message: headlines, each with the sentence that is new. */
export function followedCard(news: readonly FollowedNews[]): Card {
  const names = [...new Set(news.flatMap((each) => each.names))];
  const more = news.length - SHOWN;
  return {
    head: [{ title: ['News of ', ...listed(names)] }],
    entries: news.slice(0, SHOWN).map(articleEntry),
    foot: [
      ...(more > 0 ? [{ small: [`and ${count(more, 'more article')}; /search finds them`] }] : []),
      { small: ['You asked for this with /follow. What comes within the next hour is gathered.'] },
    ],
    perPage: SHOWN,
    menu: 'Open its story',
    buttons: names
      .slice(0, 2)
      .map((name) => ({ label: `Unfollow ${name}`, ask: { command: 'follow remove', answers: { name }, page: 0 } })),
  };
}

const NAMED = 3;
const listed = (names: readonly string[]): Line => {
  const more = names.length > NAMED ? [`${names.length - NAMED} more`] : [];
  return [new Intl.ListFormat('en-GB').format([...names.slice(0, NAMED), ...more])];
};

/** What a member follows. */
export function followsCard(follows: readonly Follow[]): Card {
  return {
    head: [{ title: ['You follow'] }, ...(follows.length === 0 ? [{ text: [NOTHING] }] : [])],
    entries: follows.map(({ name, entity }) => ({
      blocks: [{ text: [{ bold: [name] }, ...(entity ? [] : [' · as words of a text'])] }],
    })),
    foot: follows.length === 0 ? [] : [{ small: ['End one with /follow remove.'] }],
    perPage: 25,
  };
}

const NOTHING =
  'Nothing yet. /follow add takes the name of a person, an organisation or a place, or the words of a topic.';

export const followRow = ({ name, entity }: Follow): object => ({ name, entity: entity ?? null });

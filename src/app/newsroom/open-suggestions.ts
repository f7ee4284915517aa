import { fold } from '../../base/fold.ts';
import type { Asker } from '../../model/asker.ts';
import type { Entity } from '../../model/entity.ts';
import { namesApart } from '../../render/names-apart.ts';
import { timing } from '../../render/timing.ts';
import { refusedLike } from '../../store/articles/refusals.ts';
import { titlesLike } from '../../store/articles/titles.ts';
import { namesLike, speakersLike } from '../../store/entities/names-like.ts';
import { feedsOf } from '../../store/feeds/audiences.ts';
import { followsOf } from '../../store/follows.ts';
import { schedulesOf } from '../../store/schedules/schedules.ts';
import { outletsLike } from '../../store/search/search.ts';
import type { Store } from '../../store/store.ts';
import { zoneOfLocale, zonesLike } from '../schedules/zones.ts';
import { SUGGESTIONS, type Suggestion, type Suggestions } from './suggestions.ts';

/** Discord takes no longer value. */
const VALUE = 100;
/** Places that `/why` keeps for what was refused. */
const REFUSED = 5;

export function openSuggestions(store: Store, asker: Asker, timeZone: string, asOf: Date): Suggestions {
  const limit = SUGGESTIONS;
  const titles = async (typed: string): Promise<Suggestion[]> => {
    const like = meansNothing(typed) ? [] : await titlesLike(store, typed, limit, asOf);
    const seen = new Set<string>();
    return like.map(({ title, storyId }) => {
      // Of several stories with one headline, only the newest is found by it.
      const alone = !seen.has(title) && title.length <= VALUE && !title.startsWith('#');
      seen.add(title);
      return { name: title, value: alone ? title : `#${storyId}` };
    });
  };
  return {
    titles,
    articles: async (typed) => {
      const read = await titles(typed);
      const known = new Set(read.map(({ name }) => name));
      const all = meansNothing(typed) ? [] : await refusedLike(store, typed, limit);
      const refused = all.filter(({ title }) => !known.has(title)).map(({ title }) => plain(title.slice(0, VALUE)));
      return [...read.slice(0, limit - Math.min(refused.length, REFUSED)), ...refused].slice(0, limit);
    },
    names: async (typed) => (meansNothing(typed) ? [] : named(await namesLike(store, typed, limit))),
    speakers: async (typed) => (meansNothing(typed) ? [] : named(await speakersLike(store, typed, limit))),
    topics: async (typed) =>
      [...new Set((await namesLike(store, typed, limit)).map(({ name }) => name))]
        .filter((name) => name.length <= VALUE)
        .map(plain),
    outlets: async (typed) => (await outletsLike(store, typed, limit)).map(plain),
    zones: async (typed) => zonesLike(typed, likelyZone(asker) ?? timeZone).map(plain),
    follows: async (typed) =>
      (await followsOf(store, asker.member, asker.guild))
        .filter(({ name }) => fold(name).includes(fold(typed)))
        .map(({ name }) => plain(name)),
    feeds: async (typed) => {
      const feeds = await feedsOf(store, asker.guild);
      const offered = feeds.map(({ id, url, title }) => ({
        name: [title, url].filter(Boolean).join(' · '),
        value: id,
      }));
      return offered.filter(({ name }) => fold(name).includes(fold(typed)));
    },
    schedules: async (typed) => {
      const schedules = asker.guild && asker.manager ? await schedulesOf(store, asker.guild) : [];
      return schedules
        .map(({ id, expression, zone, topic, state }) => ({
          name: [id, timing(expression) ?? expression, zone, topic, state !== 'active' && state]
            .filter(Boolean)
            .join(' · '),
          value: id,
        }))
        .filter(({ name }) => fold(name).includes(fold(typed)));
    },
  };
}

/** Where the server says it is at home, else where its member is. */
const likelyZone = ({ serverLocale, locale }: Asker): string | undefined =>
  zoneOfLocale(serverLocale ?? '') ?? zoneOfLocale(locale);

/** Emoji or marks alone: something is typed, but no word of a name. */
const meansNothing = (typed: string) => typed.trim() !== '' && fold(typed) === '';

const plain = (value: string): Suggestion => ({ name: value, value });

/** By their names; by their ids where the name alone would not tell which of two is meant. */
function named(entities: readonly Entity[]): Suggestion[] {
  const names = namesApart(entities);
  return entities.map(({ id, name }, index) => {
    const told = names[index]!;
    return { name: told, value: told === name && name.length <= VALUE ? name : `#${id}` };
  });
}

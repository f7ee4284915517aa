import { fold } from '../../base/fold.ts';
import type { ReadArticle } from '../../model/story.ts';
import { startsWith } from '../search/starts-with.ts';
import { wordStarts } from '../search/word-starts.ts';
import type { Store } from '../store.ts';
import { listed, newestFirst, seenBy } from './listed.ts';
import { loadArticles } from './versions.ts';

export interface Title {
  readonly id: string;
  readonly storyId: string;
  readonly title: string;
  readonly datedAt: Date;
}

/** What an option's value can hold of a title: https://discord.com/developers/docs (choices, 100 characters). */
const OPTION = 100;

/** Titles with, for each word typed, a word that begins with it; newest first. Nothing typed fits every title. */
export async function titlesLike({ read }: Store, typed: string, limit: number, asOf: Date): Promise<Title[]> {
  const rows = await newestFirst(seenBy(listed(read), asOf))
    .select(['story_id', 'title', 'dated_at'])
    .where((eb) => eb.and(wordStarts(eb.ref('folded_title'), typed)))
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.article,
    storyId: row.story_id,
    title: row.title,
    datedAt: new Date(row.dated_at),
  }));
}

/** The newest listed article of this title, in any case and without diacritics; its first 100 characters are enough. */
export async function articleByTitle({ read }: Store, title: string): Promise<ReadArticle | undefined> {
  const folded = fold(title);
  if (folded === '') return undefined;
  const rows = await newestFirst(listed(read))
    .select(['title', 'folded_title'])
    .where((eb) => startsWith(eb.ref('folded_title'), folded))
    .execute();
  const exact = rows.find((row) => row.folded_title === folded);
  const cut = rows.find((row) => fold(row.title.slice(0, OPTION)) === folded);
  const found = exact ?? cut;
  return found && (await loadArticles(read, [found]))[0];
}

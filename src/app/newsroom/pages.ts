import { type Clock, MINUTE } from '../../base/clock.ts';
import { UserError } from '../../base/errors.ts';
import { found } from '../../intake/found.ts';
import { articleId, webAddress } from '../../intake/identity.ts';
import type { ReadArticle } from '../../model/story.ts';
import { articleById } from '../../store/articles/articles.ts';
import type { Store } from '../../store/store.ts';
import type { Web } from '../feeds/open-desk.ts';
import { received } from '../threads/received.ts';

/** Pages that one member may have fetched in a minute, by each process. */
const MOST_OF_MEMBER = 5;
/** A page read just now is not asked for again when its reply is paged, or others ask for it. */
const REMEMBERED = 50;
const REMEMBERED_FOR = 15 * MINUTE;

/** The pages that members ask to be read. */
export interface Pages {
  /** As `Newsroom.page`. */
  read(store: Store, link: string, member: string): Promise<ReadArticle>;
}

export function openPages(web: Web | undefined, clock: Clock): Pages {
  const recent = new Map<string, { readonly article: Promise<ReadArticle>; readonly until: number }>();
  let fetched: { readonly member: string; readonly at: number }[] = [];

  function count(member: string, now: number): void {
    fetched = fetched.filter(({ at }) => at > now - MINUTE);
    if (fetched.filter((each) => each.member === member).length >= MOST_OF_MEMBER) {
      throw new UserError(`You may have ${MOST_OF_MEMBER} pages read in a minute. Try again in a moment.`);
    }
    fetched.push({ member, at: now });
  }

  return {
    async read(store, link, member) {
      const known = await articleById(store, articleId({ url: link, title: '', text: '' }));
      if (known && !known.excerpt) return known;
      const now = clock.now().getTime();
      const before = recent.get(link);
      if (before && before.until > now) return before.article;
      if (!web) throw new UserError('Only the bot itself can look at a page.');
      count(member, now);
      const article = fetchAndRead(web, link, clock);
      recent.delete(link);
      recent.set(link, { article, until: now + REMEMBERED_FOR });
      if (recent.size > REMEMBERED) recent.delete(recent.keys().next().value ?? '');
      article.catch(() => recent.delete(link));
      return article;
    },
  };
}

async function fetchAndRead({ fetcher, extraction, reader }: Web, link: string, clock: Clock): Promise<ReadArticle> {
  const { title, ...article } = await asked(link, async () => {
    const fetched = await fetcher.page(link);
    const type = fetched.headers['content-type']?.split(';', 1)[0]?.trim() ?? '';
    if (!/^(?:text\/html|application\/xhtml\+xml)?$/i.test(type)) {
      throw new UserError(`it is no web page but ${type.slice(0, 60)}`);
    }
    const page = await extraction.page(received(fetched));
    return found({
      ...page,
      title: page.title ?? new URL(fetched.url).hostname,
      url: page.url ?? fetched.url,
      publishedAt: page.publishedAt?.toISOString(),
    }).article;
  });
  const reading = await reader.read({ title, ...article });
  return { title, ...article, reading, storyId: article.id, version: 1, firstSeen: clock.now() };
}

/** A refusal as a sentence of its own; the link itself may hold a password. */
async function asked<T>(link: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const host = webAddress(link)?.host.slice(0, 100) ?? 'that address';
    throw new UserError(`The page at ${host} was not read: ${error.message}.`);
  }
}

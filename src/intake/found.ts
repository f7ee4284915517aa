import { createHash } from 'node:crypto';
import { UserError } from '../base/errors.ts';
import type { Article } from '../model/article.ts';
import { cleanLine, cleanText } from './clean.ts';
import { readDate } from './date.ts';
import type { Draft } from './draft.ts';
import { articleId, webAddress } from './identity.ts';

/** An article as it was taken in just now. */
export interface FoundArticle extends Article {
  /** Over everything that is shown or read of it: another hash, another version. */
  readonly contentHash: string;
}

interface Found {
  readonly article: FoundArticle;
  /** A clause for each part that could not be used: "its date “soon” cannot be read, so it is undated". */
  readonly notes: readonly string[];
}

/** A headline has some 60 to 120 characters; what is longer than this is no headline, and is cut with an ellipsis. */
const TITLE_LENGTH = 500;
const NAME_LENGTH = 200;
/** Browsers and Discord take no longer address. */
const URL_LENGTH = 2000;

/**
 * Cleans and checks a draft. A title and a text are needed, and a UserError says which is missing; anything else that
 * cannot be used is left out, and a note says so.
 */
export function found(draft: Draft): Found {
  const notes: string[] = [];
  const title = shortened('title', draft.title, TITLE_LENGTH, notes);
  const text = cleanText(draft.text ?? '');
  if (!title) throw new UserError('it has no title');
  if (text === '') throw new UserError('it has no text');

  const url = usableUrl(draft.url, notes);
  const outlet = shortened('outlet', draft.outlet, NAME_LENGTH, notes);
  const author = shortened('author', draft.author, NAME_LENGTH, notes);
  const publishedAt = usableDate(draft.publishedAt, notes);
  const language = usableLanguage(draft.language, notes);
  const { captions = [], guid, byGuid, excerpt } = draft;
  const shown = {
    title,
    text,
    ...(url && { url }),
    ...(outlet && { outlet }),
    ...(author && { author }),
    ...(publishedAt && { publishedAt }),
    ...(language && { language }),
    ...(captions.length > 0 && { captions }),
    ...(excerpt && { excerpt }),
  };
  const id = articleId({ title, text, guid, url: byGuid && guid ? undefined : url });
  return { article: { id, ...shown, contentHash: hashOf(shown) }, notes };
}

function shortened(part: string, raw: string | undefined, limit: number, notes: string[]): string | undefined {
  const line = cleanLine(raw ?? '');
  if (line.length <= limit) return line === '' ? undefined : line;
  notes.push(`its ${part} is longer than ${limit} characters and was cut`);
  // A cut may go through a surrogate pair; cleaning takes the half away.
  return `${cleanLine(line.slice(0, limit - 1))}…`;
}

function usableUrl(raw: string | undefined, notes: string[]): string | undefined {
  const line = cleanLine(raw ?? '');
  if (line === '') return undefined;
  const url = webAddress(line);
  if (!url || url.href.length > URL_LENGTH) {
    notes.push('its url is no usable http or https address, so it has no link');
    return undefined;
  }
  url.username = '';
  url.password = '';
  return url.href;
}

function usableDate(raw: string | undefined, notes: string[]): Date | undefined {
  const line = cleanLine(raw ?? '');
  if (line === '') return undefined;
  const date = readDate(line);
  if (!date) notes.push(`its date “${line.slice(0, 40)}” cannot be read, so it is undated`);
  return date;
}

/** A language tag in its canonical spelling: `en_us` becomes `en-US`. */
function usableLanguage(raw: string | undefined, notes: string[]): string | undefined {
  const line = cleanLine(raw ?? '').replaceAll('_', '-');
  if (line === '') return undefined;
  try {
    return Intl.getCanonicalLocales(line)[0];
  } catch {
    notes.push('its language is no language tag such as “en”, so it has none');
    return undefined;
  }
}

function hashOf({
  title,
  text,
  url,
  outlet,
  author,
  publishedAt,
  language,
  captions,
  excerpt,
}: Omit<Article, 'id'>): string {
  const parts = [title, text, url, outlet, author, publishedAt, language, captions, ...(excerpt ? [excerpt] : [])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

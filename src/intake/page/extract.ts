import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { UserError } from '../../base/errors.ts';
import { cleanLine } from '../clean.ts';
import { readDate } from '../date.ts';
import { blocksOf } from '../web/blocks.ts';
import { labelDeeply } from './label.ts';
import { measure } from './measure.ts';
import { trim } from './trim.ts';

/** The article of a web page: nothing is checked yet, and only what is there is there. */
export interface Page {
  readonly title?: string;
  /** Paragraphs, with an empty line between two of them. */
  readonly text: string;
  /** Where the page says that it belongs: one article may stand at many addresses. */
  readonly url?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly publishedAt?: Date;
  readonly language?: string;
}

/** Where pages state when they were published, the surest first. JSON-LD comes before them, from Readability. */
const DATES = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="date" i], meta[name="pubdate" i], meta[name="dc.date" i], meta[name="dcterms.created" i]',
  'time[itemprop="datePublished"], time[pubdate], article time[datetime], header time[datetime]',
  'time[datetime]',
] as const;

const NO_ARTICLE = 'it holds no article that Lede can find';
/** A headline alone is no article. Characters. */
const SHORTEST = 60;

/**
 * The article of a web page, by Readability, without what stands beside it. `address` is where the page was found.
 * Throws a UserError for a page without an article, and for one that would take too long to read.
 */
export function extractPage(html: string, address?: string): Page {
  measure(html);
  const document = parseHTML(whole(html)).document as unknown as Document;
  const published = stated(document);
  const url = canonicalOf(document, address);
  labelDeeply(document);
  const article = new Readability(document, { keepClasses: true }).parse();
  const text = trim(blocksOf(article?.content ?? ''))
    .map((block) => block.text)
    .join('\n\n');
  if (text.length < SHORTEST) throw new UserError(NO_ARTICLE);
  const line = (given: string | null | undefined) => cleanLine(given ?? '') || undefined;
  return given({
    title: line(article?.title),
    text,
    url,
    outlet: line(article?.siteName),
    author: line(article?.byline)?.replace(/^by\s+/i, ''),
    publishedAt: readDate(article?.publishedTime ?? '') ?? published,
    language: line(article?.lang),
  });
}

/** HTML lets a page leave out html, head and body; linkedom does not put them in. */
function whole(html: string): string {
  if (/<body\b/i.test(html)) return /<html\b/i.test(html) ? html : `<html>${html}</html>`;
  const head = /<\/head\s*>/i.exec(html);
  const [before, after] = head
    ? [html.slice(0, head.index + head[0].length), html.slice(head.index + head[0].length)]
    : ['', html];
  return `${/<html\b/i.test(before) ? '' : '<html>'}${before}<body>${after}</body></html>`;
}

function stated(document: Document): Date | undefined {
  const elements = DATES.map((selector) => document.querySelector(selector));
  const written = elements.map(
    (element) => element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? '',
  );
  return written.map(readDate).find((date) => date !== undefined);
}

/** A page's own address for itself, if it is on the page's own site: nobody speaks for another's. */
function canonicalOf(document: Document, address: string | undefined): string | undefined {
  const link =
    document.querySelector('link[rel="canonical" i]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  if (!link || !URL.canParse(link, address)) return address;
  const url = new URL(link, address);
  // A broken template names the front page for every article.
  if (url.pathname === '/' && url.search === '') return address;
  return address === undefined || sameSite(url.hostname, new URL(address).hostname) ? url.href : address;
}

function sameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((host) => `.${host.replace(/^(?:www|m|amp|mobile)\./, '')}`) as [string, string];
  return a.endsWith(b) || b.endsWith(a);
}

function given<T extends object>(page: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(page).filter(([, value]) => value !== undefined)) as never;
}

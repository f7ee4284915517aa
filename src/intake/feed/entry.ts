import { cleanLine } from '../clean.ts';
import { readDate } from '../date.ts';
import { plainText } from '../web/plain.ts';
import { unpacked } from './mend.ts';
import type { ParsedEntry, TypedText } from './parsed.ts';

/** Words of a feed: HTML, or text that means every sign of itself. */
export interface FeedText {
  readonly value: string;
  readonly literal: boolean;
}

/** One entry of a feed, in the feed's own words: nothing is checked yet, and only what is there is there. */
export interface FeedEntry {
  /** What the feed calls it; unique in that feed if the feed keeps its promise. */
  readonly guid?: string;
  readonly title?: FeedText;
  /** Absolute where the feed says enough. */
  readonly url?: string;
  readonly publishedAt?: Date;
  readonly updatedAt?: Date;
  readonly author?: string;
  readonly summary?: FeedText;
  /** The article's own text, where the feed carries one beside its summary. */
  readonly content?: FeedText;
}

/** The addresses that a relative link may count from, the nearest first. */
export type Bases = readonly (string | undefined)[];

export function entryOf(parsed: ParsedEntry, bases: Bases): FeedEntry {
  const { dc, dcterms, itunes, guid } = parsed;
  const media = [parsed.media, ...(parsed.media?.groups ?? []), ...(parsed.media?.contents ?? [])];
  const mediaValue = (part: 'title' | 'description') => media.map((each) => each?.[part]?.value).find(Boolean);

  const published =
    parsed.pubDate ??
    parsed.published ??
    parsed.date_published ??
    parsed.atom?.published ??
    dc?.dates?.[0] ??
    dcterms?.issued?.[0] ??
    dcterms?.created?.[0] ??
    dcterms?.dates?.[0];
  const modified = parsed.updated ?? parsed.date_modified ?? parsed.atom?.updated ?? dcterms?.modified?.[0];
  const authors = parsed.authors?.flatMap(({ name }) => name ?? []) ?? [];
  return present({
    guid: guid?.value ?? parsed.id ?? parsed.rdf?.about,
    title: typed(parsed.title) ?? html(dc?.titles?.[0] ?? mediaValue('title')),
    url: linkOf(parsed, [parsed.xml?.base, ...bases]),
    publishedAt: published && readDate(published),
    updatedAt: modified && readDate(modified),
    author: plainLine(authors.length > 0 ? authors.join(', ') : (dc?.creators?.join(', ') ?? itunes?.author)),
    summary:
      html(parsed.description) ??
      typed(parsed.summary) ??
      html(dc?.descriptions?.[0] ?? dcterms?.descriptions?.[0] ?? dcterms?.abstracts?.[0]) ??
      html(itunes?.summary ?? itunes?.subtitle ?? mediaValue('description')),
    content: typed(parsed.content) ?? html(parsed.content_html) ?? literal(parsed.content_text),
  });
}

/** Atom says what a text is: words, HTML, or base64 of something else. Where it does not, its marks may be HTML's. */
export function typed(text: TypedText): FeedText | undefined {
  if (!text) return undefined;
  const type = text.type?.toLowerCase();
  if (type === 'text' || type === 'text/plain') return literal(text.value);
  const packed = type?.includes('/') && !/^text\/|[/+]xml$|^multipart\//.test(type);
  return html(packed ? unpacked(text.value) : text.value);
}

const html = (value: string | undefined): FeedText | undefined =>
  value?.trim() ? { value: value.trim(), literal: false } : undefined;
const literal = (value: string | undefined): FeedText | undefined =>
  value?.trim() ? { value: value.trim(), literal: true } : undefined;

/** A feed's words as its reader sees them. */
export const plainOf = ({ value, literal }: FeedText): string => (literal ? value : plainText(value));

const plainLine = (value: string | undefined): string | undefined => value && cleanLine(plainText(value));

/** The address of an entry's page. A guid is one unless the feed says that it is not. */
function linkOf({ link, url, links = [], atom, guid, rdf }: ParsedEntry, bases: Bases): string | undefined {
  const all = [...links, ...(atom?.links ?? [])];
  const alternate = all.filter(({ rel }) => !rel || /(?:^|\/)alternate$/.test(rel));
  const page = alternate.find(({ type }) => !type || /html/.test(type)) ?? alternate[0];
  const permanent = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
  const given = link ?? url ?? page?.href ?? permanent ?? rdf?.about;
  return given?.trim() ? absolute(given.trim(), bases) : undefined;
}

/** Counted from the nearest base, each of which may be relative to the next; as it is where that leads nowhere. */
export function absolute(address: string, bases: Bases): string {
  const base = bases.reduceRight<string | undefined>(
    (outer, inner) => (inner ? resolved(inner, outer) : outer),
    undefined,
  );
  return resolved(address, base) ?? address;
}

function resolved(address: string, base: string | undefined): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined | ''> };

function present<T extends object>(given: T): Present<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  ) as Present<T>;
}

import { parseFeed } from 'feedsmith';
import { messageOf, UserError } from '../../base/errors.ts';
import { absolute, entryOf, type FeedEntry, type FeedText, typed } from './entry.ts';
import { completed, modernised } from './mend.ts';
import { type ParsedFeed, parsedFeed } from './parsed.ts';

export interface Feed {
  readonly title?: FeedText;
  /** The site's own page. */
  readonly url?: string;
  readonly language?: string;
  /** How often it changes, by its own account, in minutes. */
  readonly everyMinutes?: number;
  readonly entries: readonly FeedEntry[];
}

/** Any feed offers fewer; what follows them is older. */
const MOST_ENTRIES = 2_000;

/**
 * Entities of a document's own: one that refers to another can grow without bound, and one from elsewhere would make
 * Lede fetch a file. Neither is ever expanded; a feed that needs them is refused.
 */
const OWN_ENTITY = /<!ENTITY\s+(?!%)[^>]*?(?:\bSYSTEM\b|\bPUBLIC\b|&[a-z_][\w.-]*;)/i;

/**
 * A feed's text: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. `base` is where it was fetched from. Throws a
 * UserError for what is none.
 */
export function readFeed(text: string, base?: string): Feed {
  const head = text.slice(0, 100_000);
  if (/<!ENTITY/i.test(head) && OWN_ENTITY.test(head)) {
    throw new UserError('it declares entities that refer to others or to files, which Lede does not expand');
  }
  const parsed = parse(text);
  const { links = [] } = parsed;
  const site = parsed.link ?? parsed.home_page_url ?? links.find(({ rel }) => !rel || rel === 'alternate')?.href;
  const url = site?.trim() ? absolute(site.trim(), [parsed.xml?.base, base]) : undefined;
  const bases = [parsed.xml?.base, base ?? url];
  const title =
    typed(parsed.title) ?? typed(parsed.dc?.titles?.[0] ? { value: parsed.dc.titles[0], type: 'html' } : undefined);
  const language = parsed.language ?? parsed.dc?.languages?.[0];
  const everyMinutes = parsed.ttl ?? syndicated(parsed);
  return {
    ...(title && { title }),
    ...(url && { url }),
    ...(language && { language }),
    ...(everyMinutes && everyMinutes > 0 && { everyMinutes }),
    entries: (parsed.items ?? parsed.entries ?? []).map((entry) => entryOf(entry, bases)),
  };
}

function parse(text: string): ParsedFeed {
  const modern = modernised(text);
  try {
    return parsedFeed.parse(parseFeed(modern, { maxItems: MOST_ENTRIES }).feed);
  } catch (error) {
    const whole = error instanceof Error && error.name === 'MalformedError' ? completed(modern) : undefined;
    if (whole === undefined) throw new UserError(reason(error, text));
    try {
      return parsedFeed.parse(parseFeed(whole, { maxItems: MOST_ENTRIES }).feed);
    } catch {
      throw new UserError(reason(error, text));
    }
  }
}

function reason(error: unknown, text: string): string {
  if (text.trim() === '') return 'it is empty';
  if (error instanceof Error && error.name === 'MalformedError') {
    return `it is no well-formed XML: ${messageOf(error.cause)
      .replace(/^\[SECURITY\] /, '')
      .slice(0, 120)}`;
  }
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) return 'it is a web page, not a feed';
  if (error instanceof Error && error.name === 'ParseError') return 'it is a feed with nothing in it';
  return 'it is no RSS, Atom or JSON feed';
}

const PERIODS: Readonly<Record<string, number>> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200 };

function syndicated({ sy }: ParsedFeed): number | undefined {
  const period = PERIODS[sy?.updatePeriod ?? ''];
  return period && period / Math.max(1, sy?.updateFrequency ?? 1);
}

import { generateOpml, parseOpml } from 'feedsmith';
import { z } from 'zod';
import { UserError } from '../../base/errors.ts';
import { cleanLine } from '../clean.ts';
import { webAddress } from '../identity.ts';

export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

const outline: z.ZodType<Outline> = z.object({
  text: z.string().optional(),
  title: z.string().optional(),
  xmlUrl: z.string().optional(),
  get outlines() {
    return z.array(outline).optional();
  },
});
const document = z.object({ body: z.object({ outlines: z.array(outline).default([]) }).optional() });

/** The feeds of an OPML file, whatever folders they are in, each once. Throws a UserError for what is no OPML. */
export function readOpml(text: string): ListedFeed[] {
  const feeds = new Map<string, ListedFeed>();
  const collect = ({ xmlUrl, title, text, outlines = [] }: Outline): void => {
    const url = webAddress(xmlUrl?.trim() ?? '');
    const name = cleanLine(title ?? text ?? '').slice(0, 200);
    if (url && url.username === '' && url.password === '')
      feeds.set(url.href, { url: url.href, ...(name && { title: name }) });
    for (const inner of outlines) collect(inner);
  };
  try {
    for (const each of document.parse(parseOpml(text)).body?.outlines ?? []) collect(each);
  } catch {
    throw new UserError('it is no OPML list of feeds');
  }
  return [...feeds.values()];
}

/** The same list for another feed reader. */
export function writeOpml(title: string, feeds: readonly ListedFeed[]): string {
  const outlines = feeds.map(({ url, title: name }) => ({
    type: 'rss',
    text: name ?? url,
    title: name ?? url,
    xmlUrl: url,
  }));
  return generateOpml({ head: { title }, body: { outlines } });
}

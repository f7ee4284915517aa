import { Parser } from 'htmlparser2';

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/i;

/** What feeds are labelled as, and begin with where the label says nothing. */
const FEED_LABEL = /[/+](?:rss|atom|rdf|feed)|^(?:text|application)\/xml\b/i;
const FEED_START = /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<rss\b|<rdf:RDF\b|<feed\b|\{)/i;

/** Whether bytes look like a feed, from their label and beginning; only reading them tells for sure. */
export function looksLikeFeed(bytes: Buffer, contentType: string | undefined): boolean {
  return FEED_START.test(bytes.subarray(0, 1024).toString('latin1')) || FEED_LABEL.test(contentType ?? '');
}

/** The feeds that a page names in its head, in its order. Comments' feeds come last: they are seldom meant. */
export function feedsNamedIn(html: string, address: string): string[] {
  const found: { href: string; title: string }[] = [];
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '', title = '' }) {
      if (name === 'link' && /\balternate\b/i.test(rel) && FEED_TYPE.test(type) && URL.canParse(href, address)) {
        found.push({ href: new URL(href, address).href, title });
      }
    },
  });
  parser.end(html);
  const isComments = ({ href, title }: { href: string; title: string }) => /comment/i.test(`${href} ${title}`);
  return [...found.filter((each) => !isComments(each)), ...found.filter(isComments)].map(({ href }) => href);
}

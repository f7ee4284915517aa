/** What feeds are labelled as, and begin with where the label says nothing. */
const FEED_LABEL = /[/+](?:rss|atom|rdf|feed)|^(?:text|application)\/xml\b/i;
const FEED_START = /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<rss\b|<rdf:RDF\b|<feed\b|\{)/i;

/** Whether bytes look like a feed, from their label and beginning; only reading them tells for sure. */
export function looksLikeFeed(bytes: Buffer, contentType: string | undefined): boolean {
  return FEED_START.test(bytes.subarray(0, 1024).toString('latin1')) || FEED_LABEL.test(contentType ?? '');
}

/** RSS 0.9 files of Radio UserLand, and RSS with XHTML in it: the whole text of an item. */
const FULL_ITEM = /<(\/?)fullitem\b[^>]*>/gi;
const XHTML_BODY = /<(?:(?<prefix>[\w.-]+):)?body\b[^>]*>(?<inside>[\s\S]*?)<\/(?:[\w.-]+:)?body\s*>/gi;

/** Atom 0.3 says how an element is encoded; the parser does not tell. */
const BASE64 =
  /(?<open><(?:\w+:)?(?:title|tagline|info|summary|content)\b[^>]*?)\smode\s*=\s*["']base64["'](?<rest>[^>]*>)(?<packed>[^<]*)/gi;

const ITEM_END = /<\/(?:\w+:)?(?:item|entry)\s*>/gi;
const OPENED = /<(?<name>rss|channel|rdf:RDF|(?:\w+:)?feed)(?=[\s>])/gi;

/** Brings what old formats put elsewhere to where the parser looks for it. Nothing else is touched. */
export function modernised(xml: string): string {
  let mended = xml;
  if (/<fullitem\b/i.test(mended)) mended = mended.replace(FULL_ITEM, '<$1content:encoded>');
  if (/<rss\b/i.test(mended)) {
    mended = mended.replace(XHTML_BODY, (_, _prefix: string | undefined, inside: string) => {
      return `<content:encoded>${inside}</content:encoded>`;
    });
  }
  if (/mode\s*=\s*["']base64/i.test(mended)) {
    mended = mended.replace(BASE64, (_, open: string, rest: string, packed: string) => {
      return open + rest + escaped(unpacked(packed));
    });
  }
  return mended;
}

/**
 * A feed that breaks off, up to the end of its last whole entry and with its elements closed; undefined for one that
 * breaks off before that. A list that grew too long for its server is cut so.
 */
export function completed(xml: string): string | undefined {
  const end = [...xml.matchAll(ITEM_END)].at(-1);
  if (!end) return /<\/(?:rss|rdf:RDF|feed)\s*$/i.test(xml) ? `${xml.trimEnd()}>` : undefined;
  const whole = xml.slice(0, end.index + end[0].length);
  const closed = new Set([...xml.slice(0, end.index).matchAll(/<\/(?<name>channel)\s*>/gi)].map(() => 'channel'));
  const names = [...whole.matchAll(OPENED)].map(({ groups }) => groups?.['name'] ?? '');
  const open = [...new Set(names)].filter((name) => !closed.has(name.toLowerCase()));
  return (
    whole +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  );
}

/** Base64 of UTF-8, with spaces and line ends wherever. */
export function unpacked(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

import type { APIMessage, Message } from 'discord.js';

/** More than this are a list of links, not a message about a page. */
const MOST = 10;
/** Discord marks as a link whatever begins so, up to a blank or an angle bracket. */
const LINK = /https?:\/\/[^\s<>]+/gi;
/** Browsers and Discord take no longer address. Characters. */
const LONGEST = 2_000;
/** Pages of Discord's own: other messages, invitations, attached files. */
const OF_DISCORD = /(?:^|\.)(?:discord(?:app)?\.(?:com|net|gg|media)|discord\.new)$/;

/** The web links of a message in their order, each once: in its words, its embeds and its components. None of Discord's. */
export function linksOf({ content, embeds, components }: Message | APIMessage): string[] {
  const texts = [
    content,
    ...embeds.flatMap(({ url, description }) => [url ?? '', description ?? '']),
    // What discord.js made of them turns back into plain data.
    ...textsIn(JSON.parse(JSON.stringify(components ?? [])) as readonly Part[]),
  ];
  const links = texts.flatMap((text) => text.match(LINK) ?? []).map(trimmed);
  return [...new Set(links)].filter(isOfTheWeb).slice(0, MOST);
}

interface Part {
  readonly content?: string;
  readonly url?: string;
  readonly components?: readonly Part[];
  readonly accessory?: Part;
}

const textsIn = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ content = '', url = '', components = [], accessory }) => [
    content,
    url,
    ...textsIn([...components, ...(accessory ? [accessory] : [])]),
  ]);

/** Without the Markdown link, the emphasis or the end of the sentence around it: "(see https://port.example/a_(b))." */
function trimmed(link: string): string {
  let open = 0;
  const closing = link.split('').findIndex((sign) => {
    if (sign === '(') open += 1;
    if (sign === ')') open -= 1;
    return open < 0;
  });
  return (closing < 0 ? link : link.slice(0, closing)).replace(/[.,:;!?'"*~|\]}»”’…]+$/, '');
}

const isOfTheWeb = (link: string): boolean =>
  link.length <= LONGEST && URL.canParse(link) && !OF_DISCORD.test(new URL(link).hostname);

/** What a stretch of a message is, as Discord's client reads it. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Style; readonly inside: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly inside: readonly Inline[] }
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string }
  | { readonly kind: 'mention'; readonly of: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'pill'; readonly text: string };

export type Style = 'strong' | 'em' | 'underline' | 'strike' | 'spoiler';

interface Rule {
  /** Sticky: it is tried where the last one ended. */
  readonly pattern: RegExp;
  read(match: RegExpExecArray, parse: (text: string) => readonly Inline[]): Inline | undefined;
}

const styled = (kind: Style): Rule['read'] => {
  return (match, parse) => ({ kind, inside: parse(match[1] ?? match[2] ?? '') });
};

const link = (url: string, inside: readonly Inline[]): Inline | undefined =>
  isWebAddress(url) ? { kind: 'link', url, inside } : undefined;

const linkToItself: Rule['read'] = (match) => link(match[1] ?? '', [{ kind: 'text', text: match[1] ?? '' }]);

/** In the order Discord's client tries them: `**` before `*`, `__` before `_`, an address last. */
const RULES: readonly Rule[] = [
  { pattern: /\\([^0-9A-Za-z\s])/y, read: (match) => ({ kind: 'text', text: match[1]! }) },
  {
    pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    read: (match) => ({ kind: 'code', text: match[2]!.replace(/^ (?=`)|(?<=`) $/g, '') }),
  },
  {
    // Its label may hold one pair of brackets, its address one pair of round ones: "/wiki/Port_(city)".
    pattern: /\[((?:\\.|[^\\[\]]|\[[^[\]]*\])+)\]\((<[^<>\s]+>|(?:\([^()\s]*\)|[^()\s])+)(?:\s+"[^"]*")?\)/y,
    read: (match, parse) => link(match[2]!.replace(/^<|>$/g, ''), parse(match[1]!)),
  },
  { pattern: /<((?:https?):\/\/[^\s<>]+)>/y, read: linkToItself },
  {
    pattern: /<t:(-?\d{1,17})(?::([tTdDfFR]))?>/y,
    read: (match) => ({ kind: 'time', seconds: Number(match[1]), style: match[2] ?? 'f' }),
  },
  { pattern: /<@!?(\d+)>/y, read: (match) => ({ kind: 'mention', of: 'user', id: match[1]! }) },
  { pattern: /<@&(\d+)>/y, read: (match) => ({ kind: 'mention', of: 'role', id: match[1]! }) },
  { pattern: /<#(\d+)>/y, read: (match) => ({ kind: 'mention', of: 'channel', id: match[1]! }) },
  { pattern: /<(\/[^:<>\n]{1,100}):\d+>/y, read: (match) => ({ kind: 'pill', text: match[1]! }) },
  { pattern: /(@everyone|@here)\b/y, read: (match) => ({ kind: 'pill', text: match[1]! }) },
  { pattern: /<a?(:\w{2,32}:)\d+>/y, read: (match) => ({ kind: 'text', text: match[1]! }) },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, read: styled('strong') },
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, read: styled('underline') },
  {
    // An underscore closes only at the end of a word: "front_page_2" is plain.
    pattern: /_((?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    read: styled('em'),
  },
  { pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/y, read: styled('strike') },
  { pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y, read: styled('spoiler') },
  { pattern: /(https?:\/\/[^\s<]+[^\s<.,:;"')\]])/y, read: linkToItself },
];

/** Where a rule may begin. What lies between is taken as it is, without trying them all at every letter. */
const NEXT_START = /[\\`[<@*_~|]|https?:\/\//g;

/** Deeper than this a message only tries to be a burden. */
const DEEPEST = 12;

/** Reads formatting within a block. Whatever is not formatting is text; nothing is ever lost or markup. */
export function parseInline(text: string, depth = 0): readonly Inline[] {
  if (depth > DEEPEST) return [{ kind: 'text', text }];
  const found: Inline[] = [];
  let at = 0;
  while (at < text.length) {
    const [inline, end] = matchAt(text, at, depth) ?? plainFrom(text, at);
    append(found, inline);
    at = end;
  }
  return found;
}

function matchAt(text: string, at: number, depth: number): readonly [Inline, end: number] | undefined {
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const inline = match && read(match, (inside) => parseInline(inside, depth + 1));
    if (inline) return [inline, at + match[0].length];
  }
  return undefined;
}

function plainFrom(text: string, at: number): readonly [Inline, end: number] {
  NEXT_START.lastIndex = at + 1;
  const end = NEXT_START.exec(text)?.index ?? text.length;
  return [{ kind: 'text', text: text.slice(at, end) }, end];
}

function append(found: Inline[], next: Inline): void {
  const last = found.at(-1);
  if (last?.kind === 'text' && next.kind === 'text') found.splice(-1, 1, { kind: 'text', text: last.text + next.text });
  else found.push(next);
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

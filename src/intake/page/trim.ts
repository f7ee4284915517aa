import type { Block, Container } from '../web/blocks.ts';
import { BESIDE_NAME, BESIDE_SHARE } from './label.ts';

/** Elements that stand beside an article and not in it. */
const BESIDE = new Set(['nav', 'aside', 'footer', 'form', 'figure', 'figcaption', 'caption', 'menu', 'select']);
/** A line of words that ends as a sentence does. */
const SENTENCE_END = /[.!?…。！？．:;](?:["'”’»」)\]]|\s)*$/u;
/** Shorter lines are headings, names and dates. A Chinese or Japanese letter says as much as two or three of others. */
const OPENING_LENGTH = 70;
const CLOSING_LENGTH = 20;
/** What is cut from under an article is at most this part of it. */
const EDGE_SHARE = 0.15;

const PICTURE =
  /^(?:photo(?:graph)?s?|image|picture|credits?|illustration|graphic|video|media caption|file photo|foto|bild|photo illustration)\b[^.!?]{0,3}(?:[:.|…-]|by\b|courtesy\b|copyright\b|caption\b|credit\b)|^©|\((?:image|photo|picture|credit|file|foto|courtesy)\b[^)]*\)$|\((?:AP|AFP|Reuters|Getty)(?: Photo|[ /][^)]{0,40})?\)$|^\d+ of \d+\b/i;

/** What a page asks of its reader, or leads to. */
const INVITATION =
  /^[[(]?\s*(?:read|see|watch|related|also on|see also|more(?: on| from|:)|don.t miss|recommended|trending|sign up|subscribe|follow|share|like this|advertisement|listen|download|support|order reprints|print article|text size|skip|comments?|leave a|join|get access|get the|want more|click here|tap here|continue reading|story continues|leggi anche|lesen sie|lire aussi|lea tambi|tambi|read also|source)(?!\p{L})/iu;
const SHORT = 140;

/** What stands under an article and begins something else. */
const ENDING =
  /^(?:more(?: from| on| great|\.\.\.|:)|related|recommended|trending|most (?:read|popular)|you (?:may|might|.ll)(?: also)? (?:like|be interested)|don.t miss|want more|also on|see also|read (?:next|more|also)|what to read next|up next|sponsored|leave a (?:reply|comment)|comments$|about the author|sign up|newsletter|leggi anche|lesen sie auch|lire aussi|lea tambi|editor.s picks|latest (?:news|stories)|top stories)/i;

/** How much of the text stands before it: a heading parts more than a line does. */
const ENDING_AFTER = 0.6;
const ENDING_AFTER_LINE = 0.9;

/** Who wrote it, and whom to write to. */
const SIGNATURE =
  /^(?:additional )?reporting by|\bcontributed (?:reporting|to this)|^(?:write|email|contact|reach|follow) .{1,60}(?:\bat\b|@|\bon twitter\b)|\bis an? (?:[\p{L}-]+ ){0,4}(?:writer|reporter|editor|journalist|correspondent|columnist|contributor|blogger|curator)\b|\bfollow (?:him|her|them|us|me)\b/iu;

/** Where the rules leave less than this part, they do not understand the page. */
const TRUSTED_SHARE = 0.3;

/** Takes what is not the article away from the blocks that Readability took for it. Order is kept. */
export function trim(blocks: readonly Block[]): readonly Block[] {
  const kept = trimmed(blocks);
  return lengthOf(kept) < lengthOf(blocks) * TRUSTED_SHARE ? blocks : kept;
}

function trimmed(blocks: readonly Block[]): Block[] {
  const total = lengthOf(blocks);
  const inside = blocks.filter((block) => !block.inside.some((container) => isBeside(container, total)));
  const article = withoutLinkLists(upToEnding(inside));
  return withoutEdges(article.filter((block) => !isPicture(block) && !isInvitation(block) && !isLink(block)));
}

function isBeside({ tag, label, length }: Container, total: number): boolean {
  if (length > total * BESIDE_SHARE) return false;
  return BESIDE.has(tag) || BESIDE_NAME.test(label);
}

const isPicture = ({ text }: Block) => text.length < 400 && PICTURE.test(text);

/** "Sign up for our newsletter.", "Read more: …": short, or mostly a link. */
function isInvitation({ text, linked }: Block): boolean {
  return INVITATION.test(text) && ((text.length < SHORT && !isSpoken(text)) || linked > text.length * 0.4);
}

/** "See what you have done," she said: a sentence with a quotation in it is no invitation. */
const isSpoken = (text: string) => /["“”«»]/.test(text) || text.length > 90;

/** A line that is nothing but a link leads elsewhere. Headings link to themselves. */
const isLink = (block: Block) => !isHeading(block) && block.linked >= block.text.length * 0.9 && block.text.length > 20;

/** Cuts at "More from us" and the like, if what follows is the smaller part. */
function upToEnding(blocks: readonly Block[]): readonly Block[] {
  const total = lengthOf(blocks);
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    const share = isHeading(block) ? ENDING_AFTER : ENDING_AFTER_LINE;
    if (block.text.length < 80 && ENDING.test(block.text) && before > total * share) return blocks.slice(0, index);

    before += block.text.length;
  }
  return blocks;
}

/** Lists and tables whose text is mostly links. */
function withoutLinkLists(blocks: readonly Block[]): readonly Block[] {
  const lists = new Map<Container, { linked: number; length: number }>();
  for (const { inside, text, linked } of blocks) {
    for (const container of inside) {
      if (!/^(?:ul|ol|table)$/.test(container.tag)) continue;
      const list = lists.get(container) ?? { linked: 0, length: 0 };
      lists.set(container, { linked: list.linked + linked, length: list.length + text.length });
    }
  }
  const isLinks = (container: Container) => {
    const list = lists.get(container);
    return list !== undefined && list.linked > list.length * 0.6;
  };
  return blocks.filter(({ inside }) => !inside.some(isLinks));
}

/** What stands above the first sentence and under the last one: names, dates, buttons. A long list is an article's own. */
function withoutEdges(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => isProse(block, OPENING_LENGTH) && !isHeading(block));
  if (first === -1) return [...blocks];
  let last = blocks.findLastIndex((block) => isProse(block, CLOSING_LENGTH));
  if (lengthOf(blocks.slice(last + 1)) > lengthOf(blocks) * EDGE_SHARE) last = blocks.length - 1;
  while (last > first && SIGNATURE.test(blocks[last]!.text) && blocks[last]!.text.length < 400) last -= 1;
  return blocks.slice(first, last + 1);
}

const isHeading = ({ tag }: Block) => /^h[1-6]$/.test(tag);

function isProse({ text, linked }: Block, length: number): boolean {
  return weight(text) >= length && SENTENCE_END.test(text) && linked < text.length * 0.5;
}

const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);

function weight(text: string): number {
  return text.length + 1.5 * (text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0);
}

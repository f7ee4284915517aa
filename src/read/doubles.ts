import type { Range, Token } from './tokens.ts';

/** What stands between two quotation marks: the tokens inside. */
export interface Pair extends Range {
  /** False where the paragraph ends before the closing mark, as it does when a quote goes on in the next one. */
  readonly closed: boolean;
}

const OPENS = /^(?:[“„‟«「『]|``)$/u;
const CLOSES = /^[”»」』]$/u;
const TURNED = new Map([
  ['„', '“'],
  ['»', '«'],
]);
const STRAIGHT = /^(?:"|''|＂)$/u;

/** Pairs the double marks of one paragraph: curly, straight, doubled single, German, French and Chinese ones. */
export function doublesOf(text: string, tokens: readonly Token[], { from, to }: Range): Pair[] {
  const pairs: Pair[] = [];
  let open = -1; // the first token after the mark that is open
  let turned = ''; // „so“ and »so«: the mark that opens elsewhere closes here
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]!;
    if (token.kind !== 'mark') continue;
    const opens = open < 0 ? begins(text, token, at === from) : reopens(text, token, turned);
    if (open >= 0 && (opens || closes(token) || token.text === turned)) {
      pairs.push({ from: open, to: at, closed: true });
      open = -1;
    }
    if (opens) {
      open = at + 1;
      turned = TURNED.get(token.text) ?? '';
    }
  }
  if (open >= 0) pairs.push({ from: open, to, closed: false });
  return pairs;
}

function begins(text: string, token: Token, first: boolean): boolean {
  if (OPENS.test(token.text)) return true;
  if (!STRAIGHT.test(token.text) && !/^[”»]$/u.test(token.text)) return false;
  const before = first ? ' ' : text.charAt(token.start - 1);
  const after = text.charAt(token.end);
  // A straight mark leans on what it opens; 6'2" is a height.
  return after !== '' && !/\s/.test(after) && !/[\p{L}\p{N}.,!?]/u.test(before);
}

/** A second opening mark means that the closing one was forgotten. */
const reopens = (text: string, token: Token, turned: string) =>
  OPENS.test(token.text) && token.text !== turned && !isTurned(text, token);

/** `closed for good,“ she said`: turned the wrong way, it leans on the words it closes. */
const isTurned = (text: string, { glued, end, text: mark }: Token) =>
  mark === '“' && glued && /^(?:\s|$)/.test(text.charAt(end));

const closes = ({ text }: Token) => CLOSES.test(text) || STRAIGHT.test(text) || text === '“';

import type { Token } from './tokens.ts';

/** "US-led", "Hamas-run", "Rome-based", "White House-friendly" */
const QUALIFIES =
  /..(?:ed|[aeiou]\p{L}+ing|en|ly|al|ant|ive|able|ic|less|ful)$|^(?:led|run|held|born|made|like|style|wide|era|bound|free|only|long|old|area|side|rich|pro|type|proof|heavy|size|class)$/u;

/** Whether a hyphen and the small word after it end a name: "Jong-un", "Geun-hye". */
export function endsSmall(tokens: readonly Token[], hyphen: number): boolean {
  const small = tokens[hyphen + 1];
  if (!tokens[hyphen - 1]?.capital || tokens[hyphen]?.text !== '-' || !tokens[hyphen]!.glued) return false;
  if (small?.kind !== 'word' || !small.glued || small.capital || QUALIFIES.test(small.key)) return false;
  const next = tokens[hyphen + 2];
  return !(next?.glued && next.text === '-');
}

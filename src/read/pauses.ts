import type { Token } from './tokens.ts';

/** A dash between words: "—", "–", "--", and " - " with a space on either side; not the hyphen of "Anglo-Saxon". */
export function isDash(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'mark') return false;
  if (token.text !== '-') return token.text === '—' || token.text === '–';
  const next = tokens[at + 1];
  return !token.glued || !next?.glued || next.text === '-' || tokens[at - 1]?.text === '-';
}

/** What closes an apposition: a comma, a bracket or a dash. */
export const isPause = (tokens: readonly Token[], at: number): boolean =>
  /^[,)]$/.test(tokens[at]?.text ?? '') || isDash(tokens, at);

import { UserError } from '../base/errors.ts';

/** Words that must all occur and words that must not; a quoted phrase is one word here, with its marks. */
export interface Alternative {
  readonly words: readonly string[];
  readonly not: readonly string[];
}

const PART = /NOT\s+|"[^"]*"|“[^”]*”|\S+/gu;

/**
 * A topic as somebody types it: words, "phrases in quotation marks", AND (which is meant anyway), OR between
 * alternatives, NOT before what must not occur; the three in capitals.
 * @throws UserError where an alternative has no word that must occur
 */
export function parseTopic(typed: string): Alternative[] {
  const alternatives: { words: string[]; not: string[] }[] = [{ words: [], not: [] }];
  let negated = false;
  for (const [part] of typed.matchAll(PART)) {
    const word = part.trim();
    const last = alternatives.at(-1)!;
    if (word === 'NOT') negated = true;
    else if (word === 'OR') alternatives.push({ words: [], not: [] });
    else if (word !== 'AND') {
      (negated ? last.not : last.words).push(word);
      negated = false;
    }
  }
  if (negated || alternatives.some(({ words }) => words.length === 0)) {
    throw new UserError(
      `“${typed.slice(0, 100)}” does not say what it is about. Write words, "phrases", OR between two, and NOT only after what must occur: port OR "ferry line" NOT football.`,
    );
  }
  return alternatives;
}

import { foldedWords } from '../base/fold.ts';
import { slice } from '../model/span.ts';
import type { QuoteInArticle } from '../model/story.ts';

/** Words that two wordings of one quote share, of the shorter one: translations and cuts differ in the rest. */
const SAME_WORDS = 0.6;
/** Shorter quotes share their words by chance: "a terrible day". */
const FEWEST = 4;

/** The quotes of a story: each once, the first that has it, with the other wordings that other outlets give it. */
export interface Wording {
  readonly quoted: QuoteInArticle;
  readonly others: readonly QuoteInArticle[];
}

/** Puts the wordings of one quote together: said by the same speaker, mostly in the same words, in other articles. */
export function wordings(quotes: readonly QuoteInArticle[]): Wording[] {
  const found: { readonly quoted: QuoteInArticle; readonly others: QuoteInArticle[] }[] = [];
  for (const quote of quotes) {
    const same = found.find(({ quoted, others }) => [quoted, ...others].some((each) => isSame(each, quote)));
    if (!same) found.push({ quoted: quote, others: [] });
    else if ([same.quoted, ...same.others].every((each) => textOf(each) !== textOf(quote))) same.others.push(quote);
  }
  return found;
}

function isSame(one: QuoteInArticle, other: QuoteInArticle): boolean {
  if (one.article.id === other.article.id || !sharesSpeaker(one, other)) return false;
  if (textOf(one) === textOf(other)) return true;
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (shorter.length < FEWEST) return false;
  const known = new Set(longer);
  return shorter.filter((word) => known.has(word)).length / shorter.length >= SAME_WORDS;
}

/** The same last name; a quote without a speaker could be anybody's. */
function sharesSpeaker(one: QuoteInArticle, other: QuoteInArticle): boolean {
  const names = ({ quote }: QuoteInArticle) => (quote.speaker?.names ?? []).map((name) => foldedWords(name).at(-1));
  const known = new Set(names(one));
  return names(other).some((name) => name !== undefined && known.has(name));
}

const wordsOf = ({ article, quote }: QuoteInArticle) => foldedWords(slice(article.text, quote.words));
const textOf = (quoted: QuoteInArticle) => wordsOf(quoted).join(' ');

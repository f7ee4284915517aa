import { type Span, slice } from '../model/span.ts';
import type { Passage, ReadArticle } from '../model/story.ts';
import { tellingWords } from './words.ts';

/** Sentences of an article looked through for what is new: its news stands at the beginning. */
const LOOKED_AT = 4;
/** A sentence of which so much is in no text told before says something new; less will do where it has a new number. */
const UNTOLD = 0.5;
const UNTOLD_WITH_NUMBER = 0.2;
/** New words at the least: "officials said on the phone" is no fact. */
const FEWEST = 3;

/**
 * The sentence by which these articles say something that none of the told texts does: the one with the most that is
 * new, of equals the newest article's. None where they only tell it again.
 */
export function newFact(fresh: readonly ReadArticle[], told: readonly ReadArticle[]): Passage | undefined {
  const known = new Set(told.flatMap(({ title, text }) => tellingWords(`${title} ${text}`)));
  const facts = fresh.flatMap((article) =>
    openingOf(article).map((span) => ({ article, span, news: newsIn(slice(article.text, span), known) })),
  );
  return facts
    .filter(({ news }) => news > 0)
    .reduce<(typeof facts)[number] | undefined>(
      (best, each) => (best && best.news > each.news ? best : each),
      undefined,
    );
}

/** The summary and the first sentences, each once. */
function openingOf({ reading }: ReadArticle): Span[] {
  const spans = [...reading.summary, ...reading.sentences.slice(0, LOOKED_AT)];
  return spans.filter((span, place) => spans.findIndex(({ start }) => start === span.start) === place);
}

/** New words of a sentence that is news, else 0. */
function newsIn(sentence: string, known: ReadonlySet<string>): number {
  const words = [...new Set(tellingWords(sentence))];
  const untold = words.filter((word) => !known.has(word));
  const share = untold.length / Math.max(words.length, 1);
  if (untold.some((word) => /\d/.test(word)) && share >= UNTOLD_WITH_NUMBER) return Math.max(untold.length, FEWEST);
  return untold.length >= FEWEST && share >= UNTOLD ? untold.length : 0;
}

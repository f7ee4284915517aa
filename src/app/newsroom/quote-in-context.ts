import { UserError } from '../../base/errors.ts';
import type { Passage, QuoteInArticle, ReadArticle } from '../../model/story.ts';
import { articlesAt } from '../../store/articles/articles.ts';
import type { Store } from '../../store/store.ts';

/** The quote that a button names as `article@version:place`, and the paragraph it stands in. */
export async function findQuote(
  store: Store,
  reference: string,
): Promise<{ quoted: QuoteInArticle; paragraph: Passage }> {
  const [, id, version, place] = /^(\w+)@(\d+):(\d+)$/.exec(reference) ?? [];
  const [article] = id ? await articlesAt(store, [{ article: id, version: Number(version) }]) : [];
  const index = Number(place);
  const quote = article?.reading.quotes[index];
  if (!article || !quote) throw new UserError('That quote is no longer kept. Ask for the story again with /story.');
  return { quoted: { article, index, quote }, paragraph: paragraphAround(article, quote) };
}

/** More than this does not fit under a quote on a phone: then only the sentences around it are shown. */
const LONGEST_PARAGRAPH = 900;

function paragraphAround(article: ReadArticle, { sentence }: QuoteInArticle['quote']): Passage {
  const { text, reading } = article;
  const before = sentence.start === 0 ? -1 : text.lastIndexOf('\n', sentence.start - 1);
  const after = text.indexOf('\n', sentence.end);
  const whole = { start: before + 1, end: after === -1 ? text.length : after };
  if (whole.end - whole.start <= LONGEST_PARAGRAPH) return { article, span: whole };
  const last = reading.sentences.findLast(({ end, start }) => end <= sentence.start && start >= whole.start);
  const next = reading.sentences.find(({ start, end }) => start >= sentence.end && end <= whole.end);
  const wide = { start: last?.start ?? sentence.start, end: next?.end ?? sentence.end };
  return { article, span: wide.end - wide.start <= LONGEST_PARAGRAPH ? wide : sentence };
}

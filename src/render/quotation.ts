import { fold } from '../base/fold.ts';
import { holds, slice } from '../model/span.ts';
import { roleOfSpeaker } from '../model/speaker.ts';
import type { ListedArticle, Passage, QuoteInArticle } from '../model/story.ts';
import { outletOf } from './article.ts';
import type { Block, Line } from './card.ts';
import { clip, clipName } from './limits.ts';

/** The words in quotation marks, set apart, and under them who said so and how Lede knows. */
export function quotation(quoted: QuoteInArticle): Block {
  return { quote: ['“', { verbatim: wordsOf(quoted) }, '”\n— ', ...attribution(quoted)] };
}

export const wordsOf = ({ article, quote }: QuoteInArticle): Passage => ({ article, span: quote.words });

export const speakerOf = ({ quote }: QuoteInArticle): string | undefined => quote.speaker?.names.join(' and ');

function attribution(quoted: QuoteInArticle): Line {
  const { article, quote } = quoted;
  const name = speakerOf(quoted);
  if (!quote.speaker) return ['the article does not make clear who', ...linkTo(quoted)];
  const mention = slice(article.text, quote.speaker.mention);
  if (!name) return [`the article does not make clear who “${clip(mention, 60)}” is`, ...linkTo(quoted)];
  const role = roleOfSpeaker(quoted);
  return [
    { bold: [clipName(name)] },
    ...(role ? [' · ', { verbatim: role }] : []),
    // Nothing is hidden: a name that Lede worked out is shown with the words that stand in the article.
    ...(fold(name).includes(fold(mention)) ? [] : [` · “${clip(mention, 60)}” in the article`]),
    ...linkTo(quoted),
  ];
}

/** Whose article it is and, where that has an address, where the words stand in it, marked there by a text fragment. */
function linkTo(quoted: QuoteInArticle): Line {
  const { url } = quoted.article;
  const outlet = outletOf(quoted.article);
  if (!url) return outlet ? [' · ', outlet] : [];
  return [' · ', { link: url, label: [outlet ?? 'source'], passage: wordsOf(quoted) }];
}

/** A summary above quotes, without what they say again: sentences, but the first, that are half or more a quote's words. */
export const besideQuotes = (summary: readonly Passage[], quotes: readonly QuoteInArticle[]): Passage[] =>
  summary.filter(({ article, span }, place) => {
    const inside = quotes.filter((each) => each.article.id === article.id && holds(span, each.quote.words));
    const quoted = inside.reduce((sum, { quote: { words } }) => sum + words.end - words.start, 0);
    return place === 0 || quoted * 2 < span.end - span.start;
  });

/** A quote as a row for machines. */
export function quoteRow(quoted: QuoteInArticle): object {
  const { article, quote } = quoted;
  const role = roleOfSpeaker(quoted);
  return {
    text: slice(article.text, quote.words),
    start: quote.words.start,
    end: quote.words.end,
    speaker: quote.speaker
      ? {
          name: speakerOf(quoted) || slice(article.text, quote.speaker.mention),
          names: quote.speaker.names,
          mention: slice(article.text, quote.speaker.mention),
          ...(role && { role: slice(article.text, role.span) }),
        }
      : null,
    article: articleRow(article),
  };
}

/** An article as a machine wants it named. */
export function articleRow({ id, title, url, outlet, publishedAt }: ListedArticle): object {
  return { id, title, ...(url && { url }), ...(outlet && { outlet }), publishedAt: publishedAt?.toISOString() ?? null };
}

import type { Article } from '../model/article.ts';
import { isReadLanguage, type Reading } from '../model/reading.ts';
import { castOf } from './entities.ts';
import type { Knowledge } from './knowledge.ts';
import { tongueOf } from './language.ts';
import { type Layout, layOut } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { findNames } from './names.ts';
import { quotedIn } from './quoted.ts';
import { quotesOf } from './quotes.ts';
import { stylesOf } from './roles.ts';
import { sceneOf } from './scene.ts';
import { joinedAbroad, type Sentence } from './sentences.ts';
import { summaryOf } from './summary.ts';
import { spanOf } from './tokens.ts';

/** At most this many characters of a text are read. */
export const READ_LIMIT = 200_000;

/** What cutting a text leaves of an emoji. */
const HALF_CHARACTER = /[\uD800-\uDBFF]$/;

/**
 * What one article says, by rules, word lists and a small tagger: the same article always gives the same reading.
 * Spans count in `article.text` as given. Of a text that is not English only the sentences are read, and its first ones sum it up; of
 * an English one, what stands in it in another language is passed over.
 */
export function readArticle(
  article: Pick<Article, 'title' | 'text' | 'language'>,
  knowledge: Knowledge,
  { sentences: length = 3 }: { readonly sentences?: number } = {},
): Reading {
  const { lexicon } = knowledge;
  // 1. Paragraphs, sentences, words, and the language they are in.
  const whole = layOut(article.text.slice(0, READ_LIMIT).replace(HALF_CHARACTER, ''), lexicon);
  const { language, foreign } = tongueOf(whole, lexicon, article.language);
  const begun = (sentences: readonly Sentence[]) => ({
    ...(language && { language }),
    sentences: sentences.map(({ start, end }) => ({ start, end })),
  });
  if (!isReadLanguage(language)) {
    const beginning = begun(joinedAbroad(whole.tokens, whole.sentences, lexicon));
    return { ...beginning, summary: beginning.sentences.slice(0, length), quotes: [], entities: [] };
  }
  const layout = foreign.size === 0 ? whole : withoutParagraphs(whole, foreign, lexicon);

  // 2. Names, the titles and roles around them, and which name is whose.
  const names = findNames(layout, knowledge);
  const styles = stylesOf(layout, names, lexicon);
  const cast = castOf(layout, names, styles, lexicon);

  // 3. Words in quotation marks, and who said them.
  const quoted = quotedIn(layout);
  const quotes = quotesOf(sceneOf(layout, names, styles, quoted, lexicon), cast, quoted);

  // 4. The sentences that matter most.
  const summary = summaryOf(layout, quoted, article.title, length, lexicon);

  return { ...begun(whole.sentences), summary, quotes, entities: cast.entities };
}

function withoutParagraphs({ text, tokens, paragraphs }: Layout, left: ReadonlySet<number>, lexicon: Lexicon): Layout {
  const kept = paragraphs.filter((_, at) => !left.has(at));
  return layOut(
    text,
    lexicon,
    kept.map((range) => spanOf(tokens, range)),
  );
}

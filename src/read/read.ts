import type { Reading } from '../model/reading.ts';
import { castOf } from './entities.ts';
import { isEnglish } from './language.ts';
import { layOut } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { findNames } from './names.ts';
import { quotedIn } from './quoted.ts';
import { quotesOf } from './quotes.ts';
import { stylesOf } from './roles.ts';
import { sceneOf } from './scene.ts';
import { summaryOf } from './summary.ts';

/** At most this many characters of a text are read. */
export const READ_LIMIT = 200_000;

/** What cutting a text leaves of an emoji. */
const HALF_CHARACTER = /[\uD800-\uDBFF]$/;

/**
 * What one article says, by rules and word lists alone: the same article always gives the same reading. Spans count in
 * `article.text` as given. Of a text that is not English only the sentences are read, and its first ones sum it up.
 */
export function readArticle(
  article: { readonly title: string; readonly text: string },
  lexicon: Lexicon,
  { sentences: length = 3 }: { readonly sentences?: number } = {},
): Reading {
  // 1. Paragraphs, sentences, words.
  const layout = layOut(article.text.slice(0, READ_LIMIT).replace(HALF_CHARACTER, ''), lexicon);
  const sentences = layout.sentences.map(({ start, end }) => ({ start, end }));
  if (!isEnglish(layout.tokens, lexicon))
    return { sentences, summary: sentences.slice(0, length), quotes: [], entities: [] };

  // 2. Names, the titles and roles around them, and which name is whose.
  const names = findNames(layout, lexicon);
  const styles = stylesOf(layout, names, lexicon);
  const cast = castOf(layout, names, styles, lexicon);

  // 3. Words in quotation marks, and who said them.
  const quoted = quotedIn(layout);
  const quotes = quotesOf(sceneOf(layout, names, styles, quoted, lexicon), cast, quoted);

  // 4. The sentences that matter most.
  const summary = summaryOf(layout, quoted, article.title, length, lexicon);

  return { sentences, summary, quotes, entities: cast.entities };
}

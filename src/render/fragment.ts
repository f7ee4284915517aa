import { slice } from '../model/span.ts';
import type { Passage } from '../model/story.ts';

/** Longer ones eat into Discord's 4,000 characters, where links count. */
const LONGEST = 120;

/**
 * The article's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) by which a browser
 * scrolls to the passage and marks it: its first and last words, `text=first,last`.
 */
export function withFragment(url: string, { article, span }: Passage): string {
  const words = slice(article.text, span).split(/\s+/).filter(Boolean);
  const whole = encode(words);
  const directive = words.length <= 8 ? whole : `${encode(words.slice(0, 4))},${encode(words.slice(-3))}`;
  if (directive.length > LONGEST || words.length === 0) return url;
  return url.includes('#') ? `${url}:~:text=${directive}` : `${url}#:~:text=${directive}`;
}

/** A hyphen, a comma and an ampersand have a meaning of their own in a text directive. */
const encode = (words: readonly string[]) =>
  encodeURIComponent(words.join(' ')).replace(
    /[-!'()*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

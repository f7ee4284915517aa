import { franc } from 'franc';
import type { Span } from '../model/span.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { type Range, spanOf, type Token } from './tokens.ts';

/** Words and characters looked at: what a text is written in shows at its beginning. */
const WORDS = 400;
const TOKENS = 500;
const CHARACTERS = 1000;
/**
 * Of the words written small in English news two in five are function words; in its neighbours one in ten looks like
 * one.
 */
const ENGLISH_SHARE = 0.2;
/** Too few words to tell: a headline leaves its function words out. */
const TOO_FEW = 6;
/** A paragraph is judged more carefully: a list of trades in English has few function words too. */
const FOREIGN = { share: 0.15, words: 15 };

/** The languages that news is told apart in, as ISO 639-3: with all 187 that franc knows, short texts turn into rare ones. */
const NEWS_LANGUAGES = (
  'eng deu fra spa por ita nld swe nob dan fin pol ces slk hun ron tur rus ukr bul srp hrv ell heb arb pes urd hin ben ' +
  'tam tel mar guj pan mal kan sin tha vie ind jpn kor cmn mya khm lao swh cat glg eus ekk lit lvs slv als mkd hye kat ' +
  'amh som hau yor npi azj kaz uzn bel isl gle afr pbu ckb tgl'
).split(' ');

export interface Tongue {
  /** BCP 47; none where a text is too short to tell. */
  readonly language?: string;
  /** The paragraphs of an English text that are not English, by their place. */
  readonly foreign: ReadonlySet<number>;
}

/**
 * What a text is written in. `declared` is what its outlet says: it settles which English it is, and which of two close
 * languages, but not whether it is English at all: feeds call what they carry English.
 */
export function tongueOf(layout: Layout, lexicon: Lexicon, declared?: string): Tongue {
  const words = layout.paragraphs.map((range) => wordsOf(layout, range));
  const foreign = new Set<number>();
  for (const [at, range] of layout.paragraphs.entries()) {
    if (isForeign(words[at]!, spanOf(layout.tokens, range), layout.text, lexicon)) foreign.add(at);
  }
  const own = words.filter((_, at) => !foreign.has(at)).flat();
  const english = own.length * 2 < words.flat().length ? false : isEnglish(own.slice(0, WORDS), lexicon);
  const said = declared?.split('-')[0];
  if (english && said !== 'en') return { language: 'en', foreign };
  if (english === false && (said === undefined || said === 'en'))
    return { language: nameOf(layout.text), foreign: NO_PARAGRAPHS };
  return { ...(declared && { language: declared }), foreign: said === 'en' || !said ? foreign : NO_PARAGRAPHS };
}

const NO_PARAGRAPHS: ReadonlySet<number> = new Set();

function wordsOf({ tokens }: Layout, { from, to }: Range): Token[] {
  return tokens.slice(from, Math.min(to, from + TOKENS)).filter(({ kind }) => kind === 'word');
}

/** By the share of English function words among the small ones; undefined where there are too few to tell. */
function isEnglish(words: readonly Token[], lexicon: Lexicon): boolean | undefined {
  if (words.length > 0 && !words.some(isLatin)) return false;
  const { small, share } = smallWords(words, lexicon);
  return small < TOO_FEW ? undefined : share >= ENGLISH_SHARE;
}

function isForeign(words: readonly Token[], { start, end }: Span, text: string, lexicon: Lexicon): boolean {
  if (words.length > 0 && words.filter(isLatin).length * 4 < words.length) return true;
  const { small, share } = smallWords(words, lexicon);
  return small >= FOREIGN.words && share < FOREIGN.share && nameOf(text.slice(start, end)) !== 'en';
}

const isLatin = ({ text }: Token): boolean => /^\p{Script=Latin}/u.test(text);

function smallWords(words: readonly Token[], lexicon: Lexicon): { small: number; share: number } {
  const { determiners, prepositions, conjunctions, auxiliaries } = lexicon;
  const small = words.filter(({ capital }) => !capital);
  const known = small.filter(
    ({ key }) => determiners.has(key) || prepositions.has(key) || conjunctions.has(key) || auxiliaries.has(key),
  );
  return { small: small.length, share: known.length / Math.max(1, small.length) };
}

/** "de", "zh"; "und" where nothing fits. */
function nameOf(text: string): string {
  return Intl.getCanonicalLocales(franc(text.slice(0, CHARACTERS), { only: NEWS_LANGUAGES }))[0]!;
}

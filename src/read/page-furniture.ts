import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { Phrases } from './phrases.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Words that give a line of the page away, by where they stand. */
export interface PageFurniture {
  readonly first: Phrases;
  /** "Photo:" */
  readonly labels: Phrases;
  readonly anywhere: Phrases;
}

/** Sorts the lines of `data/lexicon/page-furniture.txt`. */
export function pageFurniture(lines: readonly string[]): PageFurniture {
  const anywhere = lines.filter((line) => line.startsWith('…'));
  const labels = lines.filter((line) => line.endsWith(':'));
  return {
    first: new Phrases(lines.filter((line) => !anywhere.includes(line) && !labels.includes(line))),
    labels: new Phrases(labels),
    anywhere: new Phrases(anywhere),
  };
}

/** A caption, with the picture's credit behind it, is short. */
const CAPTION = 3;
const CREDIT_WORD = /^(?:photos?|photographs?|pictures?|pictured|images?|credit|caption|getty|screenshot)$/;
/** "By Karin Solheim and Jonas Brekke, of the Halden Post" */
const BYLINE_WORD = /^(?:and|at|for|from|in|of|the)$/;

/** The sentences that belong to the page, not to the news: credits, captions, bylines, advertisements, "read more". */
export function furnitureOf({ tokens, sentences }: Layout, lexicon: Lexicon): ReadonlySet<number> {
  const furniture = new Set<number>();
  for (const [at, sentence] of sentences.entries()) {
    if (isFurniture(tokens, sentence, lexicon) || isByline(tokens, sentence)) furniture.add(at);
  }
  for (const at of [...furniture].filter((one) => isCredit(tokens, sentences[one]!))) {
    for (const other of captionAround(sentences, at)) furniture.add(other);
  }
  return furniture;
}

function isFurniture(tokens: readonly Token[], { from, to }: Sentence, { furniture }: Lexicon): boolean {
  const start = tokens[from]!.kind === 'mark' ? from + 1 : from;
  const label = furniture.labels.at(tokens, start, to);
  if (label && tokens[start + label.length]?.text === ':') return true;
  if (furniture.first.at(tokens, start, to)) return true;
  for (let at = start; at < to; at += 1) if (isAside(tokens, at) || furniture.anywhere.at(tokens, at, to)) return true;
  return false;
}

/** "Karin Solheim (left) opens the quay": who is where in a picture. */
function isAside(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.text === '(' &&
    tokens[at + 2]?.text === ')' &&
    /^(?:left|right|centre|center|above|below|pictured)$/.test(tokens[at + 1]!.key)
  );
}

const isCredit = (tokens: readonly Token[], { from, to }: Sentence): boolean =>
  tokens.slice(from, to).some(({ key }) => CREDIT_WORD.test(key));

function isByline(tokens: readonly Token[], { from, to }: Sentence): boolean {
  if (tokens[from]!.key !== 'by') return false;
  const words = tokens.slice(from + 1, to).filter(({ kind }) => kind !== 'mark');
  return words.every(({ capital, key }) => capital || BYLINE_WORD.test(key));
}

/** `The ferry at the quay. Photo: Bo Brandt` is a caption whole, where the two stand in a short paragraph of their own. */
function captionAround(sentences: readonly Sentence[], at: number): number[] {
  const { paragraph } = sentences[at]!;
  let [first, last] = [at, at];
  while (sentences[first - 1]?.paragraph === paragraph) first -= 1;
  while (sentences[last + 1]?.paragraph === paragraph) last += 1;
  return last - first >= CAPTION ? [] : Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

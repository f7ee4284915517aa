import { foldedWords } from '../base/fold.ts';
import { hash } from './hash.ts';

/** Words to a shingle. @see Broder, On the resemblance and containment of documents (1997) */
const SHINGLE = 5;
/** Of the shorter text's shingles, how many the other must have: outlets cut an agency's text and add a line of their own. */
const SHARED = 0.6;

/** Whether two texts are one wire text, perhaps cut or with another beginning. */
export function isCopy(one: string, other: string): boolean {
  const [a, b] = [shingles(one), shingles(other)];
  const [shorter, longer] = a.size < b.size ? [a, b] : [b, a];
  if (shorter.size === 0) return false;
  let shared = 0;
  for (const shingle of shorter) if (longer.has(shingle)) shared += 1;
  return shared / shorter.size >= SHARED;
}

function shingles(text: string): Set<number> {
  const words = foldedWords(text);
  const all = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) all.add(hash(words.slice(at, at + SHINGLE).join(' ')));
  return all;
}

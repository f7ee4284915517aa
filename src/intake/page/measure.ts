import { Parser } from 'htmlparser2';
import { UserError } from '../../base/errors.ts';

/** Readability's time grows with the square of the depth: 2,000 levels take 12 s. Counting 100,000 takes under one. */
const DEEPEST = 256;
const MOST_ELEMENTS = 50_000;
const STRETCH = 16_384;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Counts a page's elements before anything is made of them. Throws a UserError for one that is too deep or too large. */
export function measure(html: string): void {
  let depth = 0;
  let elements = 0;
  let problem = '';
  const parser = new Parser({
    onopentagname(name) {
      elements += 1;
      if (!VOID.has(name)) depth += 1;
      if (depth > DEEPEST) problem = `its elements are nested more than ${DEEPEST} deep`;
      if (elements > MOST_ELEMENTS) problem = `it has more than ${MOST_ELEMENTS} elements`;
    },
    onclosetag(name) {
      if (!VOID.has(name)) depth -= 1;
    },
  });
  for (let at = 0; at < html.length; at += STRETCH) {
    parser.write(html.slice(at, at + STRETCH));
    if (problem) throw new UserError(problem);
  }
}

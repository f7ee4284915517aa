import { foldedWords } from '../base/fold.ts';
import { type Span, slice } from '../model/span.ts';
import type { Cast } from './entities.ts';
import type { Lexicon } from './lexicon.ts';
import type { Scene } from './scene.ts';
import { type Token, tokensOf } from './tokens.ts';

/** "Gov. Berg", later "the governor". */
const ABBREVIATED = new Map([
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'congressman'],
  ['gen', 'general'],
  ['prof', 'professor'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['pres', 'president'],
]);

/** People by the words of their roles, and bodies by those of their names. */
export function holdersOf({ layout: { text } }: Scene, { entities }: Cast): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, { type, name, roles }] of entities.entries()) {
    const forms = type === 'person' ? roles.map((role) => slice(text, role)) : type === 'organization' ? [name] : [];
    const words = forms.flatMap(foldedWords);
    for (const word of new Set([...words, ...words.flatMap((one) => ABBREVIATED.get(one) ?? [])])) {
      const others = holders.get(word);
      if (others) others.push(index);
      else holders.set(word, [index]);
    }
  }
  return holders;
}

/** The entities whose roles say of what kind their offices are. */
export function thoseOfKind({ layout: { text }, lexicon }: Scene, { entities }: Cast): Set<number> {
  const sayKind = (role: Span) => kindsIn(tokensOf(slice(text, role)), lexicon).length > 0;
  return new Set(entities.flatMap(({ roles }, index) => (roles.some(sayKind) ? [index] : [])));
}

/**
 * What tells an office from others of its name: "former" and "finance" of a minister, "prime" of another. "Labour" of a
 * "Labour leader" is a name, and whoever has it may well be the opposition leader.
 */
export function kindsIn(tokens: readonly Token[], lexicon: Lexicon): string[] {
  const isName = ({ capital }: Token) => capital && !tokens.at(-1)!.capital;
  return tokens.flatMap((token, at) => {
    const listed = lexicon.offices.at(tokens, at)?.length ?? 0;
    const kinds = tokens.slice(at, at + Math.max(listed - 1, lexicon.officeModifiers.has(token.key) ? 1 : 0));
    return kinds.filter((each) => !isName(each)).map(({ key }) => key);
  });
}

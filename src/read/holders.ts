import { foldedWords } from '../base/fold.ts';
import { slice } from '../model/span.ts';
import type { Cast } from './entities.ts';
import type { Scene } from './scene.ts';

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

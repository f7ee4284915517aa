import { bareWords } from '../../base/bare-words.ts';
import { fold } from '../../base/fold.ts';
import { nameKeys, sameName } from '../../base/same-name.ts';
import type { EntityType, LocalEntity } from '../../model/reading.ts';

/** An entity as linking sees it; names are folded. */
export interface Known {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Keys under which other spellings of its names are found, see `nameKeys`. */
  readonly keys: readonly string[];
}

/** Words that belong to the name after them: "van Dijk", "bin Salman" and "Mr Katz" name one family, not one person. */
const PARTICLES = new Set(
  (
    'abu af av bar ben bin bint da dal das de del della den der des di do dos du ibn la las le lo los mac mc ' +
    'o san st ten ter van von zu zum zur dame dr general gen king lady lord minister miss mr mrs ms pope president ' +
    'prime prince princess prof professor queen sir senator sheikh'
  ).split(' '),
);

/** A name as it is compared; one made of signs alone stays as it is. */
export const foldedName = (name: string): string => fold(name) || name.trim();

/** Names of two words of their own or more. Only these are trusted to mean the same in two articles. */
export const isFull = (folded: string): boolean => bareWords(folded).filter((word) => !PARTICLES.has(word)).length >= 2;

/**
 * The entity an article means, of those known; none where it is new or could be several, for a wrong merge is worse
 * than a split. Same type and same name is the same. Otherwise a full name must be what exactly one entity is also
 * called, or the article must also call it by the full name of exactly one: "Katz" alone never becomes "Israel Katz".
 * Last, one entity may have the name in another spelling: "Muammar Qaddafi" is "Moammar Gadhafi".
 */
export function linkTo({ name, type, aliases }: LocalEntity, known: readonly Known[]): Known | undefined {
  const folded = foldedName(name);
  const alike = known.filter((each) => each.type === type);
  const same = alike.find((each) => each.name === folded);
  if (same) return same;

  const also = aliases.map(foldedName);
  const likely = alike.filter(
    (each) => (isFull(folded) && each.aliases.includes(folded)) || (isFull(each.name) && also.includes(each.name)),
  );
  if (likely.length > 0) return likely.length === 1 ? likely[0] : undefined;

  const keys = nameKeys(type, name);
  const spelt = alike.filter(
    (each) =>
      each.keys.some((key) => keys.includes(key)) &&
      [each.name, ...each.aliases.filter(isFull)].some((their) => sameName(type, name, their) === 'same'),
  );
  return spelt.length === 1 ? spelt[0] : undefined;
}

/** Of the forms that articles give as the fullest, the one with the most words; of two as long, the more used. */
export function fullest<N extends { readonly folded: string; readonly leads: number }>(
  names: readonly N[],
): N | undefined {
  const words = ({ folded }: N) => folded.split(' ').length;
  return names
    .filter(({ leads }) => leads > 0)
    .reduce<N | undefined>((best, each) => {
      if (!best) return each;
      const longer = words(each) - words(best) || each.leads - best.leads;
      return longer > 0 || (longer === 0 && each.folded < best.folded) ? each : best;
    }, undefined);
}

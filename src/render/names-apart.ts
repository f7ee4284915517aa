import { fold } from '../base/fold.ts';
import type { Entity } from '../model/entity.ts';

export const TYPES = { person: 'person', organization: 'organisation', place: 'place' } as const;

/**
 * Their names, each with its type where another is called the same: articles may tell of Jordan the country and of a
 * man called Jordan, and a choice between "Jordan" and "Jordan" is none.
 */
export function namesApart(entities: readonly Entity[]): string[] {
  const folded = entities.map(({ name }) => fold(name));
  return entities.map(({ name, type }, index) =>
    folded.some((other, place) => place !== index && other === folded[index]) ? `${name} (${TYPES[type]})` : name,
  );
}

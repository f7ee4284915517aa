import { ENTITY_TYPES, type EntityType } from '../model/reading.ts';
import { surfaceOf } from './agreement.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import type { Weighed } from './tagger.ts';
import type { Range } from './tokens.ts';

/** A mention that the tagger left out counts if it is at least so likely a name, and the text has the name elsewhere. */
const LIKELY_ENOUGH = 0.1;

type Tally = Record<EntityType, number>;

/**
 * One name, one type, in the whole text: what one place leaves open ("Katz" alone) another tells ("Israel Katz"). The
 * likelihoods of all its mentions are added up; and where a name is chosen once, its other mentions are names too.
 */
export function settled(layout: Layout, stretches: readonly Weighed[], lexicon: Lexicon): Name[] {
  const surfaces = new Map(stretches.map((stretch) => [stretch, surfaceOf(layout, stretch)]));
  const chosen = stretches.filter((stretch) => stretch.chosen !== undefined);
  const covered = coverOf(layout, chosen);
  const tallies = talliesOf(surfaces, chosen, covered);
  const calls = callsOf(
    chosen.map((stretch) => [stretch, surfaces.get(stretch)!]),
    lexicon,
  );
  const names: Name[] = [];
  for (const stretch of stretches) {
    const surface = surfaces.get(stretch)!;
    const tally = tallies.get(surface);
    const called = calls.has(surface) && !stretch.listed;
    if (!stretch.chosen) {
      const known = tally !== undefined || called;
      if (!known || !(stretch.ruled || likelihoodOf(stretch) >= LIKELY_ENOUGH) || overlaps(covered, stretch)) continue;
      covered.fill(1, stretch.from, stretch.to);
    }
    names.push({ from: stretch.from, to: stretch.to, type: typeOf(tally, called) });
  }
  return names.sort((one, other) => one.from - other.from);
}

/** For each chosen name, how likely all its mentions together are of each type. */
function talliesOf(
  surfaces: ReadonlyMap<Weighed, string>,
  chosen: readonly Weighed[],
  covered: Uint8Array,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const stretch of chosen) tallies.set(surfaces.get(stretch)!, { person: 0, organization: 0, place: 0 });
  for (const [stretch, surface] of surfaces) {
    const tally = tallies.get(surface);
    if (!tally || (!stretch.chosen && overlaps(covered, stretch))) continue;
    for (const type of ENTITY_TYPES) tally[type] += stretch.likelihoods[type];
  }
  // "Ngata spoke to Kiri Ngata": what speaks for the surname's being a person's speaks for the full name's.
  for (const [surface, tally] of tallies) {
    const last = surface.lastIndexOf(' ');
    if (last > 0) tally.person += tallies.get(surface.slice(last + 1))?.person ?? 0;
  }
  return tallies;
}

const likelihoodOf = ({ likelihoods: { person, organization, place } }: Weighed) => person + organization + place;

function typeOf(tally: Tally | undefined, called: boolean): EntityType {
  if (called || !tally) return 'person';
  return ENTITY_TYPES.reduce((most, type) => (tally[type] > tally[most] ? type : most));
}

function coverOf({ tokens }: Layout, ranges: readonly Range[]): Uint8Array {
  const covered = new Uint8Array(tokens.length);
  for (const { from, to } of ranges) covered.fill(1, from, to);
  return covered;
}

const overlaps = (covered: Uint8Array, { from, to }: Range) => covered.subarray(from, to).includes(1);

/** How people found by their full names are called later: "Katz", "Al-Khanjar", "bin Salman", or by their given names. */
function callsOf(chosen: readonly (readonly [Weighed, string])[], lexicon: Lexicon): Set<string> {
  const calls = new Set<string>();
  for (const [stretch, surface] of chosen) {
    if (stretch.chosen !== 'person') continue;
    const words = surface.split(' ');
    if (words.length < 2) continue;
    calls.add(words[0]!).add(words.at(-1)!);
    for (let at = words.length - 2; at > 0 && lexicon.nameParticles.has(words[at]!); at -= 1)
      calls.add(words.slice(at).join(' '));
  }
  return calls;
}

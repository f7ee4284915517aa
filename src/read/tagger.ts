import { join } from 'node:path';
import { ROOT } from '../base/root.ts';
import { ENTITY_TYPES, type EntityType } from '../model/reading.ts';
import { bestOf, likelihoodsOf, type Scores, TYPES } from './chain.ts';
import { loadClusters } from './clusters.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { signsOf } from './signs.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import type { Range } from './tokens.ts';
import { type View, viewOf } from './view.ts';
import { loadWeights, type Weights } from './weights.ts';
import { WordBook } from './word-signs.ts';

/** What tells names by what has been learned from texts that people have marked. */
export interface Tagger {
  readonly book: WordBook;
  readonly weights: Weights;
}

/** A stretch that may be a name, and how likely it is one of each type, from 0 to 1. */
export interface Weighed extends Stretch {
  readonly likelihoods: Readonly<Record<EntityType, number>>;
  /** The type it has in the best choice of stretches none over another; none if it is not in it. */
  readonly chosen?: EntityType | undefined;
  /** The rules take it for a name. */
  readonly ruled: boolean;
  /** It is a listed place or organisation. */
  readonly listed: boolean;
}

/** The model that ships. */
export const MODEL = join(ROOT, 'data', 'model', 'names.br');

/** Reads the tagger's files. Called once, at start; throws if one is missing. */
export function loadTagger(lexicon: Lexicon, model = MODEL): Tagger {
  return { book: new WordBook(lexicon, loadClusters()), weights: loadWeights(model) };
}

/** What a place or an organisation is given besides for being listed. The more, the less the words around it count. */
const TRUST = 1;

/** Weighs every stretch of a text that may be a name. */
export function weighed(layout: Layout, lexicon: Lexicon, { book, weights }: Tagger): Weighed[] {
  const view = viewOf(layout, lexicon, book);
  return stretchesOf(view).flatMap((group) => {
    const scores = scoresOf(
      group,
      (stretch, sums, at) => {
        const { own, known } = signsOf(view, stretch);
        weights.add(own, sums, at);
        weights.add(known, sums, at);
        const type = listedAs(view, stretch);
        if (type && isRuled(view, stretch)) sums[at + ENTITY_TYPES.indexOf(type)]! += TRUST;
      },
      weights.lean,
    );
    const likely = likelihoodsOf(group, scores);
    const chosen = new Map(bestOf(group, scores).map(({ index, type }) => [index, ENTITY_TYPES[type]]));
    return group.map((stretch, index) => ({
      ...stretch,
      likelihoods: {
        person: likely[index * TYPES]!,
        organization: likely[index * TYPES + 1]!,
        place: likely[index * TYPES + 2]!,
      },
      chosen: chosen.get(index),
      ruled: isRuled(view, stretch),
      listed: listedAs(view, stretch) !== undefined,
    }));
  });
}

/** A score for each type that a stretch may have; of the others, that it cannot be. */
export function scoresOf(
  group: readonly Stretch[],
  add: (stretch: Stretch, scores: Scores, at: number) => void,
  lean = 0,
): Scores {
  const scores: Scores = new Float64Array(group.length * TYPES);
  for (const [index, stretch] of group.entries()) {
    add(stretch, scores, index * TYPES);
    for (const [type, name] of ENTITY_TYPES.entries()) {
      if (stretch.types.has(name)) scores[index * TYPES + type]! += lean;
      else scores[index * TYPES + type] = Number.NEGATIVE_INFINITY;
    }
  }
  return scores;
}

/** Whether the rules take exactly this stretch for a name. */
function isRuled({ ruledAt }: View, { from, to }: Range): boolean {
  return ruledAt[from]?.from === from && ruledAt[from].to === to;
}

/** An organisation that is listed among places too is an organisation, as for the rules. */
function listedAs({ places, organizations }: View, { from, to }: Range): EntityType | undefined {
  if (organizations[from] === to) return 'organization';
  return places[from] === to ? 'place' : undefined;
}

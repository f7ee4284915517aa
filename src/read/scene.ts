import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import { type Part, partsOf } from './parts.ts';
import type { Quoted } from './quoted.ts';
import type { Styled } from './roles.ts';
import type { Range } from './tokens.ts';

/** What the steps that look for speakers see of a text. */
export interface Scene {
  readonly layout: Layout;
  readonly lexicon: Lexicon;
  readonly names: readonly Name[];
  readonly styles: readonly Styled[];
  /** For each token, the part it plays in its sentence. */
  readonly parts: readonly Part[];
  /** For each token, the name it is part of; -1 for none. */
  readonly nameAt: Int32Array;
  /** For each token at which a title and a name begin, that name; -1 for none. */
  readonly titleAt: Int32Array;
  /** For each token, the quotation marks it stands in, themselves included; -1 for none. */
  readonly quotedAt: Int32Array;
}

/** Words in the text that stand for a speaker. */
export interface Local extends Range {
  readonly kind: 'names' | 'pronoun' | 'noun';
  /** Places in `Scene.names`; several where they speak together. */
  readonly names: readonly number[];
}

export function sceneOf(
  layout: Layout,
  names: readonly Name[],
  styles: readonly Styled[],
  quoted: readonly Quoted[],
  lexicon: Lexicon,
): Scene {
  const nameAt = new Int32Array(layout.tokens.length).fill(-1);
  const titleAt = new Int32Array(layout.tokens.length).fill(-1);
  const quotedAt = new Int32Array(layout.tokens.length).fill(-1);
  for (const [index, { from, to }] of names.entries()) {
    nameAt.fill(index, from, to);
    titleAt[styles[index]!.from] = index;
  }
  for (const [index, { from, to }] of quoted.entries()) quotedAt.fill(index, Math.max(0, from - 1), to + 1);
  return {
    layout,
    lexicon,
    names,
    styles,
    parts: partsOf(layout, nameAt, quotedAt, lexicon),
    nameAt,
    titleAt,
    quotedAt,
  };
}

/** Where local words begin, the title before a name included. */
export const beginOf = ({ styles }: Scene, { from, names: [first] }: Local): number =>
  first === undefined ? from : styles[first]!.from;

import { foldedWords } from '../base/fold.ts';
import { slice } from '../model/span.ts';
import type { Cast } from './entities.ts';
import { sentenceAt } from './layout.ts';
import { leadOf } from './leads.ts';
import { type Pronoun, pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { isPossessive, spanOf } from './tokens.ts';

/** Whom local words mean: entities by their place in the cast, or a nameless source by its words. */
export interface Meant {
  readonly entities: readonly number[];
  readonly names: readonly string[];
  readonly several: boolean;
}

/** How far back a pronoun may point: so many sentences, and so many words of each. */
const SENTENCES_BACK = 5;
const WORDS_BACK = 200;

/** Tells whom local words mean, sentence after sentence, each remembered for the next. */
export class Coreference {
  readonly #scene: Scene;
  readonly #cast: Cast;
  /** Whom each sentence is about. */
  readonly #leads: (Meant | undefined)[] = [];
  /** The first words for each nameless source: "a harbour official" for "the official". */
  readonly #sources = new Map<string, string>();
  /** Who holds an office, and which body has a word in its name. */
  readonly #holders: ReadonlyMap<string, readonly number[]>;

  constructor(scene: Scene, cast: Cast) {
    this.#scene = scene;
    this.#cast = cast;
    this.#holders = holdersOf(scene, cast);
    for (const sentence of scene.layout.sentences) {
      const lead = leadOf(scene, sentence);
      this.#leads.push(lead && this.meant(lead));
    }
  }

  /** Undefined where the text does not tell. */
  meant(local: Local): Meant | undefined {
    if (local.kind === 'names') return this.#named(local.names.map((name) => this.#cast.entityOf[name]!));
    if (local.kind === 'noun') return this.#noun(local);
    const pronoun = pronounOf(this.#scene.layout.tokens[local.from]!.key);
    return pronoun && this.#pronoun(local, pronoun);
  }

  #named(entities: readonly number[]): Meant {
    const different = [...new Set(entities)];
    return {
      entities: different,
      names: different.map((entity) => this.#cast.entities[entity]!.name),
      several: different.length > 1,
    };
  }

  #pronoun(local: Local, pronoun: Pronoun): Meant | undefined {
    const { layout } = this.#scene;
    const here = sentenceAt(layout, local.from);
    for (let sentence = here; sentence >= Math.max(0, here - SENTENCES_BACK); sentence -= 1) {
      const lead = this.#leads[sentence];
      if (lead && this.#fits(lead, pronoun)) return lead;
      const limit = sentence === here ? local.from : layout.sentences[sentence]!.to;
      const others = this.#namedBetween(layout.sentences[sentence]!.from, limit).filter((one) =>
        this.#fits(one, pronoun),
      );
      if (others.length === 1) return others[0];
      if (others.length > 1) return undefined;
    }
    return undefined;
  }

  #namedBetween(from: number, to: number): Meant[] {
    const entities = new Set<number>();
    for (let at = Math.max(from, to - WORDS_BACK); at < to; at += 1) {
      const name = this.#scene.nameAt[at]!;
      if (name >= 0 && this.#scene.quotedAt[at]! < 0) entities.add(this.#cast.entityOf[name]!);
    }
    return [...entities].map((entity) => this.#named([entity]));
  }

  #fits(meant: Meant, { number, gender }: Pronoun): boolean {
    const [entity] = meant.entities;
    const type = entity === undefined ? undefined : this.#cast.entities[entity]!.type;
    if (number === 'several') return meant.several || type === 'organization';
    if (meant.several) return false;
    if (!gender) return type === 'organization' || type === 'place';
    if (type === undefined) return true;
    const known = this.#cast.genders[entity!];
    return type === 'person' && (known === undefined || known === gender);
  }

  /** "the minister" is the minister named before, "the official" the same nameless one; others are only their words. */
  #noun({ from, to }: Local): Meant {
    const {
      layout: { text, tokens },
    } = this.#scene;
    const words = slice(text, spanOf(tokens, { from, to })).replace(/\s+/gu, ' ');
    const head = headOf(this.#scene, from, to);
    const definite = tokens[from]!.key === 'the';
    if (definite && head === to - 1) {
      const entity = this.#holderOf(tokens[head]!.key, from);
      if (entity !== undefined) return this.#named([entity]);
      const source = this.#sources.get(tokens[head]!.key);
      if (source) return { entities: [], names: [source], several: false };
    }
    const several =
      /(?:s|people|police|men|women)$/.test(tokens[head]!.key) && !/^(?:a|an|one)$/.test(tokens[from]!.key);
    if (!definite && !several) this.#sources.set(tokens[head]!.key, words);
    return { entities: [], names: [words], several };
  }

  /** The one person whose stated role ends in this word, or the one body with it in its name, if named before. */
  #holderOf(word: string, before: number): number | undefined {
    const position = this.#scene.layout.tokens[before]!.start;
    const holders = (this.#holders.get(word) ?? []).filter(
      (one) => this.#cast.entities[one]!.mentions[0]!.start < position,
    );
    return holders.length === 1 ? holders[0] : undefined;
  }
}

function holdersOf({ layout: { text } }: Scene, { entities }: Cast): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, { type, name, roles }] of entities.entries()) {
    const forms = type === 'person' ? roles.map((role) => slice(text, role)) : type === 'organization' ? [name] : [];
    for (const word of new Set(forms.flatMap(foldedWords))) {
      const others = holders.get(word);
      if (others) others.push(index);
      else holders.set(word, [index]);
    }
  }
  return holders;
}

/** The noun of a phrase: the last word before its first "of" or "in". */
function headOf({ layout: { tokens }, lexicon }: Scene, from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    if (lexicon.prepositions.has(tokens[at]!.key)) return isPossessive(tokens[at - 1]) ? at - 2 : at - 1;
  }
  return to - 1;
}

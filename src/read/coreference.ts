import { foldedWords } from '../base/fold.ts';
import { slice } from '../model/span.ts';
import type { Cast } from './entities.ts';
import { sentenceAt } from './layout.ts';
import { leadOf } from './leads.ts';
import { type Pronoun, possessiveOf, pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { isPossessive, spanOf } from './tokens.ts';

/** Whom local words mean: entities by their place in the cast, or a nameless source by its words. */
export interface Meant {
  readonly entities: readonly number[];
  readonly names: readonly string[];
  readonly kind: 'person' | 'body' | 'several';
}

interface Source {
  readonly from: number;
  readonly words: string;
}

/** How far back a pronoun may point: so many sentences, and so many words of each. */
const SENTENCES_BACK = 5;
const WORDS_BACK = 200;
const SEVERAL = /(?:s|people|police|men|women|children)$/;
/** Nouns for one person that are no office. */
const PERSON_NOUN = /^(?:source|person|man|woman|boy|girl|child|teenager|mother|father|parent|relative|friend)$/;

/** Tells whom local words mean, sentence after sentence, each remembered for the next. */
export class Coreference {
  readonly #scene: Scene;
  readonly #cast: Cast;
  /** Whom each sentence is about. */
  readonly #leads: (Meant | undefined)[] = [];
  /** The nameless sources by their nouns, in order: "a harbour official" for "the official". */
  readonly #sources = new Map<string, Source[]>();
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
    const { key } = this.#scene.layout.tokens[local.from]!;
    const pronoun = pronounOf(key) ?? possessiveOf(key);
    return pronoun && !pronoun.author ? this.#pronoun(local, pronoun) : undefined;
  }

  #named(entities: readonly number[]): Meant {
    const different = [...new Set(entities)];
    const people = different.every((entity) => this.#cast.entities[entity]!.type === 'person');
    return {
      entities: different,
      names: different.map((entity) => this.#cast.entities[entity]!.name),
      kind: different.length > 1 ? 'several' : people ? 'person' : 'body',
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

  #fits({ entities: [entity], kind }: Meant, { number, gender }: Pronoun): boolean {
    if (number === 'several') {
      return kind === 'several' || (entity !== undefined && this.#cast.entities[entity]!.type === 'organization');
    }
    if (!gender) return kind === 'body';
    const known = entity === undefined ? undefined : this.#cast.genders[entity];
    return kind === 'person' && (known === undefined || known === gender);
  }

  /** "the minister" is the minister named before, "the official" the same nameless one; others are only their words. */
  #noun({ from, to }: Local): Meant {
    const {
      layout: { text, tokens },
    } = this.#scene;
    const words = slice(text, spanOf(tokens, { from, to })).replace(/\s+/gu, ' ');
    const at = headOf(this.#scene, from, to);
    const noun = tokens[at]!;
    const one = /^(?:a|an|one)$/.test(tokens[from]!.key);
    const person = this.#scene.lexicon.offices.has(noun) || PERSON_NOUN.test(noun.key);
    const kind = SEVERAL.test(noun.key) && !one ? 'several' : person ? 'person' : 'body';
    if (one) this.#remember(noun.key, { from, words });
    if (tokens[from]!.key === 'the' && at === to - 1) {
      const entity = this.#holderOf(noun.key, from);
      if (entity !== undefined) return this.#named([entity]);
      const source = this.#sources.get(noun.key)?.findLast((known) => known.from < from);
      if (source) return { entities: [], names: [source.words], kind };
    }
    return { entities: [], names: [words], kind };
  }

  #remember(noun: string, source: Source): void {
    const known = this.#sources.get(noun) ?? [];
    this.#sources.set(noun, known);
    if ((known.at(-1)?.from ?? -1) < source.from) known.push(source);
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

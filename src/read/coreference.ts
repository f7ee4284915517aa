import { slice } from '../model/span.ts';
import type { Cast } from './entities.ts';
import { holdersOf, kindsIn, thoseOfKind } from './holders.ts';
import { sentenceAt } from './layout.ts';
import { leadOf } from './leads.ts';
import { isQuoted, mentionedIn } from './mentioned.ts';
import { headOf } from './noun-phrases.ts';
import { type Pronoun, possessiveOf, pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { type Range, spanOf } from './tokens.ts';

/** Whom local words mean: entities by their place in the cast, or a nameless source by its words. */
export interface Meant {
  readonly entities: readonly number[];
  readonly names: readonly string[];
  readonly kind: 'person' | 'body' | 'several';
  /** "the candidate", when no role tells whom it describes: most likely somebody whom the text was about before. */
  readonly described?: boolean;
}

interface Source {
  readonly from: number;
  readonly words: string;
}

/** How far back a pronoun may point. */
const SENTENCES_BACK = 5;
/** Sentences that are quoted as a whole do not count, but a speech may be long. */
const MOST_BACK = 30;
const OF_TWO = /^(?:former|latter|two)$/;
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
  /** Those whose roles say of what kind their offices are: "prime", "finance". */
  readonly #ofKind: ReadonlySet<number>;

  /** `spoken`: for a sentence, who says what it quotes. */
  constructor(scene: Scene, cast: Cast, spoken: ReadonlyMap<number, Local>) {
    this.#scene = scene;
    this.#cast = cast;
    this.#holders = holdersOf(scene, cast);
    this.#ofKind = thoseOfKind(scene, cast);
    for (const [index, sentence] of scene.layout.sentences.entries()) {
      const lead = spoken.get(index) ?? leadOf(scene, sentence);
      this.#leads.push(lead && this.meant(lead));
    }
  }

  /** Undefined where the text does not tell. */
  meant(local: Local): Meant | undefined {
    if (local.kind === 'names') return this.#named(local.names.map((name) => this.#cast.entityOf[name]!));
    if (local.kind === 'noun') return this.#noun(local);
    const token = this.#scene.layout.tokens[local.from]!;
    const pronoun = pronounOf(token) ?? possessiveOf(token.key);
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
    let back = 0;
    let described: Meant | undefined;
    for (let sentence = here; sentence >= Math.max(0, here - MOST_BACK) && back <= SENTENCES_BACK; sentence -= 1) {
      if (isQuoted(this.#scene, layout.sentences[sentence]!)) continue;
      back += 1;
      const lead = this.#leads[sentence];
      if (lead && this.#fits(lead, pronoun)) {
        // "A reporter asked. The mayor replied. He ...": not the reporter
        if (!lead.described && (!described || lead.entities.length > 0)) return lead;
        described ??= lead;
      }
      if (described) continue;
      const limit = sentence === here ? local.from : layout.sentences[sentence]!.to;
      const range = { from: layout.sentences[sentence]!.from, to: limit };
      const others = mentionedIn(this.#scene, this.#cast, range)
        .map((entity) => this.#named([entity]))
        .filter((one) => this.#fits(one, pronoun));
      if (others.length === 1) return others[0];
      if (pronoun.number === 'several' && others.length === 0) {
        const two = this.#peopleIn(range);
        if (two.length === 2) return this.#named(two);
      }
      if (others.length > 1) return undefined;
    }
    return described;
  }

  #peopleIn(range: Range): number[] {
    const { entities } = this.#cast;
    return mentionedIn(this.#scene, this.#cast, range).filter((one) => entities[one]!.type === 'person');
  }

  /** "the former", "the latter", "the two": of two people whom this sentence or the one before names. */
  #ofTwo(word: string, from: number): Meant | undefined {
    const { layout } = this.#scene;
    const here = sentenceAt(layout, from);
    for (let sentence = here; sentence >= Math.max(0, here - MOST_BACK); sentence -= 1) {
      const limit = sentence === here ? from : layout.sentences[sentence]!.to;
      const two = this.#peopleIn({ from: layout.sentences[sentence]!.from, to: limit });
      if (two.length === 0) continue;
      if (two.length !== 2) return undefined;
      return this.#named(word === 'former' ? [two[0]!] : word === 'latter' ? [two[1]!] : two);
    }
    return undefined;
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
  #noun({ from, to }: Local): Meant | undefined {
    const {
      layout: { text, tokens },
    } = this.#scene;
    const words = slice(text, spanOf(tokens, { from, to })).replace(/\s+/gu, ' ');
    const at = headOf(this.#scene, { from, to });
    const noun = tokens[at]!;
    if (to - from === 2 && tokens[from]!.key === 'the' && OF_TWO.test(noun.key)) return this.#ofTwo(noun.key, from);
    const one = /^(?:a|an|one)$/.test(tokens[from]!.key);
    const person = this.#scene.lexicon.offices.has(noun) || PERSON_NOUN.test(noun.key);
    const kind = SEVERAL.test(noun.key) && !one ? 'several' : person ? 'person' : 'body';
    if (one) this.#remember(noun.key, { from, words });
    if (tokens[from]!.key === 'the') {
      const entity = this.#holderOf(noun.key, { from, to: at + 1 });
      if (entity !== undefined) return this.#named([entity]);
    }
    if (tokens[from]!.key === 'the' && at === to - 1) {
      const source = this.#sources.get(noun.key)?.findLast((known) => known.from < from);
      if (source) return { entities: [], names: [source.words], kind };
    }
    const described = kind === 'person' && tokens[from]!.key === 'the' && this.#scene.lexicon.offices.has(noun);
    return { entities: [], names: [words], kind, described };
  }

  #remember(noun: string, source: Source): void {
    const known = this.#sources.get(noun) ?? [];
    this.#sources.set(noun, known);
    if ((known.at(-1)?.from ?? -1) < source.from) known.push(source);
  }

  /**
   * The one person whose stated role has this word, or the one body with it in its name, if named before. Of several the
   * one whom the phrase's other words fit ("the Orvik mayor"), else the one whom the text was last about. "The former
   * finance minister" is no prime minister.
   */
  #holderOf(word: string, { from, to }: Range): number | undefined {
    const { tokens } = this.#scene.layout;
    const position = tokens[from]!.start;
    const before = (one: number) => this.#cast.entities[one]!.mentions[0]!.start < position;
    const said = kindsIn(tokens.slice(from + 1, to), this.#scene.lexicon);
    const isSaid = (one: number) => said.some((kind) => this.#holders.get(kind)?.includes(one));
    const another = (one: number) => said.length > 0 && this.#ofKind.has(one) && !isSaid(one);
    const holders = (this.#holders.get(word) ?? []).filter((one) => before(one) && !another(one));
    if (holders.length < 2) return holders[0];
    const more = tokens.slice(from + 1, to - 1);
    const others = more.map(({ key }) => this.#holders.get(key) ?? []);
    const fitting = holders.filter((one) => others.some((other) => other.includes(one)));
    if (fitting.length === 1) return fitting[0];
    if (fitting.length === 0 && more.some(({ capital }) => capital)) return undefined;
    return this.#lastLead(fitting.length > 0 ? fitting : holders, from);
  }

  #lastLead(holders: readonly number[], from: number): number | undefined {
    const here = sentenceAt(this.#scene.layout, from);
    for (let sentence = here - 1; sentence >= Math.max(0, here - SENTENCES_BACK); sentence -= 1) {
      const entities = this.#leads[sentence]?.entities ?? [];
      if (entities.length === 1 && holders.includes(entities[0]!)) return entities[0];
    }
    return undefined;
  }
}

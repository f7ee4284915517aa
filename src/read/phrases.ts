import { type Token, tokensOf } from './tokens.ts';

/** A listed name or word found in a text. */
export interface Match {
  /** The tokens it covers, hyphens included. */
  readonly length: number;
  /** The first form on its line: "United States" for "US". */
  readonly name: string;
}

interface Entry extends Match {
  readonly keys: readonly string[];
  /** Written in capitals in the list ("WHO"), so only known in capitals. */
  readonly capitals: boolean;
}

const CAPITALS = /^[\p{Lu}\p{N}&+.-]+$/u;
const SHORT = 4;

/** Words and names of several words, looked up by how they fold. A line may give several forms: `Turkey = Türkiye`. */
export class Phrases {
  readonly #byFirst = new Map<string, Entry[]>();

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const forms = line.split(' = ');
      for (const form of forms) this.#add(form, forms[0]!);
    }
    for (const entries of this.#byFirst.values()) entries.sort((one, other) => other.keys.length - one.keys.length);
  }

  /** The longest entry that begins at a token and ends before `limit`. */
  at(tokens: readonly Token[], at: number, limit = tokens.length): Match | undefined {
    const first = tokens[at];
    const entries = first && this.#byFirst.get(first.key);
    if (!entries) return undefined;
    for (const entry of entries) {
      const end = endOf(entry, tokens, at, limit);
      if (end !== undefined) return { length: end - at, name: entry.name };
    }
    return undefined;
  }

  /** Whether this one token is an entry by itself. */
  has(token: Token | undefined): boolean {
    return token !== undefined && this.at([token], 0) !== undefined;
  }

  #add(form: string, name: string): void {
    const tokens = tokensOf(form);
    const keys = tokens.filter(({ kind }) => kind !== 'mark').map(({ key }) => key);
    const [first] = keys;
    if (first === undefined) return;
    const entry = { keys, name, length: tokens.length, capitals: CAPITALS.test(form) };
    const others = this.#byFirst.get(first);
    if (others) others.push(entry);
    else this.#byFirst.set(first, [entry]);
  }
}

/** Where the entry ends if it stands at a token. Hyphens in the text do not count, nor the stop of "St. Louis". */
function endOf(entry: Entry, tokens: readonly Token[], at: number, limit: number): number | undefined {
  let position = at;
  for (const [index, key] of entry.keys.entries()) {
    if (index > 0) while (joins(tokens[position])) position += 1;
    const token = tokens[position];
    if (position >= limit || token?.key !== key || !sameCase(entry, token)) return undefined;
    position += 1;
  }
  return position;
}

const joins = (token: Token | undefined) => token?.glued === true && /^[-–.&]$/.test(token.text);

/** "Who" is not WHO, nor SWAT a valley; but a dateline or a headline may shout a longer name: TOKYO. */
function sameCase(entry: Entry, token: Token): boolean {
  if (!token.capital) return !entry.capitals;
  const shouted = token.text.length > 1 && CAPITALS.test(token.text);
  if (entry.capitals) return shouted;
  return !(shouted && entry.keys.length === 1 && token.text.length <= SHORT && !token.text.includes('.'));
}

import { type FieldErrors, refuse } from '../failure.ts';
import { isSnowflake } from '../snowflake.ts';

type Place = readonly (string | number)[];
type Found = { readonly place: Place; readonly code: string; readonly message: string };

const NOT_A_LIST = { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };

interface Size {
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
}

/**
 * A body sent by the bot, read field by field. What is wrong is gathered under the field's name, and `settle` throws it
 * as Discord's "Invalid Form Body". A field that is null counts as left out, as it does on Discord. Readers go on after
 * a refusal with an empty value in its place: nothing is made of it, for `settle` comes first.
 */
export class Form {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #place: Place;
  readonly #found: Found[];

  constructor(value: unknown, place: Place = [], found: Found[] = []) {
    this.#place = place;
    this.#found = found;
    this.#value = isRecord(value) ? value : {};
    if (!isRecord(value)) this.refuse('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
  }

  /** The forms of a body that is a list; they share what is found wrong, so settling one settles all. */
  static each(body: unknown): readonly Form[] {
    if (!Array.isArray(body)) throw refuse.invalidForm(nested([{ place: [], ...NOT_A_LIST }]));
    const found: Found[] = [];
    return body.map((value, index) => new Form(value, [index], found));
  }

  /** Whether the field is there at all, be it null. */
  names(key: string): boolean {
    return this.#value[key] !== undefined;
  }

  has(key: string): boolean {
    return this.#value[key] !== undefined && this.#value[key] !== null;
  }

  keys(): readonly string[] {
    return Object.keys(this.#value);
  }

  raw(key: string): unknown {
    return this.#value[key] ?? undefined;
  }

  /** Lengths are counted in UTF-16 units. */
  text(key: string, { min = 0, max, required = false }: Size = {}): string | undefined {
    const value = this.raw(key);
    if (value === undefined) return this.#missing(key, required);
    if (typeof value !== 'string')
      return this.#wrong(key, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
    const wrong = outOfBounds(value.length, min, max);
    return wrong === undefined ? value : this.#wrong(key, wrong.code, wrong.message);
  }

  whole(key: string, { min, max, required = false }: Size = {}): number | undefined {
    const value = this.number(key, { required, ...(min !== undefined && { min }), ...(max !== undefined && { max }) });
    if (value === undefined || Number.isSafeInteger(value)) return value;
    return this.#wrong(key, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
  }

  number(key: string, { min, max, required = false }: Size = {}): number | undefined {
    const value = this.raw(key);
    if (value === undefined) return this.#missing(key, required);
    if (typeof value !== 'number') return this.#wrong(key, 'NUMBER_TYPE_COERCE', `Value "${value}" is not a number.`);
    if (min !== undefined && value < min)
      return this.#wrong(key, 'NUMBER_TYPE_MIN', `Value should be greater than or equal to ${min}.`);
    if (max !== undefined && value > max)
      return this.#wrong(key, 'NUMBER_TYPE_MAX', `Value should be less than or equal to ${max}.`);
    return value;
  }

  /** One of a closed set of numbers, such as a style or a type. */
  among<T extends number>(key: string, allowed: readonly T[], required = false): T | undefined {
    const value = this.raw(key);
    if (value === undefined) return this.#missing(key, required);
    const found = allowed.find((one) => one === value);
    return found ?? this.#wrong(key, 'BASE_TYPE_CHOICES', `Value must be one of (${allowed.join(', ')}).`);
  }

  flag(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean') return value;
    return this.#wrong(key, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  }

  snowflake(key: string, required = false): string | undefined {
    const value = this.raw(key);
    if (value === undefined) return this.#missing(key, required);
    const id = typeof value === 'number' ? String(value) : value;
    if (typeof id === 'string' && isSnowflake(id)) return id;
    return this.#wrong(key, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
  }

  values(key: string, { min = 0, max, required = false }: Size = {}): readonly unknown[] | undefined {
    const value = this.raw(key);
    if (value === undefined) return this.#missing(key, required);
    if (!Array.isArray(value)) return this.#wrong(key, NOT_A_LIST.code, NOT_A_LIST.message);
    const wrong = outOfBounds(value.length, min, max);
    return wrong === undefined ? value : this.#wrong(key, wrong.code, wrong.message);
  }

  /** A list of objects, each read as a form of its own. */
  forms(key: string, size: Size = {}): readonly Form[] | undefined {
    return this.values(key, size)?.map((value, index) => new Form(value, [...this.#place, key, index], this.#found));
  }

  form(key: string, required = false): Form | undefined {
    if (this.has(key)) return new Form(this.raw(key), [...this.#place, key], this.#found);
    return this.#missing(key, required);
  }

  refuse(code: string, message: string): void {
    this.#found.push({ place: this.#place, code, message });
  }

  refuseField(key: string, code: string, message: string): void {
    this.#wrong(key, code, message);
  }

  /** Throws what was found wrong, all of it at once. */
  settle(): void {
    if (this.#found.length > 0) throw refuse.invalidForm(nested(this.#found));
  }

  #missing(key: string, required: boolean): undefined {
    if (required) this.#wrong(key, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  #wrong(key: string, code: string, message: string): undefined {
    this.#found.push({ place: [...this.#place, key], code, message });
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function outOfBounds(length: number, min: number, max: number | undefined) {
  if (length >= min && (max === undefined || length <= max)) return undefined;
  if (max === undefined) return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${min} or more in length.` };
  if (min === 0) return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer in length.` };
  return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${min} and ${max} in length.` };
}

/** Each error under the path of its field: `{ options: { 0: { name: { _errors: [...] } } } }`. */
function nested(found: readonly Found[]): FieldErrors {
  const here = found.filter(({ place }) => place.length === 0).map(({ code, message }) => ({ code, message }));
  const keys = new Set(found.flatMap(({ place }) => place.slice(0, 1)));
  const inside = [...keys].map((key): [string, FieldErrors] => {
    const below = found.filter(({ place }) => place[0] === key);
    return [String(key), nested(below.map((one) => ({ ...one, place: one.place.slice(1) })))];
  });
  return { ...(here.length > 0 && { _errors: here }), ...Object.fromEntries(inside) };
}

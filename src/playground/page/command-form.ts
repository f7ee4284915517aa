import type { APIApplicationCommandBasicOption as Option } from 'discord-api-types/v10';
import type { Answer } from '../requests.ts';
import type { Scene } from '../scene.ts';
import type { Leaf } from './leaves.ts';
import { offersFor } from './offers.ts';
import { OptionField } from './option-field.ts';

export type Answers = Readonly<Record<string, Answer>>;

/** A command being filled in: its required options from the start, the others as they are added. */
export class CommandForm {
  readonly leaf: Leaf;
  readonly #scene: Scene;
  #fields: readonly OptionField[];

  constructor(leaf: Leaf, scene: Scene) {
    this.leaf = leaf;
    this.#scene = scene;
    this.#fields = leaf.options.filter(({ required }) => required).map((option) => this.#fieldFor(option));
  }

  get fields(): readonly OptionField[] {
    return this.#fields;
  }

  /** The options that are not in use yet. */
  get unused(): readonly Option[] {
    return this.leaf.options.filter(({ name }) => !this.field(name));
  }

  field(name: string): OptionField | undefined {
    return this.#fields.find(({ option }) => option.name === name);
  }

  fieldOf(input: EventTarget | null): OptionField | undefined {
    return this.#fields.find((field) => field.input === input);
  }

  /** The field before this one; the last without one. */
  before(field?: OptionField): OptionField | undefined {
    return field ? this.#fields[this.#fields.indexOf(field) - 1] : this.#fields.at(-1);
  }

  /** The field whose name was typed out with a colon ("days:"), added if it was not in use. */
  named(typed: string): OptionField | undefined {
    const option = this.leaf.options.find(({ name }) => typed === `${name}:`);
    return option && this.use(option);
  }

  /** The field of that option, added if it was not in use. */
  use(option: Option): OptionField {
    const known = this.field(option.name);
    if (known) return known;
    const field = this.#fieldFor(option);
    this.#fields = [...this.#fields, field];
    return field;
  }

  drop(field: OptionField): void {
    this.#fields = this.#fields.filter((one) => one !== field);
  }

  /** The first required field, after this one if given, that is still empty. */
  nextToFill(after?: OptionField): OptionField | undefined {
    const empty = this.#fields.filter(({ option, filled }) => option.required && !filled);
    const later = after ? empty.filter((field) => this.#fields.indexOf(field) > this.#fields.indexOf(after)) : [];
    return later[0] ?? empty[0];
  }

  /** The first field with something wrong in it. */
  problem(): { readonly field: OptionField; readonly text: string } | undefined {
    for (const field of this.#fields) {
      const { problem } = field.check();
      if (problem !== undefined) return { field, text: problem };
    }
    return undefined;
  }

  /** Every valid answer so far, but for that of one field. */
  answers(except?: OptionField): Answers {
    const answers: Record<string, Answer> = {};
    for (const field of this.#fields) {
      const { value } = field.check();
      if (field !== except && value !== undefined) answers[field.option.name] = value;
    }
    return answers;
  }

  #fieldFor(option: Option): OptionField {
    return new OptionField(option, offersFor(option, this.#scene));
  }
}

import type { Offer } from './answers.ts';
import type { Choice, ChoiceList } from './choice-list.ts';
import type { Answers, CommandForm } from './command-form.ts';
import { chooseFile } from './file-choice.ts';
import { OPTION } from './kinds.ts';
import { type Leaf, leavesLike } from './leaves.ts';
import { offersLike } from './offers.ts';
import type { OptionField } from './option-field.ts';

/** Asks the bot what it offers for an option while it is typed. */
export type Suggest = (path: string, option: string, typed: string, answers: Answers) => Promise<readonly Offer[]>;

/** Long enough that a word typed at one go is asked about once. */
const PAUSE = 150;

/** What the list above the composer holds: commands, then a command's options, then an option's values. */
export class Suggestions {
  readonly #list: ChoiceList<() => void>;
  readonly #suggest: Suggest;
  /** Counts what was asked for, so that a late answer to an older question is dropped. */
  #asked = 0;
  #awaited: Promise<void> | undefined;

  constructor(list: ChoiceList<() => void>, suggest: Suggest) {
    this.#list = list;
    this.#suggest = suggest;
  }

  /** Settles with the list that is on its way; undefined where the one that is shown fits what is typed. */
  get awaited(): Promise<void> | undefined {
    return this.#awaited;
  }

  hide(): void {
    this.#begin();
    this.#list.hide();
  }

  commands(owner: HTMLElement, leaves: readonly Leaf[], typed: string, take: (leaf: Leaf) => void): void {
    this.#begin();
    const choices = leavesLike(leaves, typed).map((leaf) => ({
      of: () => take(leaf),
      label: `/${leaf.path}`,
      more: leaf.options.map(({ name }) => name),
      note: leaf.description,
    }));
    this.#list.show(owner, choices, { title: 'Commands', empty: 'No command matches.' });
  }

  /** Options that may be added. None is highlighted until something is typed, so that Enter sends the command. */
  options(owner: HTMLElement, form: CommandForm, typed: string, take: (field: OptionField) => void): void {
    this.#begin();
    const fitting = form.unused.filter(({ name }) => name.startsWith(typed.trim().toLowerCase()));
    const choices = fitting.map((option) => ({
      of: () => take(form.use(option)),
      label: option.name,
      note: option.description,
    }));
    if (fitting.length === 0) this.#list.hide();
    else this.#list.show(owner, choices, { at: typed.trim() === '' ? -1 : 0, title: 'Optional' });
  }

  /** What a field may hold. `wait` is false when it has just been entered. */
  values(field: OptionField, form: CommandForm, take: (offer: Offer) => void, wait: boolean): void {
    const asked = this.#begin();
    const title = `${field.option.name} · ${field.option.description}`;
    const show = (offers: readonly Offer[], empty = '') => {
      const choices: Choice<() => void>[] = offers.map((offer) => ({ of: () => take(offer), label: offer.name }));
      this.#list.show(field.input, choices, { title, empty, at: field.picked ? -1 : 0 });
    };
    if (field.option.type === OPTION.attachment) {
      const ask = () => void this.#chooseFile(title, field, take);
      this.#list.show(field.input, [{ of: ask, label: 'Choose a file…' }], { title, at: field.picked ? -1 : 0 });
      return;
    }
    if (!field.suggests || field.picked) {
      const text = field.picked ? '' : field.text;
      show(offersLike(field.offers ?? [], text), field.offers ? NONE : '');
      return;
    }

    const awaited = this.#ask(asked, field, form, show, wait).finally(() => {
      if (this.#awaited === awaited) this.#awaited = undefined;
    });
    this.#awaited = awaited;
  }

  async #ask(
    asked: number,
    field: OptionField,
    form: CommandForm,
    show: (offers: readonly Offer[], empty?: string) => void,
    wait: boolean,
  ): Promise<void> {
    if (wait) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (asked !== this.#asked) return;
    if (!this.#list.highlighted) show([], 'Loading options…');
    try {
      const offers = await this.#suggest(form.leaf.path, field.option.name, field.text, form.answers(field));
      if (asked === this.#asked) show(offers, NONE);
    } catch {
      if (asked === this.#asked) show([], 'Loading options failed.');
    }
  }

  async #chooseFile(title: string, field: OptionField, take: (offer: Offer) => void): Promise<void> {
    try {
      const file = await chooseFile();
      if (file) take(file);
    } catch (error) {
      const empty = error instanceof Error ? error.message : String(error);
      this.#list.show(field.input, [], { title, empty });
    }
  }

  /** Something else is to be listed: whatever is on its way comes too late. */
  #begin(): number {
    this.#asked += 1;
    this.#awaited = undefined;
    return this.#asked;
  }
}

const NONE = 'No options match your search.';

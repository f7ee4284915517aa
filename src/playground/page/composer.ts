import type { Place, Scene } from '../scene.ts';
import type { Offer } from './answers.ts';
import { ChoiceList } from './choice-list.ts';
import { type Answers, CommandForm } from './command-form.ts';
import { ComposerLine } from './composer-line.ts';
import { make } from './elements.ts';
import { HeldKeys } from './held-keys.ts';
import type { Leaf } from './leaves.ts';
import type { OptionField } from './option-field.ts';
import { type Suggest, Suggestions } from './suggestions.ts';

export interface ComposerParts {
  readonly suggest: Suggest;
  /** Sends a slash command. */
  send(path: string, answers: Answers): void;
  /** Writes a message, as people do. */
  say(text: string): void;
}

/** The field at the foot of a channel, where a message is written, or a slash command picked, filled in and sent. */
export class Composer {
  readonly element: HTMLElement;
  readonly #parts: ComposerParts;
  readonly #drawn = new ComposerLine();
  readonly #list = new ChoiceList<() => void>('Suggestions', (take) => take());
  readonly #suggestions: Suggestions;
  readonly #heldKeys = new HeldKeys((event) => this.#press(event));
  #leaves: readonly Leaf[] = [];
  #scene: Scene | undefined;
  #place: Place | undefined;
  #form: CommandForm | undefined;

  constructor(parts: ComposerParts) {
    this.#parts = parts;
    this.#suggestions = new Suggestions(this.#list, parts.suggest);
    const { box, line, problem, discard, send } = this.#drawn;
    this.element = make('div', { class: 'composer' }, this.#list.element, problem, box);
    line.addEventListener('input', ({ target }) => this.#onInput(target));
    line.addEventListener('keydown', (event) => this.#onKey(event));
    line.addEventListener('focusin', ({ target }) => this.#offer(target, false));
    line.addEventListener('focusout', () => this.#suggestions.hide());
    line.addEventListener('click', ({ target }) => target === line && this.focus());
    discard.addEventListener('click', () => this.#reset());
    send.addEventListener('click', () => this.#submit());
  }

  /** Says who would send a command, where, and which there are. One begun elsewhere is discarded. */
  place(scene: Scene, place: Place, leaves: readonly Leaf[]): void {
    this.#leaves = leaves;
    const moved = this.#scene?.person !== scene.person || this.#place?.id !== place.id;
    this.#scene = scene;
    this.#place = place;
    if (!moved) return;
    this.#form = undefined;
    this.#draw();
  }

  focus(): void {
    (this.#form?.nextToFill()?.input ?? this.#drawn.free).focus();
  }

  /** Picks a command, as if it had been typed. */
  begin(leaf: Leaf): void {
    if (!this.#scene) return;
    this.#form = new CommandForm(leaf, this.#scene);
    this.#draw();
    this.focus();
  }

  #reset(text = ''): void {
    this.#form = undefined;
    this.#draw();
    this.#drawn.free.value = text;
    this.#drawn.free.focus();
    this.#offer(this.#drawn.free, false);
  }

  #draw(): void {
    const { kind, name } = this.#place ?? { kind: 'text', name: '' };
    this.#drawn.draw(this.#form, kind === 'direct' ? `@${name}` : `#${name}`);
  }

  #onInput(target: EventTarget | null): void {
    this.#drawn.complain('');
    const field = this.#form?.fieldOf(target);
    const named = this.#form?.named(field?.text ?? this.#drawn.free.value);
    if (named) {
      field?.clear();
      this.#enter(named);
    } else this.#offer(target, true);
  }

  #offer(target: EventTarget | null, typing: boolean): void {
    const { free } = this.#drawn;
    const form = this.#form;
    const field = form?.fieldOf(target);
    if (form && field) this.#suggestions.values(field, form, (offer) => this.#pick(field, offer), typing);
    else if (form) this.#suggestions.options(free, form, free.value, (added) => this.#enter(added));
    else if (free.value.startsWith('/')) this.#offerCommands(free.value.slice(1));
    else this.#suggestions.hide();
  }

  #offerCommands(typed: string): void {
    const whole = this.#leaves.find(({ path }) => typed === `${path} `);
    if (whole) this.begin(whole);
    else this.#suggestions.commands(this.#drawn.free, this.#leaves, typed, (leaf) => this.begin(leaf));
  }

  #enter(field: OptionField): void {
    this.#draw();
    field.input.focus();
  }

  #pick(field: OptionField, offer: Offer): void {
    field.pick(offer);
    this.#drawn.complain('');
    (this.#form?.nextToFill(field)?.input ?? this.#drawn.free).focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || this.#heldKeys.hold(event, () => this.#suggestions.awaited)) return;
    this.#press(event);
  }

  #press(event: KeyboardEvent): void {
    const moved = this.#list.open && this.#list.moveBy(event.key);
    if (moved || this.#onOtherKey(event)) event.preventDefault();
  }

  /** True where the key has done its work. */
  #onOtherKey({ key, shiftKey, target }: KeyboardEvent): boolean {
    const { highlighted } = this.#list;
    switch (key) {
      case 'Tab':
        if (!highlighted || shiftKey) return false;
        highlighted.of();
        return true;
      case 'Enter':
        if (highlighted) highlighted.of();
        else this.#submit();
        return true;
      case 'Escape':
        if (this.#list.open) this.#suggestions.hide();
        else if (this.#form) this.#reset();
        return true;
      case 'ArrowDown':
      case 'ArrowUp':
        this.#offer(target, false);
        return true;
      case 'Backspace':
        return this.#onBackspace(target);
      default:
        return false;
    }
  }

  /** In an empty field, takes away what stands before the caret: an option, or the command itself. */
  #onBackspace(target: EventTarget | null): boolean {
    const form = this.#form;
    if (!form || !(target instanceof HTMLInputElement) || target.value !== '') return false;
    const field = form.fieldOf(target);
    const before = form.before(field);
    if (field && !field.option.required) {
      form.drop(field);
      this.#draw();
      (before?.input ?? this.#drawn.free).focus();
    } else if (before) before.input.focus();
    else this.#reset(`/${form.leaf.path}`);
    return true;
  }

  #submit(): void {
    const text = this.#drawn.free.value.trim();
    const form = this.#form;
    const wrong = form?.problem();
    if (!form) this.#say(text);
    else if (wrong) {
      wrong.field.input.focus();
      this.#drawn.complain(wrong.text, wrong.field);
    } else if (text !== '') this.#drawn.complain(`/${form.leaf.path} has no option called “${text}”.`);
    else {
      this.#reset();
      this.#parts.send(form.leaf.path, form.answers());
    }
  }

  #say(text: string): void {
    if (text.startsWith('/')) this.#drawn.complain('No command is called that. Type / to see them all.');
    else if (text !== '') {
      this.#reset();
      this.#parts.say(text);
    }
  }
}

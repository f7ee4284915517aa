import { type Choice, ChoiceList } from './choice-list.ts';
import { fill, make } from './elements.ts';
import { icon } from './icons.ts';

export interface SelectOptions {
  /** What it is for; shown while nothing is chosen, read aloud always. */
  readonly label: string;
  readonly choices: readonly Choice<string>[];
  /** Marks the button, so that the focus finds it again when its message is redrawn. */
  readonly key?: string;
  readonly disabled?: boolean;
  readonly least?: number;
  /** More than one, and the values are sent when the list closes. */
  readonly most?: number;
  choose(values: readonly string[]): void;
}

/** A select menu: a button that opens a list, worked as the platform's own are. */
export class SelectBox {
  readonly element: HTMLElement;
  readonly #options: SelectOptions;
  readonly #text = make('span', { class: 'select-text' });
  readonly #button: HTMLButtonElement;
  readonly #list: ChoiceList<string>;
  readonly #before: readonly string[];
  #values: readonly string[];

  constructor(options: SelectOptions) {
    this.#options = options;
    this.#before = options.choices.filter(({ chosen }) => chosen).map((choice) => choice.of);
    this.#values = this.#before;
    this.#list = new ChoiceList(options.label, (value) => this.#take(value), this.#multiple);
    const attributes = { type: 'button', class: 'select', role: 'combobox', 'data-key': options.key };
    const state = { 'aria-haspopup': 'listbox', 'aria-expanded': false, disabled: options.disabled };
    this.#button = make('button', { ...attributes, ...state }, this.#text, icon('down'));
    this.#button.addEventListener('click', () => (this.#list.open ? this.#close() : this.#open()));
    this.#button.addEventListener('blur', () => this.#close());
    this.#button.addEventListener('keydown', (event) => this.#onKey(event));
    this.element = make('div', { class: 'select-box' }, this.#button, this.#list.element);
    this.#draw();
  }

  get #multiple(): boolean {
    return (this.#options.most ?? 1) > 1;
  }

  #draw(): void {
    const { label, choices } = this.#options;
    const chosen = choices.filter((choice) => this.#values.includes(choice.of)).map((choice) => choice.label);
    fill(this.#text, chosen.length > 0 ? chosen.join(', ') : label);
    this.#text.classList.toggle('empty', chosen.length === 0);
    this.#button.setAttribute('aria-label', [label, ...chosen].join(': '));
  }

  #open(): void {
    this.#show(Math.max(0, this.#indexOf(this.#values[0])));
    // At the foot of the page it would open out of sight.
    this.#list.element.scrollIntoView({ block: 'nearest' });
  }

  #show(at: number): void {
    const choices = this.#options.choices.map((choice) => ({ ...choice, chosen: this.#values.includes(choice.of) }));
    this.#list.show(this.#button, choices, { at });
  }

  #indexOf(value: string | undefined): number {
    return this.#options.choices.findIndex((choice) => choice.of === value);
  }

  #take(value: string): void {
    if (this.#multiple) this.#toggle(value);
    else {
      this.#values = [value];
      this.#list.hide();
      this.#draw();
      this.#options.choose(this.#values);
    }
  }

  #toggle(value: string): void {
    const { most = 1 } = this.#options;
    if (this.#values.includes(value)) this.#values = this.#values.filter((one) => one !== value);
    else if (this.#values.length < most) this.#values = [...this.#values, value];
    this.#show(this.#indexOf(value));
  }

  #close(): void {
    if (!this.#list.open) return;
    this.#list.hide();
    const changed = this.#values.join('\n') !== this.#before.join('\n');
    if (changed && this.#values.length >= (this.#options.least ?? 1)) this.#options.choose(this.#values);
    else this.#values = this.#before;
    this.#draw();
  }

  #cancel(): void {
    this.#values = this.#before;
    this.#list.hide();
    this.#draw();
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (!this.#list.open) {
      // Enter and space click the button by themselves.
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      this.#open();
    } else if (key === 'Enter' || key === ' ') {
      const { highlighted } = this.#list;
      if (highlighted) this.#take(highlighted.of);
    } else if (key === 'Escape') this.#cancel();
    else if (key === 'Home') this.#list.moveTo(0);
    else if (key === 'End') this.#list.moveTo(Number.MAX_SAFE_INTEGER);
    else if (!this.#list.moveBy(key)) {
      if (key.length === 1) this.#list.moveToLetter(key);
      return;
    }
    event.preventDefault();
  }
}

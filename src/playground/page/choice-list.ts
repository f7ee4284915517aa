import { fill, make, newId } from './elements.ts';
import { icon } from './icons.ts';

/** One line of a list to choose from. */
export interface Choice<T> {
  readonly of: T;
  readonly label: string;
  /** In small print after or under the label. */
  readonly note?: string | undefined;
  /** Further words in the label's line, such as a command's options. */
  readonly more?: readonly string[];
  readonly chosen?: boolean;
}

/**
 * A list that opens beside a field or button. The focus stays there; `aria-activedescendant` says which line is
 * highlighted, so that keys and screen readers follow it without the focus ever moving.
 */
export class ChoiceList<T> {
  readonly element: HTMLElement;
  readonly #lines: HTMLElement;
  readonly #title = make('div', { class: 'choices-title', hidden: true });
  readonly #empty = make('div', { class: 'choices-empty', hidden: true });
  readonly #pick: (of: T) => void;
  #owner: HTMLElement | undefined;
  #choices: readonly Choice<T>[] = [];
  #at = -1;

  constructor(label: string, pick: (of: T) => void, multiple = false) {
    this.#pick = pick;
    this.#lines = make('div', { role: 'listbox', id: newId('choices'), 'aria-label': label });
    if (multiple) this.#lines.setAttribute('aria-multiselectable', 'true');
    this.element = make('div', { class: 'choices', hidden: true }, this.#title, this.#lines, this.#empty);
    // The field keeps the focus while a line is clicked.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  get highlighted(): Choice<T> | undefined {
    return this.open ? this.#choices[this.#at] : undefined;
  }

  /** Opens for its owner, with the line `at` highlighted (-1: none); `empty` is said where there is no line. */
  show(owner: HTMLElement, choices: readonly Choice<T>[], { at = 0, title = '', empty = '' } = {}): void {
    if (this.#owner !== owner) this.hide();
    this.#owner = owner;
    this.#choices = choices;
    word(this.#title, title);
    word(this.#empty, choices.length > 0 ? '' : empty);
    this.#lines.hidden = choices.length === 0;
    fill(this.#lines, ...choices.map((choice, index) => this.#line(choice, index)));
    this.element.hidden = false;
    owner.setAttribute('aria-expanded', 'true');
    owner.setAttribute('aria-controls', this.#lines.id);
    this.#highlight(at);
  }

  hide(): void {
    this.element.hidden = true;
    this.#choices = [];
    this.#at = -1;
    this.#owner?.setAttribute('aria-expanded', 'false');
    this.#owner?.removeAttribute('aria-activedescendant');
  }

  /** Moves the highlight, round and round. */
  move(by: number): void {
    const count = this.#choices.length;
    if (count > 0) this.#highlight((Math.max(this.#at, by > 0 ? -1 : 0) + by + count) % count);
  }

  /** Moves as an arrow key asks; false for any other key. */
  moveBy(key: string): boolean {
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
    this.move(key === 'ArrowDown' ? 1 : -1);
    return true;
  }

  moveTo(index: number): void {
    this.#highlight(Math.min(Math.max(index, 0), this.#choices.length - 1));
  }

  /** Moves to the next line that begins with what is typed. */
  moveToLetter(letter: string): void {
    const begins = ({ label }: Choice<T>) => label.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
    const after = this.#choices.findIndex((choice, index) => index > this.#at && begins(choice));
    const found = after >= 0 ? after : this.#choices.findIndex(begins);
    if (found >= 0) this.#highlight(found);
  }

  #line(choice: Choice<T>, index: number): HTMLElement {
    const { label, note, more = [], chosen } = choice;
    const words = make(
      'span',
      { class: 'choice-words' },
      make(
        'span',
        { class: 'choice-label' },
        label,
        ...more.map((word) => make('span', { class: 'choice-more' }, word)),
      ),
      note !== undefined && make('span', { class: 'choice-note' }, note),
    );
    const attributes = { role: 'option', id: newId('choice'), class: 'choice', 'aria-selected': chosen === true };
    const line = make('div', attributes, words, chosen && icon('check'));
    line.addEventListener('pointermove', () => this.#at !== index && this.#highlight(index));
    line.addEventListener('click', () => this.#pick(choice.of));
    return line;
  }

  #highlight(index: number): void {
    this.#at = index;
    for (const [position, line] of [...this.#lines.children].entries()) {
      line.classList.toggle('highlighted', position === index);
      if (position !== index) continue;
      line.scrollIntoView({ block: 'nearest' });
      this.#owner?.setAttribute('aria-activedescendant', line.id);
    }
    if (index < 0) this.#owner?.removeAttribute('aria-activedescendant');
  }
}

function word(element: HTMLElement, text: string): void {
  element.hidden = text === '';
  element.textContent = text;
}

import { byId, fill, make } from './elements.ts';
import { icon } from './icons.ts';

const GAP = 4;

/** What apps can do with one message. It opens beside a button, is worked by keys, and gives the focus back. */
export class MessageMenu {
  readonly #element = make('div', { class: 'menu', role: 'menu', 'aria-label': 'Apps', hidden: true });
  #opener: HTMLElement | undefined;

  constructor() {
    document.body.append(this.#element);
    this.#element.addEventListener('keydown', (event) => this.#onKey(event));
    this.#element.addEventListener('focusout', ({ relatedTarget }) => {
      // The button that opened it closes it by its own click.
      const within = relatedTarget instanceof Node && this.#element.contains(relatedTarget);
      if (!within && relatedTarget !== this.#opener) this.#close();
    });
    byId('scroller').addEventListener('scroll', () => this.#place());
  }

  open(opener: HTMLElement, names: readonly string[], pick: (name: string) => void): void {
    const shown = this.#opener === opener;
    this.#leave();
    if (shown) return;
    this.#opener = opener;
    opener.setAttribute('aria-expanded', 'true');
    fill(this.#element, ...names.map((name) => this.#line(name, pick)));
    this.#element.hidden = false;
    this.#place();
    this.#lines[0]?.focus();
  }

  get #lines(): readonly HTMLElement[] {
    return [...this.#element.querySelectorAll('button')];
  }

  #line(name: string, pick: (name: string) => void): HTMLElement {
    const attributes = { type: 'button', class: 'menu-line', role: 'menuitem', tabindex: -1 };
    const line = make('button', attributes, make('span', {}, name), icon('app'));
    line.addEventListener('click', () => {
      this.#leave();
      pick(name);
    });
    line.addEventListener('pointermove', () => line.focus());
    return line;
  }

  /** Below the button, or above it where the page ends. */
  #place(): void {
    if (!this.#opener) return;
    const { right, top, bottom } = this.#opener.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = this.#element;
    const below = bottom + GAP + offsetHeight <= innerHeight;
    style.left = `${Math.max(GAP, right - offsetWidth)}px`;
    style.top = `${below ? bottom + GAP : top - GAP - offsetHeight}px`;
  }

  #onKey(event: KeyboardEvent): void {
    const lines = this.#lines;
    const at = lines.findIndex((line) => line.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + lines.length, Home: 0, End: lines.length - 1 }[event.key];
    if (to !== undefined) lines[to % lines.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #leave(): void {
    const opener = this.#opener;
    this.#close();
    opener?.focus();
  }

  #close(): void {
    this.#opener?.removeAttribute('aria-expanded');
    this.#opener = undefined;
    this.#element.hidden = true;
  }
}

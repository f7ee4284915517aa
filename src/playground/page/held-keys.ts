/**
 * Keys pressed while the list that they choose from is still on its way: Tab on the list of a moment ago would take
 * somebody else. They are kept, with what is typed after them, and do their work once the list is there.
 */
export class HeldKeys {
  readonly #press: (event: KeyboardEvent) => void;
  #held: KeyboardEvent[] = [];

  constructor(press: (event: KeyboardEvent) => void) {
    this.#press = press;
  }

  /** Whether the key is kept. `awaited` says which list is on its way, asked again before each key that chooses. */
  hold(event: KeyboardEvent, awaited: () => Promise<void> | undefined): boolean {
    const begins = chooses(event) && awaited() !== undefined;
    if (this.#held.length === 0 ? !begins : !(chooses(event) || types(event))) return false;
    event.preventDefault();
    this.#held.push(event);
    if (this.#held.length === 1) void this.#release(awaited);
    return true;
  }

  async #release(awaited: () => Promise<void> | undefined): Promise<void> {
    for (let event = this.#held[0]; event; event = this.#held[0]) {
      if (chooses(event)) {
        await awaited();
        this.#press(event);
      } else write(event.key);
      this.#held.shift();
    }
  }
}

const KEYS = ['Enter', 'Tab', 'ArrowDown', 'ArrowUp'];
const chooses = ({ key, shiftKey }: KeyboardEvent) => KEYS.includes(key) && !(key === 'Tab' && shiftKey);
const types = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key.length === 1 && !ctrlKey && !metaKey;

function write(letter: string): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.setRangeText(letter, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** One entry of a list on the page. It is drawn anew where `state` is not what it was. */
export interface Row {
  readonly id: string;
  readonly state: readonly unknown[];
  draw(): HTMLElement;
}

interface Drawn {
  readonly state: readonly unknown[];
  readonly element: HTMLElement;
}

/** A list that changes in place: what stays the same stays on the page, with its focus, selection and open menus. */
export class Rows {
  readonly #list: HTMLElement;
  #drawn = new Map<string, Drawn>();

  constructor(list: HTMLElement) {
    this.#list = list;
  }

  show(rows: readonly Row[]): void {
    const before = this.#drawn;
    const focus = document.activeElement;
    this.#drawn = new Map(rows.map((row) => [row.id, kept(before.get(row.id), row)]));
    const elements = new Set<Element>([...this.#drawn.values()].map(({ element }) => element));
    for (const child of [...this.#list.children]) if (!elements.has(child)) child.remove();
    for (const [index, element] of [...elements].entries()) {
      if (this.#list.children[index] !== element) this.#list.insertBefore(element, this.#list.children[index] ?? null);
    }
    for (const [id, { element }] of before) {
      if (focus && element.contains(focus)) refocus(focus, this.#drawn.get(id)?.element);
    }
  }

  element(id: string): HTMLElement | undefined {
    return this.#drawn.get(id)?.element;
  }
}

function kept(before: Drawn | undefined, row: Row): Drawn {
  const same = before?.state.length === row.state.length && before.state.every((part, at) => part === row.state[at]);
  return before && same ? before : { state: row.state, element: row.draw() };
}

/** Gives the focus back to what stands for the element that had it: the same button, else the row itself. */
function refocus(focus: Element, row: HTMLElement | undefined): void {
  if (!row || row.contains(document.activeElement)) return;
  const key = focus.getAttribute('data-key');
  const same = [...row.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset['key'] === key);
  if (same && !same.matches(':disabled')) same.focus();
  else row.focus();
}

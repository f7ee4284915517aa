type Listener = (event: never) => void;
type Attribute = string | number | boolean | undefined | Listener;
export type Child = Node | string | undefined | false;

/**
 * Makes an element. Children that are strings become text, never markup. `true` is an empty attribute, `false` and
 * `undefined` are none, but of `aria-…` both are said; a function under `onclick` listens to `click`.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), (event) => value(event as never));
    else if (typeof value === 'boolean' && name.startsWith('aria-')) element.setAttribute(name, String(value));
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...shown(children));
  return element;
}

/** Replaces everything in an element. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...shown(children));
}

/** The element of the page's own HTML with that id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}.`);
  return element;
}

let made = 0;

/** An id no other element of the page has, for labels and lists that refer to each other. */
export function newId(stem: string): string {
  made += 1;
  return `${stem}-${made}`;
}

function shown(children: readonly Child[]): (Node | string)[] {
  return children.filter((child) => child !== undefined && child !== false);
}

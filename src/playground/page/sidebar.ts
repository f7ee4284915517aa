import type { Place, Scene } from '../scene.ts';
import { byId, fill, make } from './elements.ts';
import { icon } from './icons.ts';

const narrow = matchMedia('(max-width: 720px)');

/** The channels at the left; on a narrow page they lie behind a button. */
export class Sidebar {
  readonly #panel = byId('sidebar');
  readonly #opener = byId('open-channels');
  readonly #shade = byId('shade');
  readonly #open: (channel: string) => void;
  #scene: Scene | undefined;
  #channel = '';
  readonly #unread = new Set<string>();

  constructor(open: (channel: string) => void) {
    this.#open = open;
    this.#opener.addEventListener('click', () => this.#slide(true));
    this.#shade.addEventListener('click', () => this.#slide(false));
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && !this.#shade.hidden && this.#slide(false));
    narrow.addEventListener('change', () => this.#slide(false));
    this.#slide(false);
  }

  show(scene: Scene, channel: string): void {
    this.#scene = scene;
    this.#channel = channel;
    this.#unread.delete(channel);
    byId('server-name').textContent = scene.server.name;
    const initials = scene.server.name.split(/\s+/).map((word) => [...word][0]);
    byId('server-icon').textContent = initials.join('').slice(0, 3);
    const direct = scene.channels.filter(({ kind }) => kind === 'direct');
    const others = scene.channels.filter(({ kind }) => kind !== 'direct');
    fill(byId('channels'), ...others.map((place) => this.#line(place)));
    fill(byId('direct'), ...direct.map((place) => this.#line(place)));
    byId('direct-title').hidden = direct.length === 0;
  }

  /** Marks a channel as holding something new. */
  mark(channel: string): void {
    this.#unread.add(channel);
    if (this.#scene) this.show(this.#scene, this.#channel);
  }

  #line(place: Place): HTMLElement {
    const current = place.id === this.#channel;
    const unread = this.#unread.has(place.id);
    const attributes = { type: 'button', class: unread ? 'channel unread' : 'channel', 'data-key': place.id };
    const news = unread && make('span', { class: 'hidden' }, ' (new messages)');
    const state = { 'aria-current': current ? 'page' : undefined, onclick: () => this.#choose(place.id) };
    return make(
      'li',
      {},
      make('button', { ...attributes, ...state }, icon(place.kind), make('span', {}, place.name), news),
    );
  }

  #choose(channel: string): void {
    this.#open(channel);
    if (narrow.matches) this.#slide(false);
  }

  /** On a narrow page: in or out. What is out of sight cannot be reached by keyboard either. */
  #slide(open: boolean): void {
    const held = this.#panel.contains(document.activeElement);
    this.#panel.classList.toggle('open', open);
    this.#shade.hidden = !open;
    this.#panel.inert = narrow.matches && !open;
    this.#opener.setAttribute('aria-expanded', String(open));
    if (!narrow.matches) return;
    if (open) this.#panel.querySelector<HTMLElement>('[aria-current]')?.focus();
    else if (held) this.#opener.focus();
  }
}

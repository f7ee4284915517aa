import type { Line } from '../journal.ts';
import type { MachineState } from '../machine.ts';
import type { Move, TimeState } from '../time.ts';
import type { TroubleName } from '../trouble.ts';
import { byId, fill, make } from './elements.ts';
import { now, setNow } from './page-clock.ts';
import { writtenTime } from './times.ts';

const KEY = 'lede-machine';
const LINES_SHOWN = 200;

const MOVES: readonly { readonly move: Move; readonly label: string; note(time: TimeState): string | undefined }[] = [
  { move: 'next', label: 'Next slot', note: ({ next }) => next && writtenTime(new Date(next), 'f') },
  { move: 'day', label: 'One day on', note: () => 'with everything due until then' },
  {
    move: 'change',
    label: 'Over the clock change',
    note: ({ change }) => change && `${writtenTime(new Date(change.at), 'D')}, ${change.zone}`,
  },
];

const SWITCHES: readonly { readonly name: TroubleName; readonly label: string; readonly note: string }[] = [
  { name: 'gateway', label: 'Gateway down', note: 'Lede hears of nobody’s commands' },
  { name: 'refused', label: 'Discord is down', note: 'every request is answered with 503' },
  { name: 'lost', label: 'Answers get lost', note: 'posts arrive, but Lede is not told' },
  { name: 'permission', label: 'No permission here', note: 'Lede may not send messages in this channel' },
];

export interface MachinePanelParts {
  /** It may show what was a while ago. */
  opened(): void;
  move(move: Move): void;
  set(name: TroubleName, on: boolean): void;
}

/** The panel at the right: the time and how to move it, switches for trouble, and the bot's log. */
export class MachinePanel {
  readonly #panel = byId('machine');
  readonly #opener = byId('open-machine');
  readonly #time = byId('machine-time');
  readonly #log = byId('machine-log');
  readonly #moves = MOVES.map((one) => ({ ...one, ...drawMove(one.label, () => this.#parts.move(one.move)) }));
  readonly #switches = SWITCHES.map((one) => ({ ...one, ...drawSwitch(one, (on) => this.#parts.set(one.name, on)) }));
  readonly #parts: MachinePanelParts;

  constructor(parts: MachinePanelParts) {
    setInterval(() => this.#tick(), 1000);
    this.#parts = parts;
    fill(byId('machine-moves'), ...this.#moves.map(({ button }) => button));
    fill(byId('machine-switches'), ...this.#switches.map(({ line }) => line));
    this.#opener.addEventListener('click', () => {
      this.#open(!this.open);
      parts.opened();
    });
    byId('close-machine').addEventListener('click', () => {
      this.#open(false);
      this.#opener.focus();
    });
    // So that the keyboard can scroll it in every browser.
    this.#log.tabIndex = 0;
    this.#open(localStorage.getItem(KEY) === 'open');
  }

  show({ time, trouble, lines }: MachineState): void {
    this.#opener.hidden = false;
    setNow(new Date(time.now));
    this.#tick();
    byId('machine-busy').textContent = time.moving ? 'The clock is moving…' : '';
    for (const { button, words, note } of this.#moves) {
      const said = note(time);
      words.textContent = said ?? 'no schedule yet: /schedule add';
      button.disabled = said === undefined;
    }
    for (const { name, button } of this.#switches) button.setAttribute('aria-checked', String(trouble[name]));
    fill(this.#log, ...lines.map(drawLine));
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  get open(): boolean {
    return !this.#panel.hidden;
  }

  add(line: Line): void {
    const follows = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 40;
    this.#log.append(drawLine(line));
    while (this.#log.children.length > LINES_SHOWN) this.#log.firstElementChild?.remove();
    if (follows) this.#log.scrollTop = this.#log.scrollHeight;
  }

  #tick(): void {
    if (!this.#opener.hidden) this.#time.textContent = writtenTime(now(), 'F');
  }

  #open(open: boolean): void {
    this.#panel.hidden = !open;
    this.#opener.setAttribute('aria-expanded', String(open));
    localStorage.setItem(KEY, open ? 'open' : 'closed');
  }
}

function drawMove(label: string, press: () => void) {
  const words = make('span', { class: 'move-note' });
  const attributes = { type: 'button', class: 'move', disabled: true, onclick: press };
  return { words, button: make('button', attributes, make('span', { class: 'move-label' }, label), ' ', words) };
}

function drawSwitch({ label, note }: (typeof SWITCHES)[number], set: (on: boolean) => void) {
  const words = make(
    'span',
    { class: 'switch-words' },
    make('span', {}, label),
    ' ',
    make('span', { class: 'move-note' }, note),
  );
  const button = make(
    'button',
    { type: 'button', class: 'switch', role: 'switch', 'aria-checked': false },
    words,
    make('i'),
  );
  button.addEventListener('click', () => set(button.getAttribute('aria-checked') !== 'true'));
  return { button, line: make('li', {}, button) };
}

function drawLine({ at, level, message, facts }: Line): HTMLElement {
  const time = make('time', { datetime: at }, writtenTime(new Date(at), 'T'));
  const details = facts !== '' && make('span', { class: 'log-facts' }, facts);
  return make('li', { class: `log-line ${level}` }, time, ' ', make('span', {}, message), ' ', details);
}

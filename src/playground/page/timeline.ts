import type { ShownMessage } from '../../standin/messages/shown.ts';
import type { Scene } from '../scene.ts';
import { type Attempt, drawAttempt } from './attempt.ts';
import { byId, make } from './elements.ts';
import { commandOf, drawMessage, isPrivate, type MessageParts } from './message.ts';
import { type Row, Rows } from './rows.ts';
import { sameDay, writtenTime } from './times.ts';

/** Messages by one author within seven minutes hang together. */
const TOGETHER = 7 * 60_000;

/** Nearer than this to the end, the list follows what comes. */
const NEAR = 120;

/** The messages of the channel that is shown, and whatever was tried there and is not answered yet. */
export class Timeline {
  readonly #scroller = byId('scroller');
  readonly #rows = new Rows(byId('messages'));
  readonly #newer = byId('newer');
  readonly #partsFor: (message: ShownMessage) => MessageParts;
  #scene: Scene | undefined;
  #messages: readonly ShownMessage[] = [];
  #attempts: readonly Attempt[] = [];

  constructor(partsFor: (message: ShownMessage) => MessageParts) {
    this.#partsFor = partsFor;
    // So that the keyboard can scroll it in every browser.
    this.#scroller.tabIndex = 0;
    this.#newer.addEventListener('click', () => {
      this.toEnd();
      byId('composer').focus();
    });
    this.#scroller.addEventListener('scroll', () => {
      if (this.#nearEnd) this.#newer.hidden = true;
    });
  }

  /** Shows a channel from its end. */
  show(scene: Scene, messages: readonly ShownMessage[]): void {
    this.#scene = scene;
    this.#messages = messages;
    this.#attempts = [];
    this.#draw();
    this.toEnd();
  }

  has(id: string): boolean {
    return this.#messages.some((message) => message.id === id);
  }

  put(message: ShownMessage): void {
    const known = this.has(message.id);
    const replaced = this.#messages.map((one) => (one.id === message.id ? message : one));
    this.#change(() => {
      this.#messages = known ? replaced : [...this.#messages, message];
    }, !known);
  }

  remove(id: string): void {
    this.#change(() => {
      this.#messages = this.#messages.filter((message) => message.id !== id);
    });
  }

  try(attempt: Attempt): void {
    const others = this.#attempts.filter((one) => one.id !== attempt.id);
    this.#change(() => {
      this.#attempts = [...others, attempt];
    }, true);
    this.toEnd();
  }

  giveUp(id: string): void {
    this.#change(() => {
      this.#attempts = this.#attempts.filter((one) => one.id !== id);
    });
  }

  #dismiss(attempt: string): void {
    this.giveUp(attempt);
    byId('composer').focus();
  }

  element(id: string): HTMLElement | undefined {
    return this.#rows.element(id);
  }

  toEnd(): void {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#newer.hidden = true;
  }

  get #nearEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #change(change: () => void, adds = false): void {
    const follows = this.#nearEnd;
    change();
    this.#draw();
    if (follows) this.toEnd();
    else if (adds) this.#newer.hidden = false;
  }

  #draw(): void {
    const scene = this.#scene;
    if (!scene) return;
    const messages = this.#messages.flatMap((message, index) =>
      this.#rowsFor(message, this.#messages[index - 1], scene),
    );
    const attempts = this.#attempts.map((attempt) => {
      const draw = () => drawAttempt(attempt, scene, () => this.#dismiss(attempt.id));
      return { id: attempt.id, state: [attempt], draw };
    });
    this.#rows.show([...messages, ...attempts]);
  }

  #rowsFor(message: ShownMessage, before: ShownMessage | undefined, scene: Scene): Row[] {
    const at = new Date(message.timestamp);
    const newDay = !before || !sameDay(at, new Date(before.timestamp));
    const compact = !newDay && hangsTogether(message, before);
    const row: Row = {
      id: message.id,
      state: [message, compact, scene],
      draw: () => drawMessage(message, compact, this.#partsFor(message)),
    };
    return newDay ? [dayRow(at), row] : [row];
  }
}

function hangsTogether(message: ShownMessage, before: ShownMessage): boolean {
  if (commandOf(message) !== undefined || isPrivate(message) !== isPrivate(before)) return false;
  const apart = Date.parse(message.timestamp) - Date.parse(before.timestamp);
  return message.author.id === before.author.id && apart < TOGETHER;
}

function dayRow(at: Date): Row {
  const day = writtenTime(at, 'D');
  return { id: day, state: [day], draw: () => make('li', { class: 'day' }, make('span', {}, day)) };
}

import type { ChooseRequest, MenuRequest, PressRequest, SayRequest, SlashRequest } from '../requests.ts';
import { say } from './announcer.ts';
import { api, Refused } from './api.ts';
import { make, newId } from './elements.ts';
import { icon } from './icons.ts';
import type { Timeline } from './timeline.ts';

/** Asks the bot something, and shows that it was asked, until it is answered or fails. */
export class Asking {
  readonly #timeline: Timeline;
  #waiting: readonly string[] = [];

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  slash(request: SlashRequest): Promise<void> {
    return this.#command(`/${request.path}`, () => api.slash(request));
  }

  menu(request: MenuRequest): Promise<void> {
    return this.#command(request.name, () => api.menu(request));
  }

  async say(request: SayRequest): Promise<void> {
    await api.say(request).catch((error: unknown) => say(reason(error)));
    this.#timeline.toEnd();
  }

  press(request: PressRequest, element: HTMLElement): Promise<void> {
    return this.#onMessage(request.message, element, () => api.press(request));
  }

  choose(request: ChooseRequest, element: HTMLElement): Promise<void> {
    return this.#onMessage(request.message, element, () => api.choose(request));
  }

  /** The bot has said something: the oldest command no longer waits to be sent. */
  answered(): void {
    const [oldest] = this.#waiting;
    if (oldest !== undefined) this.#end(oldest);
  }

  async #command(command: string, ask: () => Promise<void>): Promise<void> {
    const attempt = { id: newId('attempt'), command };
    this.#waiting = [...this.#waiting, attempt.id];
    this.#timeline.try(attempt);
    try {
      await ask();
      this.#end(attempt.id);
    } catch (error) {
      const failure = reason(error);
      this.#waiting = this.#waiting.filter((id) => id !== attempt.id);
      this.#timeline.try({ ...attempt, failure });
      say(failure);
    }
  }

  #end(attempt: string): void {
    this.#waiting = this.#waiting.filter((id) => id !== attempt);
    this.#timeline.giveUp(attempt);
  }

  /** One press of a message's components at a time. The pressed one stays focusable, so that the focus is not lost. */
  async #onMessage(message: string, element: HTMLElement, ask: () => Promise<void>): Promise<void> {
    const row = this.#timeline.element(message);
    if (!row || row.classList.contains('busy')) return;
    row.querySelector('.failure')?.remove();
    row.classList.add('busy');
    element.classList.add('waiting');
    try {
      await ask();
    } catch (error) {
      row.querySelector('.message-words')?.append(make('p', { class: 'failure' }, icon('warning'), reason(error)));
      say(reason(error));
    } finally {
      row.classList.remove('busy');
      element.classList.remove('waiting');
    }
  }
}

function reason(error: unknown): string {
  return error instanceof Refused ? error.message : 'Something went wrong';
}

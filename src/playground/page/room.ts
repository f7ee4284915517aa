import type { Change } from '../../standin/change.ts';
import type { ShownMessage } from '../../standin/messages/shown.ts';
import type { Place, Scene } from '../scene.ts';
import { announce } from './announcer.ts';
import { api } from './api.ts';
import { Asking } from './asking.ts';
import { drawHeader, drawStatus } from './channel-header.ts';
import { Composer } from './composer.ts';
import { byId } from './elements.ts';
import { type Leaf, leavesOf, menuOf } from './leaves.ts';
import { listen } from './live.ts';
import { MachinePanel } from './machine-panel.ts';
import { isLoading, isPrivate, type MessageParts } from './message.ts';
import { MessageMenu } from './message-menu.ts';
import { namesIn } from './names.ts';
import { drawSeat } from './seat.ts';
import { Sidebar } from './sidebar.ts';
import { Timeline } from './timeline.ts';
import { drawWelcome } from './welcome.ts';

const PERSON = 'lede-person';

/** The page as one person sees it: a channel is shown, and what the server tells is put where it belongs. */
export class Room {
  readonly #timeline = new Timeline((message) => this.#partsFor(message));
  readonly #asking = new Asking(this.#timeline);
  readonly #sidebar = new Sidebar((channel) => this.#do(this.#open(channel)));
  readonly #composer = new Composer({
    suggest: (path, option, typed, answers) => api.suggestions({ ...this.#seat, path, option, typed, answers }),
    send: (path, answers) => void this.#asking.slash({ ...this.#seat, path, answers }),
    say: (content) => void this.#asking.say({ ...this.#seat, content }),
  });
  readonly #menu = new MessageMenu();
  readonly #machine = new MachinePanel({
    opened: () => this.#do(this.#look()),
    move: (move) => this.#do(api.move({ move })),
    set: (name, on) => this.#do(api.trouble({ ...this.#seat, name, on })),
  });
  #menuCommands: readonly string[] = [];
  #person = '';
  #scene: Scene | undefined;
  #channel = '';
  #meanwhile: ShownMessage[] = [];
  #leave = () => {};

  constructor() {
    byId('composer-place').append(this.#composer.element);
  }

  /** Takes a seat: that person's, else the one remembered from last time, else the first. */
  async enter(person = localStorage.getItem(PERSON) ?? undefined): Promise<void> {
    this.#leave();
    const known = await api.scene(person).catch(() => api.scene());
    this.#person = known.person;
    localStorage.setItem(PERSON, known.person);
    this.#leave = listen(known.person, {
      connected: () => this.#do(this.#reload()),
      lost: () => drawStatus('The playground has stopped. This page comes back when it does.'),
      changed: (change) => this.#onChange(change),
      moved: () => this.#do(this.#look()),
      logged: (line) => this.#machine.add(line),
    });
  }

  get #seat() {
    return { person: this.#person, channel: this.#channel };
  }

  /** What fails here is the connection, and it comes back; until then the page says so. */
  #do(work: Promise<void>): void {
    work.catch((error: unknown) => drawStatus(error instanceof Error ? error.message : String(error)));
  }

  async #reload(): Promise<void> {
    const person = this.#person;
    const scene = await api.scene(person);
    if (this.#person !== person) return;
    this.#scene = scene;
    drawSeat(scene, (next) => this.#do(this.enter(next)));
    const here = scene.channels.find(({ id }) => id === this.#channel) ?? scene.channels[0];
    if (here) await this.#open(here.id);
  }

  /** At the time and the switches, where this playground has them. */
  async #look(): Promise<void> {
    if (this.#scene?.movable) this.#machine.show(await api.machine(this.#seat));
  }

  async #open(channel: string): Promise<void> {
    this.#channel = channel;
    const scene = this.#scene;
    const place = scene?.channels.find(({ id }) => id === channel);
    if (!scene || !place) return;
    const seat = this.#seat;
    // What happens while the messages are fetched may be missing among them.
    const meanwhile: ShownMessage[] = [];
    this.#meanwhile = meanwhile;
    const [commands, messages] = await Promise.all([api.commands(seat), api.messages(seat), this.#look()]);
    // Another channel may have been opened meanwhile.
    if (this.#channel !== channel || this.#scene !== scene) return;
    this.#menuCommands = menuOf(commands);
    this.#show(scene, place, leavesOf(commands), messages);
    this.#meanwhile = [];
    for (const message of meanwhile) this.#timeline.put(message);
  }

  #show(scene: Scene, place: Place, leaves: readonly Leaf[], messages: readonly ShownMessage[]): void {
    drawStatus(leaves.length > 0 ? '' : `${scene.bot.name} is starting…`);
    this.#sidebar.show(scene, place.id);
    drawHeader(scene, place);
    this.#composer.place(scene, place, leaves);
    drawWelcome(place, leaves, (leaf) => this.#composer.begin(leaf));
    this.#timeline.show(scene, messages);
  }

  #onChange(change: Change): void {
    switch (change.kind) {
      case 'created':
      case 'edited':
        this.#onMessage(change.message, change.kind);
        break;
      case 'deleted':
        this.#timeline.remove(change.message.id);
        break;
      case 'commands':
      case 'world':
        this.#do(this.#reload());
        break;
    }
  }

  #onMessage(message: ShownMessage, what: 'created' | 'edited'): void {
    const scene = this.#scene;
    if (!scene) return;
    if (message.channel_id !== this.#channel) {
      // A direct message may be the first, in a channel that is not listed yet.
      if (!scene.channels.some(({ id }) => id === message.channel_id)) this.#do(this.#reload());
      if (what === 'created') this.#sidebar.mark(message.channel_id);
      return;
    }
    this.#meanwhile.push(message);
    if (what === 'edited' && !this.#timeline.has(message.id)) return;
    this.#asking.answered();
    // A schedule may have been made, or run.
    if (this.#machine.open) this.#do(this.#look());
    this.#timeline.put(message);
    if (!isLoading(message)) announce(message, namesIn(scene));
  }

  #partsFor(message: ShownMessage): MessageParts {
    const scene = this.#scene;
    if (!scene) throw new Error('A message was drawn before its server was known.');
    const about = { ...this.#seat, message: message.id };
    const names = this.#menuCommands;
    const more = (button: HTMLElement) =>
      this.#menu.open(button, names, (name) => void this.#asking.menu({ ...about, name }));
    return {
      scene,
      names: namesIn(scene),
      press: (customId, element) => void this.#asking.press({ ...about, customId }, element),
      choose: (customId, values, element) =>
        void this.#asking.choose({ ...about, customId, values: [...values] }, element),
      more: names.length > 0 && !isPrivate(message) ? more : undefined,
      dismiss: () => {
        this.#composer.focus();
        this.#do(api.dismiss(about));
      },
    };
  }
}

import type { Scene } from '../scene.ts';
import { make } from './elements.ts';
import { avatar } from './face.ts';
import { icon } from './icons.ts';
import { usedBy } from './message.ts';

/** A command that was sent: until the bot says something, or for good where it does not. */
export interface Attempt {
  readonly id: string;
  /** As it is shown: "/schedule add", or a message menu's name. */
  readonly command: string;
  /** What the client says instead of an answer. */
  readonly failure?: string;
}

export function drawAttempt({ command, failure }: Attempt, scene: Scene, dismiss: () => void): HTMLElement {
  const person = scene.people.find(({ id }) => id === scene.person);
  const { bot } = scene;
  const name = make('span', { class: 'author' }, bot.name);
  const header = make('header', { class: 'message-header' }, name, make('span', { class: 'app-badge' }, 'App'));
  const words = make('div', { class: 'message-words' }, header, ...outcome(failure, dismiss));
  return make(
    'li',
    { class: failure === undefined ? 'message attempt' : 'message private', tabindex: -1 },
    usedBy(scene.person, person?.name ?? '', command),
    avatar(bot.id, bot.name, 'bot'),
    words,
  );
}

function outcome(failure: string | undefined, dismiss: () => void): HTMLElement[] {
  if (failure === undefined) return [make('p', { class: 'thinking' }, 'Sending command…')];
  const button = make('button', { type: 'button', class: 'link', onclick: dismiss }, 'Dismiss message');
  return [
    make('p', { class: 'failure' }, icon('warning'), failure),
    make('p', { class: 'only-you' }, icon('eye'), 'Only you can see this · ', button),
  ];
}

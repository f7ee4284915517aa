import type { Scene } from '../scene.ts';
import { byId, fill, make } from './elements.ts';
import { avatar } from './face.ts';
import { icon } from './icons.ts';

/** Who is at the keyboard, at the foot of the channels; a press hands it to the next one. */
export function drawSeat(scene: Scene, hand: (person: string) => void): void {
  const at = scene.people.findIndex(({ id }) => id === scene.person);
  const person = scene.people[at];
  const next = scene.people[(at + 1) % scene.people.length];
  if (!person || !next) return;
  const rank = person.manager ? 'Manager' : 'Member';
  const words = make('span', { class: 'seat-words' }, make('strong', {}, person.name), make('span', {}, rank));
  const does = make('span', { class: 'hidden' }, `: switch to ${next.name}`);
  const attributes = { type: 'button', class: 'seat', title: `Switch to ${next.name}` };
  const button = make('button', attributes, avatar(person.id, person.name, 'person'), words, does, icon('swap'));
  const held = byId('seat').contains(document.activeElement);
  button.addEventListener('click', () => hand(next.id));
  fill(byId('seat'), button);
  if (held) button.focus();
}

import type { Place } from '../scene.ts';
import { byId, fill, make } from './elements.ts';
import { icon } from './icons.ts';
import type { Leaf } from './leaves.ts';

/** What to try first, where these commands are registered. */
const FIRST = ['brief', 'who', 'quotes'];

/** The beginning of a channel: what it is, and a few commands to begin with. */
export function drawWelcome(place: Place, leaves: readonly Leaf[], begin: (leaf: Leaf) => void): void {
  const named = FIRST.map((path) => leaves.find((leaf) => leaf.path === path)).filter((leaf) => leaf !== undefined);
  const examples = named.length > 0 ? named : leaves.slice(0, FIRST.length);
  const title = place.kind === 'direct' ? place.name : `Welcome to #${place.name}!`;
  fill(
    byId('welcome'),
    make('span', { class: 'welcome-icon' }, icon(place.kind)),
    make('h2', {}, title),
    make('p', {}, place.topic ?? beginning(place)),
    examples.length > 0 && make('p', { class: 'welcome-hint' }, 'Type / for the commands, or begin with one of these:'),
    make('ul', { class: 'examples' }, ...examples.map((leaf) => make('li', {}, exampleButton(leaf, begin)))),
  );
}

function beginning({ kind, name }: Place): string {
  return kind === 'direct' ? `What ${name} writes to you alone.` : `This is the start of the #${name} channel.`;
}

function exampleButton(leaf: Leaf, begin: (leaf: Leaf) => void): HTMLElement {
  const path = make('span', { class: 'example-path' }, `/${leaf.path}`);
  const note = make('span', { class: 'example-note' }, leaf.description);
  return make('button', { type: 'button', class: 'example', onclick: () => begin(leaf) }, path, note);
}

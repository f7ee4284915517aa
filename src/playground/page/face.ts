import { make } from './elements.ts';

const COLOURS = 5;

/** A round picture for someone: the first letter of the name, on a colour that is always theirs. */
export function avatar(id: string, name: string, kind: 'bot' | 'person', small = false): HTMLElement {
  const classes = ['avatar', kind === 'bot' ? 'bot' : `tone-${Number(id.slice(-4)) % COLOURS}`, small && 'small'];
  return make('span', { class: classes.filter(Boolean).join(' '), 'aria-hidden': true }, [...name][0]?.toUpperCase());
}

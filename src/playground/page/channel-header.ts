import type { Place, Scene } from '../scene.ts';
import { byId, fill } from './elements.ts';
import { icon } from './icons.ts';

/** The line above a channel, and the page's title. */
export function drawHeader({ server }: Scene, { name, kind, topic }: Place): void {
  fill(byId('channel-icon'), icon(kind));
  byId('channel-name').textContent = name;
  byId('channel-topic').textContent = topic ?? '';
  byId('messages').setAttribute('aria-label', `Messages in ${name}`);
  document.title = `${kind === 'direct' ? '' : '#'}${name} · ${server.name}`;
}

/** Says that something is not as it should be; nothing takes it back. */
export function drawStatus(words: string): void {
  byId('status').textContent = words;
  byId('status').hidden = words === '';
}

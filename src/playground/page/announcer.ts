import type { APIMessageComponent } from 'discord-api-types/v10';
import type { ShownMessage } from '../../standin/messages/shown.ts';
import { byId } from './elements.ts';
import { COMPONENT } from './kinds.ts';
import type { Names } from './names.ts';
import { prose } from './prose.ts';

/** Enough to know what it is; the rest is in the list of messages. */
const LONGEST = 300;

/** Reads a message aloud to those who use a screen reader. */
export function announce(message: ShownMessage, names: Names): void {
  const name = message.author.global_name ?? message.author.username;
  const texts = [message.content, ...(message.components ?? []).flatMap(textsIn)];
  const words = texts.map((text) => prose(text, names).textContent?.trim() ?? '').filter((text) => text !== '');
  say(`${name}: ${words.join(' ')}`.slice(0, LONGEST));
}

export function say(words: string): void {
  byId('announcer').textContent = words;
}

function textsIn(component: APIMessageComponent): string[] {
  if (component.type === COMPONENT.textDisplay) return [component.content];
  const holds = component.type === COMPONENT.container || component.type === COMPONENT.section;
  return holds ? component.components.flatMap(textsIn) : [];
}

import type { ShownMessage } from '../../standin/messages/shown.ts';
import { drawComponent } from './components.ts';
import { make } from './elements.ts';
import { avatar } from './face.ts';
import { icon } from './icons.ts';
import { CHAT_INPUT_ANSWER, LOADING } from './kinds.ts';
import { prose } from './prose.ts';
import type { Stage } from './stage.ts';
import { sentAt, timeElement, writtenTime } from './times.ts';

export interface MessageParts extends Stage {
  dismiss(): void;
  /** Opens the message's menu beside the button; undefined where nothing would be in it. */
  readonly more: ((button: HTMLElement) => void) | undefined;
}

export const isLoading = ({ flags }: ShownMessage): boolean => ((flags ?? 0) & LOADING) !== 0;
export const isPrivate = (message: ShownMessage): boolean => message.ephemeralFor !== undefined;

/** The command that a message answers, as it was used: "/schedule add", or a message menu's name. */
export function commandOf({ interaction, type }: ShownMessage): string | undefined {
  return interaction && (type === CHAT_INPUT_ANSWER ? `/${interaction.name}` : interaction.name);
}

/** One message as Discord draws it. A compact one follows another by the same author, and leaves out who and when. */
export function drawMessage(message: ShownMessage, compact: boolean, parts: MessageParts): HTMLElement {
  const { author, timestamp } = message;
  const at = new Date(timestamp);
  const sent = make('time', { class: 'sent', datetime: timestamp, title: writtenTime(at, 'F') }, sentAt(at));
  const name = author.global_name ?? author.username;
  const badge = author.bot && make('span', { class: 'app-badge' }, 'App');
  const header = make('header', { class: 'message-header' }, make('span', { class: 'author' }, name), badge, sent);
  const classes = ['message', compact && 'compact', isPrivate(message) && 'private'];
  return make(
    'li',
    { class: classes.filter(Boolean).join(' '), tabindex: -1 },
    repliesTo(message),
    compact ? timeElement(at, 't') : avatar(author.id, name, author.bot ? 'bot' : 'person'),
    make('div', { class: 'message-words' }, !compact && header, ...contentOf(message, name, parts)),
    parts.more && moreButton(name, parts.more),
  );
}

function moreButton(name: string, open: (button: HTMLElement) => void): HTMLElement {
  const attributes = { type: 'button', class: 'plain more', 'data-key': 'more', 'aria-haspopup': 'menu' };
  const label = { 'aria-label': `More: what apps can do with this message by ${name}`, title: 'More' };
  const button = make('button', { ...attributes, ...label }, icon('more'));
  button.addEventListener('click', () => open(button));
  return button;
}

function contentOf(message: ShownMessage, name: string, parts: MessageParts): HTMLElement[] {
  const content: HTMLElement[] = [];
  if (isLoading(message)) content.push(thinking(`${name} is thinking…`));
  if (message.content !== '') content.push(prose(message.content, parts.names));
  content.push(...(message.components ?? []).map((component) => drawComponent(component, parts)));
  if (isPrivate(message)) content.push(onlyYou(parts));
  return content;
}

/** Three dots that move, and what they mean. */
export function thinking(words: string): HTMLElement {
  const dots = make('span', { class: 'dots', 'aria-hidden': true }, make('i'), make('i'), make('i'));
  return make('p', { class: 'thinking' }, dots, words);
}

function repliesTo(message: ShownMessage): HTMLElement | undefined {
  const user = message.interaction_metadata?.user;
  const command = commandOf(message);
  if (!user || command === undefined) return undefined;
  return usedBy(user.id, user.global_name ?? user.username, command);
}

/** The line above an answer: who used which command. */
export function usedBy(id: string, name: string, command: string): HTMLElement {
  const who = make('span', { class: 'used-by' }, name);
  const what = make('span', { class: 'used-command' }, command);
  return make('div', { class: 'reply-line' }, avatar(id, name, 'person', true), who, 'used', what);
}

function onlyYou({ dismiss }: MessageParts): HTMLElement {
  const button = make(
    'button',
    { type: 'button', class: 'link', 'data-key': 'dismiss', onclick: dismiss },
    'Dismiss message',
  );
  return make('p', { class: 'only-you' }, icon('eye'), 'Only you can see this · ', button);
}

import type { APIButtonComponent, APIMessageComponentEmoji } from 'discord-api-types/v10';
import { type Child, make } from './elements.ts';
import { icon } from './icons.ts';
import { BUTTON } from './kinds.ts';
import type { Stage } from './stage.ts';

const LOOKS: Readonly<Record<number, string>> = {
  [BUTTON.primary]: 'primary',
  [BUTTON.secondary]: 'secondary',
  [BUTTON.success]: 'success',
  [BUTTON.danger]: 'danger',
};

export function drawButton(button: APIButtonComponent, stage: Stage): HTMLElement {
  switch (button.style) {
    case BUTTON.link: {
      const words: Child[] = [emojiText(button.emoji), button.label, icon('outside')];
      // A link cannot be switched off, so a disabled one has no address.
      if (button.disabled)
        return make('a', { class: 'button secondary', role: 'link', 'aria-disabled': true }, ...words);
      const attributes = { href: button.url, target: '_blank', rel: 'noopener noreferrer' };
      return make('a', { class: 'button secondary', ...attributes }, ...words);
    }
    case BUTTON.premium:
      return make('button', { type: 'button', class: 'button primary', disabled: true }, 'Premium');
    default: {
      const { custom_id: id, disabled } = button;
      const attributes = { type: 'button', class: `button ${LOOKS[button.style]}`, disabled, 'data-key': id };
      const element = make('button', attributes, emojiText(button.emoji), button.label);
      element.addEventListener('click', () => stage.press(id, element));
      return element;
    }
  }
}

/** A standard emoji as it is; a server's own by its name, since its picture would have to be loaded from elsewhere. */
export function emojiText(emoji: APIMessageComponentEmoji | undefined): string | undefined {
  if (!emoji?.name) return undefined;
  return emoji.id ? `:${emoji.name}: ` : `${emoji.name} `;
}

import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { emojiText } from './buttons.ts';
import type { Choice } from './choice-list.ts';
import { COMPONENT } from './kinds.ts';
import { SelectBox } from './select-box.ts';
import type { Stage } from './stage.ts';

export function drawSelect(select: APISelectMenuComponent, stage: Stage): HTMLElement {
  const { custom_id: id, placeholder, disabled = false, min_values: least = 1, max_values: most = 1 } = select;
  const box = new SelectBox({
    label: placeholder ?? 'Make a selection',
    choices: choicesOf(select, stage),
    key: id,
    disabled,
    least,
    most,
    choose: (values) => stage.choose(id, values, box.element),
  });
  return box.element;
}

function choicesOf(select: APISelectMenuComponent, { scene }: Stage): readonly Choice<string>[] {
  const people = [...scene.people, scene.bot].map(({ id, name }) => ({ of: id, label: name }));
  const roles = scene.roles.map(({ id, name }) => ({ of: id, label: `@${name}` }));
  switch (select.type) {
    case COMPONENT.stringSelect:
      return select.options.map(({ value, label, description, emoji, default: chosen = false }) => {
        return { of: value, label: `${emojiText(emoji) ?? ''}${label}`, note: description, chosen };
      });
    case COMPONENT.userSelect:
      return people;
    case COMPONENT.roleSelect:
      return roles;
    case COMPONENT.mentionableSelect:
      return [...people, ...roles];
    default:
      return scene.channels.map(({ id, name }) => ({ of: id, label: `#${name}` }));
  }
}

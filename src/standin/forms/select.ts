import {
  type APISelectMenuComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ComponentType as Type,
} from 'discord-api-types/v10';
import { readEmoji } from './emoji.ts';
import type { Form } from './form.ts';
import type { Tally } from './tally.ts';

export const SELECTS = [
  Type.StringSelect,
  Type.UserSelect,
  Type.RoleSelect,
  Type.MentionableSelect,
  Type.ChannelSelect,
] as const;

type SelectType = (typeof SELECTS)[number];

export function isSelect(type: Type): type is SelectType {
  return SELECTS.some((one) => one === type);
}

/** A select: of its own options, or of what the server has (people, roles, channels). */
export function readSelect(type: SelectType, form: Form, tally: Tally): APISelectMenuComponent {
  const id = tally.count(form);
  const placeholder = form.text('placeholder', { max: 150 });
  const min_values = form.whole('min_values', { min: 0, max: 25 }) ?? 1;
  const max_values = form.whole('max_values', { min: 1, max: 25 }) ?? 1;
  if (min_values > max_values)
    form.refuseField('min_values', 'NUMBER_TYPE_MAX', `Value should be less than or equal to ${max_values}.`);
  const common = {
    id,
    custom_id: tally.customId(form),
    min_values,
    max_values,
    disabled: form.flag('disabled') ?? false,
    ...(placeholder !== undefined && { placeholder }),
  };
  if (type === Type.StringSelect) return { ...common, type, options: readOptions(form, max_values) };
  if (type === Type.ChannelSelect) return { ...common, type, ...readChannelTypes(form) };
  return { ...common, type };
}

function readOptions(form: Form, most: number): APIStringSelectComponent['options'] {
  const forms = form.forms('options', { min: 1, max: 25, required: true }) ?? [];
  const options = forms.map(readOption);
  for (const [index, { value }] of options.entries()) {
    if (options.findIndex((one) => one.value === value) === index) continue;
    const said = 'The specified option value is already used';
    forms[index]?.refuseField('value', 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', said);
  }
  if (forms.length > 0 && most > forms.length)
    form.refuseField('max_values', 'NUMBER_TYPE_MAX', `Value should be less than or equal to ${forms.length}.`);
  if (options.filter((option) => option.default).length > most)
    form.refuseField('options', 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', `At most ${most} options may be selected.`);
  return options;
}

function readOption(form: Form): APISelectMenuOption {
  const description = form.text('description', { max: 100 });
  const emoji = readEmoji(form);
  const chosen = form.flag('default');
  return {
    label: form.text('label', { min: 1, max: 100, required: true }) ?? '',
    value: form.text('value', { min: 1, max: 100, required: true }) ?? '',
    ...(description !== undefined && { description }),
    ...(emoji && { emoji }),
    ...(chosen !== undefined && { default: chosen }),
  };
}

function readChannelTypes(form: Form) {
  const types = form.values('channel_types') ?? [];
  const channel_types = types.filter((type): type is number => typeof type === 'number');
  return channel_types.length > 0 ? { channel_types } : {};
}

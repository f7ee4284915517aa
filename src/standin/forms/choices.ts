import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { Form } from './form.ts';

export type ChoiceType = Type.String | Type.Integer | Type.Number;
type Value<T extends ChoiceType> = T extends Type.String ? string : number;

/** The choices of an option, or those offered while a person types: at most 25, of the option's own type. */
export function readChoices<T extends ChoiceType>(form: Form, type: T): APIApplicationCommandOptionChoice<Value<T>>[] {
  const forms = form.forms('choices', { max: 25 }) ?? [];
  return forms.map((choice) => ({
    name: choice.text('name', { min: 1, max: 100, required: true }) ?? '',
    value: readValue(choice, type) as Value<T>,
  }));
}

function readValue(choice: Form, type: ChoiceType): string | number {
  if (type === Type.String) return choice.text('value', { min: 1, max: 100, required: true }) ?? '';
  const bounds = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, required: true };
  return (type === Type.Integer ? choice.whole('value', bounds) : choice.number('value', bounds)) ?? 0;
}

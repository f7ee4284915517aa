import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { StandInRefusal } from '../refusal.ts';
import type { Typed } from './typed.ts';

/** Refuses a value the client would mark red: of the wrong kind, out of bounds, or not among the choices. */
export function checkValue(option: APIApplicationCommandBasicOption, value: Typed): void {
  const wrong = problemWith(option, value);
  if (wrong !== undefined) throw new StandInRefusal(`${option.name}: ${wrong}`);
}

function problemWith(option: APIApplicationCommandBasicOption, value: Typed): string | undefined {
  switch (option.type) {
    case Type.String:
      return typeof value === 'string' ? (problemWithText(option, value) ?? notAChoice(option, value)) : 'Enter a text';
    case Type.Integer:
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'Enter a valid integer';
      return outOfBounds(option, value) ?? notAChoice(option, value);
    case Type.Number:
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'Enter a valid number';
      return outOfBounds(option, value) ?? notAChoice(option, value);
    case Type.Boolean:
      return typeof value === 'boolean' ? undefined : 'Choose True or False';
    case Type.Attachment:
      return typeof value === 'object' ? undefined : 'Upload a file';
    default:
      return typeof value === 'string' ? undefined : 'Choose one from the list';
  }
}

function problemWithText(
  { min_length = 0, max_length = 6000 }: { readonly min_length?: number; readonly max_length?: number },
  { length }: string,
): string | undefined {
  if (length === 0 || length < min_length) return `Must be ${Math.max(1, min_length)} or more in length`;
  return length > max_length ? `Must be ${max_length} or fewer in length` : undefined;
}

function outOfBounds(
  { min_value = -Infinity, max_value = Infinity }: { readonly min_value?: number; readonly max_value?: number },
  value: number,
): string | undefined {
  if (value < min_value) return `Must be at least ${min_value}`;
  return value > max_value ? `Must be at most ${max_value}` : undefined;
}

/** Where there are fixed choices, nothing else can be sent; autocomplete only proposes. */
function notAChoice(option: APIApplicationCommandBasicOption, value: string | number): string | undefined {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length === 0 || choices.some((choice) => choice.value === value)) return undefined;
  return `Choose one of ${choices.map(({ name }) => name).join(', ')}`;
}

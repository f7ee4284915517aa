import type { APIApplicationCommandBasicOption as Option } from 'discord-api-types/v10';
import type { Answer } from '../requests.ts';
import { OPTION } from './kinds.ts';

/** What became of a text typed for an option: its value, what is wrong with it, or nothing where nothing was typed. */
export interface Checked {
  readonly value?: Answer;
  readonly problem?: string;
}

/** Something an option may be answered with: shown as `name`, sent as `value`. */
export interface Offer {
  readonly name: string;
  readonly value: Answer;
}

const KINDS: Readonly<Partial<Record<Option['type'], string>>> = {
  [OPTION.boolean]: 'choice',
  [OPTION.user]: 'member',
  [OPTION.channel]: 'channel',
  [OPTION.role]: 'role',
  [OPTION.mentionable]: 'member or role',
};

/** Checks a typed text as Discord's client does before it sends. `offers` are the answers the option is limited to. */
export function checkAnswer(option: Option, text: string, offers: readonly Offer[] | undefined): Checked {
  const typed = text.trim();
  if (typed === '') return option.required ? { problem: 'This option is required. Specify a value.' } : {};
  if (offers) return checkOffered(option, typed, offers);
  switch (option.type) {
    case OPTION.integer:
      return /^[-+]?\d{1,15}$/.test(typed)
        ? checkRange(Number(typed), option)
        : { problem: 'Input a valid whole number.' };
    case OPTION.number:
      return Number.isFinite(Number(typed)) ? checkRange(Number(typed), option) : { problem: 'Input a valid number.' };
    case OPTION.string:
      return checkLength(typed, option);
    case OPTION.attachment:
      return { problem: 'Choose a file.' };
    default:
      return { value: typed };
  }
}

function checkOffered(option: Option, typed: string, offers: readonly Offer[]): Checked {
  const bare = (name: string) => name.replace(/^[#@]/, '').toLowerCase();
  const found = offers.find(({ name }) => bare(name) === bare(typed));
  return found ? { value: found.value } : { problem: `Choose a ${KINDS[option.type] ?? 'value'} from the list.` };
}

function checkRange(value: number, limits: { min_value?: number; max_value?: number }): Checked {
  const { min_value: least = -Infinity, max_value: most = Infinity } = limits;
  if (value < least) return { problem: `Input a number of ${least} or more.` };
  if (value > most) return { problem: `Input a number of ${most} or less.` };
  return { value };
}

function checkLength(value: string, limits: { min_length?: number; max_length?: number }): Checked {
  const { min_length: least = 0, max_length: most = 6000 } = limits;
  if (value.length < least) return { problem: `Input ${least} characters or more.` };
  if (value.length > most) return { problem: `Input ${most} characters or fewer.` };
  return { value };
}

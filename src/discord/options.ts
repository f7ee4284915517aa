import type { Newsroom } from '../app/newsroom/newsroom.ts';
import type { Suggestion } from '../app/newsroom/suggestions.ts';
import { UserError } from '../base/errors.ts';

interface Common {
  readonly description: string;
  readonly required?: boolean;
  /** Given by buttons only: Discord is not told of it. */
  readonly hidden?: boolean;
}

export interface TextOption extends Common {
  readonly type: 'text';
  readonly choices?: readonly string[];
  readonly maxLength?: number;
  /** What to offer while the person types. */
  readonly suggest?: (typed: string, newsroom: Newsroom) => Promise<readonly Suggestion[]>;
}

export interface WholeOption extends Common {
  readonly type: 'whole';
  readonly min?: number;
  readonly max?: number;
}

export interface ChannelOption extends Common {
  readonly type: 'channel';
}

export interface RoleOption extends Common {
  readonly type: 'role';
}

/** The answer is where Discord keeps the file. */
export interface FileOption extends Common {
  readonly type: 'file';
}

/** What people fill in. */
export type TypedOption = TextOption | WholeOption | ChannelOption | RoleOption | FileOption;

/** The web links of the message that a menu was opened on, in their order; Discord is not told of it. */
export interface LinksOption extends Omit<Common, 'hidden'> {
  readonly type: 'links';
}

export type Option = TypedOption | LinksOption;
export type Options = Readonly<Record<string, Option>>;

type AnswerTo = { text: string; whole: number; channel: string; role: string; file: string; links: readonly string[] };
type AnswerOf<T extends Option> = T extends { choices: readonly (infer C)[] } ? C : AnswerTo[T['type']];
type Required<O extends Options> = { [K in keyof O]: O[K]['required'] extends true ? K : never }[keyof O];

/** The answers `run` receives: a required option is always there, any other may be undefined. */
export type Answers<O extends Options> = { readonly [K in Required<O>]: AnswerOf<O[K]> } & {
  readonly [K in Exclude<keyof O, Required<O>>]?: AnswerOf<O[K]> | undefined;
};

/** Answers as they come from Discord, a button or the command line: nothing about them is known yet. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * The answers in the form the options ask for; what is not asked for is left out.
 * @throws UserError that names the option which is missing or of the wrong kind.
 */
export function answersTo<O extends Options>(options: O, given: Given): Answers<O> {
  const answers = Object.entries(options).flatMap(([name, option]) => {
    const value = given[name];
    const blank = typeof value === 'string' && value.trim() === '';
    if (value === undefined || value === null || blank) {
      if (option.required) throw new UserError(`Fill in “${name}”: ${option.description}.`);
      return [];
    }
    return [[name, checked(name, option, value)]];
  });
  return Object.fromEntries(answers) as Answers<O>;
}

function checked(name: string, option: Option, value: unknown): string | number | readonly string[] {
  if (option.type === 'whole') {
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = option;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    throw new UserError(`“${name}” takes a whole number from ${min} to ${max}.`);
  }
  if (typeof value !== 'string') throw new UserError(`“${name}” takes a text.`);
  if (option.type === 'text' && option.choices && !option.choices.includes(value)) {
    throw new UserError(`“${name}” takes one of ${option.choices.join(', ')}.`);
  }
  return option.type === 'links' ? value.split('\n') : value;
}

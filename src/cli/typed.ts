import { InvalidArgumentError } from 'commander';

export const JSON_OPTION = ['--json', 'JSON Lines instead of text, and nothing else on standard output'] as const;

/** A number as it is typed. */
export function whole(typed: string): number {
  if (/^\d+$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError('It takes a whole number.');
}

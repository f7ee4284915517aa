import type { Draft } from './draft.ts';

/** A plain text, cleaned: its first line is the title, the rest the text. */
export function readPlain(text: string): Draft {
  const [title, ...rest] = text.split('\n');
  return { title, text: rest.join('\n') };
}

import type { APIMessageComponentEmoji } from 'discord-api-types/v10';
import type { Form } from './form.ts';

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** The emoji of a button or an entry: one of Unicode's by its characters, or a server's own by its id. */
export function readEmoji(form: Form): APIMessageComponentEmoji | undefined {
  const emoji = form.form('emoji');
  if (!emoji) return undefined;
  const id = emoji.snowflake('id');
  const name = emoji.text('name', { max: 32 });
  if (id === undefined && !EMOJI.test(name ?? ''))
    emoji.refuseField('name', 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  return { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
}

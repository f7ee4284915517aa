import type { Form } from './form.ts';

/** Whom a message may mention: kinds altogether (`parse`), or these people and roles. */
export interface AllowedMentions {
  readonly parse: readonly string[];
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

const KINDS = ['roles', 'users', 'everyone'];

/** None if the field is left out: then whatever the text mentions is mentioned. */
export function readAllowedMentions(message: Form): AllowedMentions | undefined {
  const form = message.form('allowed_mentions');
  if (!form) return undefined;
  const parse = texts(form, 'parse', KINDS.length);
  const users = texts(form, 'users', 100);
  const roles = texts(form, 'roles', 100);
  for (const kind of parse.filter((one) => !KINDS.includes(one)))
    form.refuseField('parse', 'BASE_TYPE_CHOICES', `Value "${kind}" must be one of ('${KINDS.join("', '")}').`);
  const both = Object.entries({ users, roles }).find(([kind, ids]) => parse.includes(kind) && ids.length > 0)?.[0];
  if (both !== undefined) {
    const said = `parse:["${both}"] and ${both}: [ids...] are mutually exclusive.`;
    form.refuse('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', said);
  }
  return { parse, users, roles };
}

function texts(form: Form, key: string, max: number): readonly string[] {
  const values = form.values(key, { max }) ?? [];
  if (new Set(values).size < values.length)
    form.refuseField(key, 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value.');
  return values.filter((value) => value !== null).map(String);
}

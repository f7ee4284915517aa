import type { Form } from './form.ts';

/** Discord's own pattern; what has a lower-case form must be in it. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** The name of a slash command, a sub-command or an option. */
export function readName(form: Form): string {
  const name = form.text('name', { min: 1, max: 32, required: true });
  if (name !== undefined && (!NAME.test(name) || name !== name.toLowerCase()))
    form.refuseField('name', 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  return name ?? '';
}

/** Translations by locale, names or descriptions; none if left out. */
export function readLocalizations(form: Form, key: string, max: number): Record<string, string> | undefined {
  const inner = form.form(key);
  if (!inner) return undefined;
  const translated = inner.keys().map((locale) => [locale, inner.text(locale, { min: 1, max }) ?? ''] as const);
  return Object.fromEntries(translated);
}

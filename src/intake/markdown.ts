import { parseDocument } from 'yaml';
import { messageOf, UserError } from '../base/errors.ts';
import type { Entry } from './draft.ts';
import { readFields } from './fields.ts';
import { proseOf } from './prose.ts';

/** Six short fields need no more; a YAML reader is slow on megabytes. */
const FRONT_MATTER_LENGTH = 20_000;
const HEADLINE = /^#[ ]+(?<headline>.+)(?:\n|$)/;

/**
 * A Markdown file, cleaned: front matter, then the text. Where the front matter has no title, a heading of the first
 * rank at the top is one. Throws a UserError for front matter that cannot be read.
 */
export function readMarkdown(text: string): Entry {
  const { yaml, body } = split(text);
  const { draft, leftOut } = readFields(fieldsIn(yaml));
  const headline = HEADLINE.exec(body);
  const heading = headline && proseOf(headline[0]);
  const title = draft.title ?? heading ?? undefined;
  // A heading that is the title, again or in its place, is no part of the text.
  const prose = proseOf(headline && heading === title ? body.slice(headline[0].length) : body);
  return { draft: { ...draft, title, text: prose }, leftOut };
}

function split(text: string): { yaml: string; body: string } {
  const lines = text.split('\n');
  if (lines[0] !== '---') return { yaml: '', body: text };
  const end = lines.indexOf('---', 1);
  if (end === -1) throw new UserError('its front matter has no end, a line of ---');
  return {
    yaml: lines.slice(1, end).join('\n'),
    body: lines
      .slice(end + 1)
      .join('\n')
      .trimStart(),
  };
}

function fieldsIn(yaml: string): unknown {
  if (yaml.length > FRONT_MATTER_LENGTH) {
    throw new UserError(`its front matter is longer than ${FRONT_MATTER_LENGTH} characters`);
  }
  try {
    // Everything but null is words: a title may be 1984, and a date is read by Lede's own rules. No aliases, because a
    // few lines of them grow to gigabytes.
    const document = parseDocument(yaml, { schema: 'failsafe', customTags: ['null'], logLevel: 'error' });
    if (document.errors[0]) throw document.errors[0];
    return document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (error) {
    const reason = messageOf(error).split('\n', 1)[0]?.replace(/:$/, '');
    throw new UserError(`its front matter is not valid YAML: ${reason}`);
  }
}

import { messageOf, UserError } from '../base/errors.ts';
import type { Entry } from './draft.ts';
import { readFields } from './fields.ts';

/** A `.json` file: one article, or an array of them. Throws a UserError where it is not JSON. */
export function* readJson(text: string): Generator<Entry> {
  const json = parse(text);
  if (!Array.isArray(json)) return yield entry(json);
  if (json.length === 0) throw new UserError('it holds no article');
  for (const [index, item] of json.entries()) yield { where: `item ${index + 1}`, ...entry(item) };
}

/** A `.jsonl` file: one article a line. A line that cannot be read is an entry that says why; the others stand. */
export function* readJsonLines(text: string): Generator<Entry> {
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() !== '') yield { where: `line ${index + 1}`, ...orRefused(() => entry(parse(line))) };
  }
}

function entry(json: unknown): Entry {
  return orRefused(() => readFields(json));
}

function orRefused(read: () => Entry): Entry {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) return { refused: error.message };
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's message quotes the file; only where it broke is worth repeating, and some messages lack that.
    const position = /position (?<position>\d+)/.exec(messageOf(error))?.groups?.['position'];
    throw new UserError(`it is not valid JSON${position === undefined ? '' : ` at character ${position}`}`);
  }
}

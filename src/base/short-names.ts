import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from './fold.ts';
import { ROOT } from './root.ts';

/** Each given name of the list with its short forms, and each short form with the names it can stand for. */
const BY_NAME = read(readFileSync(join(ROOT, 'data', 'lexicon', 'short-names.txt'), 'utf8'));

function read(list: string): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, Set<string>>();
  const join = (name: string, other: string) => byName.set(name, (byName.get(name) ?? new Set()).add(other));
  for (const line of list.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [name, ...shorts] = line.split(' = ').map(fold);
    for (const short of shorts) {
      join(name!, short);
      join(short, name!);
      // "Bob" and "Rob" are both Robert
      for (const other of shorts) if (other !== short) join(short, other);
    }
  }
  return byName;
}

/** Whether one given name, folded, can be short for the other, or both for a third: "Bill" and "William". */
export const isShortNameOf = (one: string, other: string): boolean => BY_NAME.get(one)?.has(other) === true;

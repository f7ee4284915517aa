import { foldedForms } from './word-list.ts';

/** Each given name of the list with its short forms, and each short form with the names it can stand for. */
const BY_NAME = new Map<string, Set<string>>();
/** "Bob" and "Rob" are both Robert. */
const SHORTS_OF_ONE = new Map<string, Set<string>>();

for (const [name, ...shorts] of foldedForms('short-names')) {
  for (const short of shorts) {
    add(BY_NAME, name!, short);
    add(BY_NAME, short, name!);
    for (const other of shorts) if (other !== short) add(SHORTS_OF_ONE, short, other);
  }
}

function add(names: Map<string, Set<string>>, name: string, other: string): void {
  names.set(name, (names.get(name) ?? new Set()).add(other));
}

/** Whether one given name, folded, is short for the other: "Bill" and "William". */
export const isShortFor = (one: string, other: string): boolean => BY_NAME.get(one)?.has(other) === true;

/** Whether both can be one person's given name: also "Bob" and "Rob". */
export const mayShareBearer = (one: string, other: string): boolean =>
  isShortFor(one, other) || SHORTS_OF_ONE.get(one)?.has(other) === true;

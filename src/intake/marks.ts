import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFolder } from './listing.ts';

/** What changes of a file when its words do, and when that last happened, in milliseconds since 1970. */
interface Mark {
  readonly signature: string;
  readonly changedAt: number;
}

/** One look at a folder: the mark of every article file, by name. */
export type Marks = ReadonlyMap<string, Mark>;

/** A look at a folder. Files in a part of it that cannot be read just now keep their mark from the look before. */
export async function marksIn(folder: string, before: Marks): Promise<Marks> {
  const { files, unread } = await listFolder(folder);
  const kept = [...before].filter(([name]) => unread.some((place) => name.startsWith(place)));
  const seen = await Promise.all(files.map(async (name) => [name, await markOf(folder, name)] as const));
  return new Map([...kept, ...seen]);
}

async function markOf(folder: string, name: string): Promise<Mark> {
  try {
    const { mtimeMs, ctimeMs, size } = await stat(join(folder, name));
    return { signature: `${mtimeMs} ${ctimeMs} ${size}`, changedAt: Math.max(mtimeMs, ctimeMs) };
  } catch {
    // Gone since it was listed, or a link to nothing: whoever reads it is told which.
    return { signature: 'unreadable', changedAt: 0 };
  }
}

/** The marks of files that lay there as they are before an instant, in milliseconds since 1970. */
export function unchangedSince(instant: number, marks: Marks): Marks {
  return new Map([...marks].filter(([, { changedAt }]) => changedAt < instant));
}

/** Names that two looks in a row found alike, and otherwise than what is known: new, changed or removed. Sorted. */
export function settled(known: Marks, before: Marks, now: Marks): string[] {
  const names = new Set([...known.keys(), ...now.keys()]);
  const signature = (marks: Marks, name: string) => marks.get(name)?.signature;
  return [...names]
    .filter((name) => signature(now, name) === signature(before, name))
    .filter((name) => signature(now, name) !== signature(known, name))
    .toSorted();
}

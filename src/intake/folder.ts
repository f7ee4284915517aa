import { listFolder } from './listing.ts';
import { type Marks, marksIn, settled, unchangedSince } from './marks.ts';

/**
 * The article files of a folder and its sub-folders, as paths relative to it with `/`, sorted. Hidden ones, READMEs and
 * files of other kinds are passed over, links to folders not followed. Each folder that cannot be read is a problem.
 */
export async function articleFiles(folder: string): Promise<{
  readonly files: readonly string[];
  readonly problems: readonly string[];
}> {
  const { files, problems } = await listFolder(folder);
  return { files: files.toSorted(), problems };
}

interface WatchOptions {
  /** How long to wait between two looks at the folder, in milliseconds. */
  readonly every?: number;
}

/** Milliseconds by which the clock that stamps files may be behind ours. */
const CLOCK_TICK = 20;
/** Looking takes no more of the time than this, however many files there are. */
const SHARE_OF_TIME = 0.2;

/**
 * Calls `changed` with the names of files that are new, changed or removed, once two looks in a row found them alike: a
 * file being written is left alone. It looks instead of being told, because network drives tell nobody. What is there
 * at the start counts as known, so begin to watch no later than the first load. While a folder cannot be read, such as
 * a drive that went away, nothing in it counts as removed.
 */
export function watchFolder(
  folder: string,
  changed: (names: readonly string[]) => void,
  { every = 750 }: WatchOptions = {},
): { close(): void } {
  const start = Date.now() - CLOCK_TICK;
  let known: Marks | undefined;
  let before: Marks = new Map();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const look = async () => {
    const began = performance.now();
    const now = await marksIn(folder, before);
    if (closed) return;
    known ??= unchangedSince(start, now);
    const names = settled(known, before, now);
    known = withMarks(known, names, now);
    before = now;
    timer = setTimeout(look, Math.max(every, (performance.now() - began) / SHARE_OF_TIME));
    if (names.length > 0) changed(names);
  };
  void look();

  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** What is known, once these names are known as they are now. */
function withMarks(known: Marks, names: readonly string[], now: Marks): Marks {
  const updated = new Map(known);
  for (const name of names) {
    const mark = now.get(name);
    if (mark) updated.set(name, mark);
    else updated.delete(name);
  }
  return updated;
}

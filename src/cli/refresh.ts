import { type Progress, refreshDue } from '../app/feeds/refresh.ts';
import type { Sources } from '../app/feeds/sources.ts';

interface Screen {
  /** Whether lines can be drawn over. */
  readonly live: boolean;
  write(text: string): void;
}

const BAR = 24;
/** Milliseconds between two drawings. */
const DRAWN_EVERY = 100;

/** `lede refresh`: asks every feed whose time has come, with a bar: feeds done, articles new, time left. */
export async function refresh(sources: Sources, stop: AbortSignal, { live, write }: Screen): Promise<void> {
  const began = Date.now();
  let drawn = 0;
  const draw = (progress: Progress) => {
    if (!live || (Date.now() - drawn < DRAWN_EVERY && progress.done < progress.of)) return;
    drawn = Date.now();
    write(`\r\u001B[K${bar(progress, Date.now() - began)}`);
  };
  const { done, of, fresh } = await refreshDue(sources, stop, draw);
  if (live && of > 0) write('\n');
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  write(
    of === 0
      ? 'No feed is due. Add one with /feeds add, or name an OPML file in LEDE_FEEDS.\n'
      : `${done} of ${of} feeds asked in ${seconds} s, ${fresh} new articles.${done < of ? ' Stopped; the rest is asked next time.' : ''}\n`,
  );
}

/** "[#####     ] 120/600 feeds · 34 new · 12 s left". */
export function bar({ done, of, fresh }: Progress, elapsed: number): string {
  const full = Math.round((BAR * done) / of);
  const left = done === 0 ? '' : ` · ${Math.ceil(((elapsed / done) * (of - done)) / 1000)} s left`;
  return `[${'#'.repeat(full)}${' '.repeat(BAR - full)}] ${done}/${of} feeds · ${fresh} new${left}`;
}

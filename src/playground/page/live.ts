import type { Change } from '../../standin/change.ts';
import type { Line } from '../journal.ts';

interface Listening {
  /** At first, and whenever the connection is there again: everything may be different. */
  connected(): void;
  lost(): void;
  changed(change: Change): void;
  /** The time, or a switch for trouble, is another. */
  moved(): void;
  logged(line: Line): void;
}

/** Listens to what happens before one person's eyes. Returns what ends it. The browser reconnects by itself. */
export function listen(person: string, { connected, lost, changed, moved, logged }: Listening): () => void {
  const stream = new EventSource(`/api/events?${new URLSearchParams({ person })}`);
  stream.addEventListener('open', connected);
  stream.addEventListener('error', lost);
  stream.addEventListener('message', ({ data }) => changed(JSON.parse(data)));
  stream.addEventListener('machine', moved);
  stream.addEventListener('line', ({ data }) => logged(JSON.parse(data)));
  return () => stream.close();
}

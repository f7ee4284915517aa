import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change } from '../standin/change.ts';
import type { StandIn } from '../standin/standin.ts';
import { checked } from './checked.ts';
import type { Machine } from './machine.ts';
import { personSchema } from './requests.ts';
import { sceneOf } from './scene.ts';

/** A stream of what happens before one person's eyes, for as long as the page is open. */
export function events(standIn: StandIn, machine?: Machine): Hono {
  const routes = new Hono();
  routes.get('/events', checked('query', personSchema), (context) => {
    const { person } = context.req.valid('query');
    return streamSSE(context, async (stream) => {
      const stop = standIn.on('change', (change) => {
        if (isSeenBy(person, change, standIn)) void stream.writeSSE({ data: JSON.stringify(change) });
      });
      const stopMachine = machine?.on(() => void stream.writeSSE({ event: 'machine', data: '' }));
      const stopJournal = machine?.journal.on((line) => {
        void stream.writeSSE({ event: 'line', data: JSON.stringify(line) });
      });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      for (const end of [stop, stopMachine, stopJournal]) end?.();
    });
  });
  return routes;
}

function isSeenBy(person: string, change: Change, standIn: StandIn): boolean {
  if (change.kind === 'commands' || change.kind === 'world') return true;
  if ('message' in change && (change.message.ephemeralFor ?? person) !== person) return false;
  return sceneOf(standIn, person)?.channels.some(({ id }) => id === change.channel) ?? false;
}

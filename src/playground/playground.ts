import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { StandInRefusal } from '../standin/refusal.ts';
import type { StandIn } from '../standin/standin.ts';
import { actions } from './actions.ts';
import { attachments } from './attachments.ts';
import { events } from './events.ts';
import { files } from './files.ts';
import { guard, onlyJson } from './guard.ts';
import { strictHeaders } from './headers.ts';
import { Machine, type MachineParts } from './machine.ts';
import { views } from './views.ts';

export interface PlaygroundOptions {
  /** Host names the page may be asked for by, besides this machine's own: the address the server listens on. */
  readonly hosts: readonly string[];
  /** The time and trouble, where the page may change them. */
  readonly machine?: MachineParts;
}

/** A file of 1 MB in base64, and what stands around it. */
const LONGEST_BODY = 1.5 * 1024 * 1024;

/** The page that shows the stand-in's channels at `/`, and under `/api` what it asks for. */
export function playgroundRoutes(standIn: StandIn, { hosts, machine: parts }: PlaygroundOptions): Hono {
  // Everybody can write to the bot, so everybody has it among their direct messages.
  for (const { user } of standIn.world.guild()?.members ?? []) {
    if (!user.bot) standIn.world.directChannel(user);
  }
  const machine = parts && new Machine(standIn, parts);
  const routes = new Hono();
  routes.onError(refused);
  routes.use(strictHeaders, guard(hosts), onlyJson, bodyLimit({ maxSize: LONGEST_BODY }));
  for (const part of [views(standIn, machine !== undefined), actions(standIn), events(standIn, machine)])
    routes.route('/api', part);
  if (machine) routes.route('/api', machine.routes(standIn));
  for (const part of [files(), attachments(standIn)]) routes.route('/', part);
  return routes;
}

/**
 * What goes wrong is told to the page in one sentence. Where Discord's client says no, nothing went wrong with the
 * request, so that is a 200 (a browser reports others as errors). A fault of ours is left to the server's own edge.
 */
function refused(error: Error, context: Context): Response {
  if (error instanceof StandInRefusal) return context.json({ refused: error.message });
  if (error instanceof HTTPException) return context.json({ error: error.message || 'Refused' }, error.status);
  throw error;
}

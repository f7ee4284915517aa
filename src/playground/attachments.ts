import { Hono } from 'hono';
import type { StandIn } from '../standin/standin.ts';

/** Files that the bot has sent, to be saved: whatever they say of themselves, a browser shall not open them here. */
export function attachments(standIn: StandIn): Hono {
  const routes = new Hono();
  routes.get('/attachments/*', (context) => {
    const file = standIn.file(new URL(context.req.url).pathname);
    if (!file) return context.text('This file is gone.\n', 404);
    const headers = { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' };
    return context.body(new Uint8Array(file.bytes), 200, headers);
  });
  return routes;
}

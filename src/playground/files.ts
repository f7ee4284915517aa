import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Context, Hono } from 'hono';
import { ROOT } from '../base/root.ts';

/** What is written by hand is served as it is; scripts are served as the build left them. */
const KINDS: Readonly<Record<string, { readonly folder: string; readonly type: string }>> = {
  '.html': { folder: 'src/playground/page', type: 'text/html; charset=utf-8' },
  '.css': { folder: 'src/playground/page', type: 'text/css; charset=utf-8' },
  '.svg': { folder: 'src/playground/page', type: 'image/svg+xml' },
  '.js': { folder: 'dist/src/playground/page', type: 'text/javascript; charset=utf-8' },
};

/** The page's own files. A name is one plain word and its ending, so that no path leads out of the folders. */
export function files(): Hono {
  const routes = new Hono();
  routes.get('/', (context) => send(context, 'index.html'));
  routes.get('/page/:name{[a-z-]+\\.(?:css|js|svg)}', (context) => send(context, context.req.param('name')));
  return routes;
}

async function send(context: Context, name: string): Promise<Response> {
  const { folder, type } = KINDS[extname(name)]!;
  const bytes = await readFile(join(ROOT, folder, name)).catch(() => undefined);
  if (!bytes) return context.text('Not found. Scripts are there after `npm run build`.\n', 404);
  return context.body(new Uint8Array(bytes), 200, { 'content-type': type });
}

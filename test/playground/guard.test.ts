import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playgroundRoutes } from '../../src/playground/playground.ts';
import { StandIn } from '../../src/standin/standin.ts';

const HOST = '127.0.0.1:8080';

let standIn: StandIn;
let routes: Hono;
let ada: string;
let news: string;

beforeAll(async () => {
  standIn = await StandIn.start();
  routes = playgroundRoutes(standIn, { hosts: ['127.0.0.1'] });
  ada = standIn.person('Ada').user.id;
  news = standIn.world.channel('news')!.id;
});

afterAll(() => standIn.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  routes.request(path, { headers: { host: HOST, ...headers } });

const post = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  routes.request(`/api/${name}`, {
    method: 'POST',
    headers: { host: HOST, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test.each(['localhost:8080', '127.0.0.1', '[::1]:8080', 'LOCALHOST:3000'])(
  '%s is a name of this machine',
  async (host) => {
    expect((await get('/', { host })).status).toBe(200);
  },
);

test.each(['news.example', 'news.example:8080', '127.0.0.1.news.example', '192.0.2.7:8080', ''])(
  'a name rebound to this machine is refused: “%s”',
  async (host) => {
    expect((await get('/', { host })).status).toBe(403);
    expect((await get(`/api/scene`, { host })).status).toBe(403);
  },
);

test('listening on every address, any address is its own, but no name is', async () => {
  const open = playgroundRoutes(standIn, { hosts: ['0.0.0.0'] });
  const status = async (host: string) => (await open.request('/', { headers: { host } })).status;

  expect(await status('192.0.2.7:8080')).toBe(200);
  expect(await status('news.example:8080')).toBe(403);
});

test.each(['http://news.example', 'http://localhost:3000', 'http://127.0.0.1:9090', 'null'])(
  'what a page at %s sends is refused',
  async (origin) => {
    const body = { person: ada, channel: news, content: 'hello' };

    expect((await post('say', body, { origin })).status).toBe(403);
    expect((await get('/api/scene', { origin })).status).toBe(403);
  },
);

test('what its own page sends is taken', async () => {
  const said = await post('say', { person: ada, channel: news, content: 'Good morning' }, { origin: `http://${HOST}` });

  expect(said.status).toBe(200);
  expect(standIn.messages(news).at(-1)).toMatchObject({ content: 'Good morning', author: { id: ada } });
});

test('a form cannot stand in for the page: only JSON is read', async () => {
  const body = JSON.stringify({ person: ada, channel: news, content: 'hello' });

  expect((await post('say', body, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post('say', '{"person":')).status).toBe(400);
});

test('every answer forbids scripts, pictures and frames from elsewhere', async () => {
  for (const path of ['/', '/page/theme.css', '/api/scene', '/nowhere']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test.each(['/page/..%2f..%2f..%2fpackage.json', '/page/%2e%2e/playground.ts', '/page/main.ts', '/package.json'])(
  'no path leads out of the page: %s',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { afterEach, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { type HttpParts, type OpenHttp, openHttp } from '../../src/ops/http.ts';

const opened: OpenHttp[] = [];

async function open(parts: Partial<HttpParts> = {}, port = 0): Promise<OpenHttp> {
  const http = await openHttp({ host: '127.0.0.1', port }, { ready: () => true, ...parts });
  opened.push(http);
  return http;
}

afterEach(async () => {
  for (const http of opened.splice(0)) await http.close();
});

test('healthz answers for as long as the process lives, ready or not', async () => {
  const { url } = await open({ ready: () => false });

  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('readyz turns from 503 to 200 once the bot is ready', async () => {
  let ready = false;
  const { url } = await open({ ready: () => ready });

  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  ready = true;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test('further pages are served beside the health checks', async () => {
  const routes = new Hono().get('/hello', (context) => context.text('good morning'));
  const { url } = await open({ routes });

  expect(await (await fetch(`${url}/hello`)).text()).toBe('good morning');
  expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
});

test('port 0 picks a free port, and says which', async () => {
  const [one, other] = [await open(), await open()];

  expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
  expect(other.url).not.toBe(one.url);
});

test('a taken port is refused with one sentence that names the setting and the address', async () => {
  const { url } = await open();
  const port = Number(new URL(url).port);

  const second = openHttp({ host: '127.0.0.1', port }, { ready: () => true });

  await expect(second).rejects.toThrow(UserError);
  await expect(second).rejects.toThrow(`LEDE_HTTP: 127.0.0.1:${port} is in use`);
});

test('an address that is not of this machine is refused with the setting to mend', async () => {
  const elsewhere = openHttp({ host: '203.0.113.7', port: 0 }, { ready: () => true });

  await expect(elsewhere).rejects.toThrow(/^LEDE_HTTP: 203\.0\.113\.7:0 is not an address of this machine/);
});

test('closing ends an open event stream, so that the bot can stop', async () => {
  let told = () => {};
  const aborted = new Promise<void>((resolve) => {
    told = resolve;
  });
  const routes = new Hono().get('/events', (context) =>
    streamSSE(context, async (stream) => {
      stream.onAbort(told);
      await stream.writeSSE({ data: 'hello' });
      await aborted;
    }),
  );
  const http = await openHttp({ host: '127.0.0.1', port: 0 }, { ready: () => true, routes });
  const reader = (await fetch(`${http.url}/events`)).body!.getReader();
  await reader.read();

  await http.close();

  await expect(reader.read()).rejects.toThrow();
  await expect(aborted).resolves.toBeUndefined();
});

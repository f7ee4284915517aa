import { existsSync } from 'node:fs';
import axe from 'axe-core';
import type { Client } from 'discord.js';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { openHttp } from '../../src/ops/http.ts';
import { playgroundRoutes } from '../../src/playground/playground.ts';
import { StandIn } from '../../src/standin/standin.ts';
import { startHarbourBot } from './harbour-bot.ts';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE = 20_000;

/** The playground of a small bot, open in a real browser. */
export interface Harbour {
  readonly standIn: StandIn;
  readonly bot: Client<true>;
  /** Ends what /slow began. */
  finish(): void;
  /** A first visit. Whatever the browser complains of, and whatever is asked of another host, fails the test. */
  visit(options?: BrowserContextOptions): Promise<Page>;
}

/** Tests that need a browser. Where there is none they are left out, and one line says so. */
export function describeWithBrowser(name: string, tests: (browser: () => Browser, troubles: string[]) => void): void {
  const missing = !existsSync(CHROMIUM);
  if (missing) console.log(`No browser at ${CHROMIUM}: “${name}” is not tested. Set CHROMIUM_PATH to one.`);
  describe.skipIf(missing)(name, { timeout: 60_000 }, () => {
    const browsers: Browser[] = [];
    const troubles: string[] = [];

    beforeAll(async () => {
      browsers.push(await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS }));
    }, 60_000);

    afterEach(async () => {
      const seen = troubles.splice(0);
      for (const context of browsers[0]!.contexts()) await context.close();
      expect(seen).toEqual([]);
    });

    afterAll(() => browsers[0]?.close());

    tests(() => browsers[0]!, troubles);
  });
}

/** Tests of the page itself, with a small bot whose answers hold whatever the page must draw. */
export function describeInBrowser(name: string, tests: (harbour: () => Harbour) => void): void {
  describeWithBrowser(name, (browser, troubles) => {
    let harbour: Harbour;
    let close: () => Promise<void>;

    beforeAll(async () => {
      ({ harbour, close } = await openHarbour(browser(), troubles));
    });

    afterAll(() => close());

    tests(() => harbour);
  });
}

async function openHarbour(browser: Browser, troubles: string[]) {
  const standIn = await StandIn.start();
  const { client: bot, finish } = await startHarbourBot(standIn.api);
  const routes = playgroundRoutes(standIn, { hosts: ['127.0.0.1'] });
  const http = await openHttp({ host: '127.0.0.1', port: 0 }, { ready: () => true, routes });
  const close = async () => {
    await http.close();
    await bot.destroy();
    await standIn.close();
  };
  const visit = (options: BrowserContextOptions = {}) => openPage(browser, http.url, troubles, options);
  const harbour: Harbour = { standIn, bot, finish, visit };
  return { harbour, close };
}

/** A first visit. What the browser complains of, and what is asked of another host, is added to the troubles. */
export async function openPage(
  browser: Browser,
  url: string,
  troubles: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('request', (request) => !request.url().startsWith(url) && troubles.push(request.url()));
  await page.goto(url);
  await page.getByRole('button', { name: '/brief' }).waitFor();
  return page;
}

/** Types at the foot of the channel. */
export async function type(page: Page, words: string): Promise<void> {
  await page.locator('#composer').focus();
  await page.keyboard.type(words);
}

/** Sends a command that needs no options. */
export async function send(page: Page, command: string): Promise<void> {
  await type(page, `/${command} `);
  await page.keyboard.press('Enter');
}

export const newest = (page: Page) => page.locator('.message').last();

export const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

/** What axe-core calls serious or worse. */
export async function faultsIn(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script, which the page's policy forbids.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

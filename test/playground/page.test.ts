import { existsSync } from 'node:fs';
import { ChannelType, type Client, MessageFlags } from 'discord.js';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type OpenHttp, openHttp } from '../../src/ops/http.ts';
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
const PATIENCE = 10_000;

const missing = !existsSync(CHROMIUM);
if (missing) console.log(`No browser at ${CHROMIUM}: the playground's page is not tested. Set CHROMIUM_PATH to one.`);

describe.skipIf(missing)('the page in a real browser', { timeout: 30_000 }, () => {
  let standIn: StandIn;
  let bot: Client<true>;
  let finish: () => void;
  let http: OpenHttp;
  let browser: Browser;
  let troubles: string[] = [];

  beforeAll(async () => {
    standIn = await StandIn.start();
    ({ client: bot, finish } = await startHarbourBot(standIn.api));
    const routes = playgroundRoutes(standIn, { hosts: ['127.0.0.1'] });
    http = await openHttp({ host: '127.0.0.1', port: 0 }, { ready: () => true, routes });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await http.close();
    await bot.destroy();
    await standIn.close();
  });

  afterEach(async () => {
    const seen = troubles;
    troubles = [];
    for (const context of browser.contexts()) await context.close();
    expect(seen).toEqual([]);
  });

  /** A first visit. Whatever the browser complains of, and whatever is asked of another host, fails the test. */
  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => !request.url().startsWith(http.url) && troubles.push(request.url()));
    await page.goto(http.url);
    await page.getByRole('button', { name: '/brief' }).waitFor();
    return page;
  }

  const type = async (page: Page, words: string) => {
    await page.locator('#composer').focus();
    await page.keyboard.type(words);
  };
  const send = async (page: Page, command: string) => {
    await type(page, `/${command} `);
    await page.keyboard.press('Enter');
  };
  const newest = (page: Page) => page.locator('.message').last();
  const focusedWord = (page: Page) => page.evaluate(() => document.activeElement?.id);

  test('a first visit offers commands to begin with, and says how to add a token', async () => {
    const page = await visit();

    await page.getByText('DISCORD_TOKEN').waitFor();
    await page.getByRole('button', { name: '/who' }).click();

    await page.getByRole('combobox', { name: 'name, required' }).waitFor();
    expect(await page.locator('.command').textContent()).toBe('/who');
  });

  test('a command is typed, a name chosen with the keys, and the answer shown', async () => {
    const page = await visit();

    await type(page, '/wh');
    await page.getByRole('option', { name: /^\/who/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('mar');
    await page.getByRole('option', { name: 'Marek Oduya' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');

    await newest(page).getByRole('heading', { name: 'Marek Oduya' }).waitFor();
    expect(await newest(page).locator('.reply-line').textContent()).toContain('/who');
    const link = newest(page).getByRole('link', { name: 'Article' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  test('an option can be named as it is typed: /who name:', async () => {
    const page = await visit();

    await type(page, '/who name:tomas');
    await page.getByRole('option', { name: 'Tomas Brandt' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('days:');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');

    await newest(page).getByRole('heading', { name: 'Tomas Brandt' }).waitFor();
  });

  test('a missing option is named where it is missing, and nothing is sent', async () => {
    const page = await visit();
    const before = await page.locator('.message').count();

    await type(page, '/schedule add ');
    await page.getByRole('option', { name: '#general' }).click();
    await page.keyboard.press('Enter');

    await page.getByRole('alert').getByText('This option is required').waitFor();
    const time = page.getByRole('combobox', { name: 'time, required' });
    expect(await time.getAttribute('aria-invalid')).toBe('true');
    expect(await time.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.locator('.message').count()).toBe(before);
  });

  test('escape leaves a command, backspace takes it back a step', async () => {
    const page = await visit();

    await type(page, '/brief ');
    await page.keyboard.type('since:');
    await page.getByRole('combobox', { name: /^since/ }).waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');

    expect(await page.locator('#composer').inputValue()).toBe('/brief');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.command').count()).toBe(0);
    expect(await focusedWord(page)).toBe('composer');
  });

  test('a private reply is marked, unseen by others, and can be dismissed without losing the focus', async () => {
    const page = await visit();
    await type(page, '/schedule add channel:general');
    await page.keyboard.press('Tab');
    await page.keyboard.type('07:00');
    await page.keyboard.press('Enter');
    const reply = page.locator('.message.private', { hasText: '07:00 in #general' });
    await reply.getByText('Only you can see this').waitFor();

    await page.getByRole('button', { name: 'Switch to Ben' }).click();
    await page.getByRole('button', { name: 'Switch to Ada' }).waitFor();
    await expect.poll(() => reply.count()).toBe(0);

    await page.getByRole('button', { name: 'Switch to Ada' }).click();
    await reply.getByRole('button', { name: 'Dismiss message' }).press('Enter');
    await expect.poll(() => reply.count()).toBe(0);
    expect(await focusedWord(page)).toBe('composer');
  });

  test('a button turns the page in its place, and the focus stays with the message', async () => {
    const page = await visit();
    await send(page, 'brief');
    const briefing = page.locator('.message', { hasText: 'page 1 of 2' }).last();
    await briefing.waitFor();
    const count = await page.locator('.message').count();

    await briefing.getByRole('button', { name: 'Next' }).press('Enter');

    await newest(page).getByText('page 2 of 2').waitFor();
    const link = newest(page).getByRole('link', { name: 'Council delays the harbour vote' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await page.locator('.message').count()).toBe(count);
    expect(await newest(page).evaluate((row) => row.contains(document.activeElement))).toBe(true);
  });

  test('a select menu is worked by keys alone', async () => {
    const page = await visit();
    await send(page, 'brief');
    await newest(page).getByText('page 1 of 2').waitFor();
    const menu = newest(page).getByRole('combobox', { name: 'Open a story' });

    await menu.press('Enter');
    await page.getByRole('option', { name: 'Ferry pier' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await newest(page).getByText('You opened vote.').waitFor();
    await newest(page).getByText('Only you can see this').waitFor();
  });

  test('a bot that takes its time is thinking, then answers', async () => {
    const page = await visit();

    await send(page, 'slow');
    await newest(page).getByText('is thinking…').waitFor();
    finish();

    await newest(page).getByText('Done at last.').waitFor();
  });

  test('a bot that does not answer is reported as Discord reports it', async () => {
    const page = await visit();

    await send(page, 'silent');

    const failed = page.locator('.message', { hasText: 'The application did not respond' });
    await failed.getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => failed.count()).toBe(0);
  });

  test('a post arrives while one looks, is read aloud, and marks a channel one does not look at', async () => {
    const page = await visit();
    const post = async (channel: string, content: string) => {
      const found = await bot.channels.fetch(standIn.world.channel(channel)!.id);
      if (found?.type !== ChannelType.GuildText) throw new Error('not a text channel');
      const display = { type: 10, content } as const;
      await found.send({ flags: MessageFlags.IsComponentsV2, components: [display] });
    };

    await post('news', '## Good morning, **harbour**');
    await newest(page).getByRole('heading', { name: 'Good morning, harbour' }).waitFor();
    expect(await page.locator('#announcer').textContent()).toContain('Good morning, harbour');

    await post('general', 'Elsewhere');
    await page.getByRole('button', { name: 'general (new messages)' }).click();
    await newest(page).getByText('Elsewhere').waitFor();
    expect(await page.getByRole('button', { name: 'general', exact: true }).getAttribute('aria-current')).toBe('page');
  });

  test('markup in a message is shown as text and does nothing', async () => {
    const page = await visit();

    await type(page, '<img src=x onerror=alert(1)> [here](javascript:alert(1)) <script>alert(1)</script>');
    await page.keyboard.press('Enter');

    await newest(page).getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await newest(page).locator('img, script, a').count()).toBe(0);
  });

  test('it is light or dark as the system is, until one chooses', async () => {
    const page = await visit({ colorScheme: 'light' });
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);

    expect(await theme()).toBe('light');
    await page.getByRole('button', { name: 'Switch to dark' }).click();
    await page.reload();
    expect(await theme()).toBe('dark');
  });

  test('on a phone the channels lie behind a button, and nothing is wider than the screen', async () => {
    const page = await visit({ viewport: { width: 390, height: 844 } });
    const opener = page.getByRole('button', { name: 'Channels' });
    await send(page, 'brief');
    await newest(page).getByText('page 1 of 2').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await opener.click();
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);

    await opener.click();
    await page.getByRole('button', { name: 'general' }).click();
    await page.getByRole('heading', { name: 'Welcome to #general!' }).waitFor();
    expect(await opener.getAttribute('aria-expanded')).toBe('false');
  });
});

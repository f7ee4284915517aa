import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { ROOT } from '../../src/base/root.ts';
import { startBot, temporaryFolder } from '../support/child.ts';
import { writeHarbourNews } from '../support/harbour-news.ts';

// Takes the README's pictures from the playground of the built bot, with made-up news: `npm run pictures`.

const FOLDER = join(ROOT, 'data/pictures');
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** A picture is no larger than this, so that a clone stays small. */
const LARGEST = 80 * 1024;

/** Of a long answer the beginning is enough, in pixels. */
const TALLEST = 420;

/** What is typed for each picture, and a text that the answer holds. */
const COMMANDS: readonly { readonly name: string; readonly typed: string; readonly holds: string | RegExp }[] = [
  { name: 'brief', typed: '/brief ', holds: 'Council puts off the harbour vote' },
  { name: 'story', typed: '/story title:Council puts', holds: 'Nobody builds a wall twice' },
  { name: 'who', typed: '/who name:lindq', holds: 'Mara Lindqvist' },
  { name: 'quotes', typed: '/quotes about:wall', holds: 'Nobody builds a wall twice' },
  { name: 'search', typed: '/search words:ferry', holds: 'Ferry to the islands' },
  { name: 'why', typed: '/why article:Rain closes', holds: /Rain closes the mountain road/ },
  { name: 'follow', typed: '/follow add name:Lena', holds: 'Lena Marsh' },
  { name: 'schedule', typed: '/schedule add channel:#news zone:Europe/Ber time:07:00', holds: '07:00' },
  { name: 'feeds', typed: '/feeds list ', holds: 'Harbour Courier' },
  { name: 'about', typed: '/about ', holds: '/brief' },
];

const folders = [temporaryFolder(), temporaryFolder()] as const;
mkdirSync(FOLDER, { recursive: true });
writeHarbourNews(folders[0].path, new Date());
const feeds = join(folders[1].path, 'feeds.opml');
writeFileSync(
  feeds,
  `<opml version="2.0"><body>${['Coast Daily', 'Harbour Courier', 'Norrby Echo'].map((title) => `<outline title="${title}" xmlUrl="https://${title.split(' ')[0]!.toLowerCase()}.example/rss"/>`).join('')}</body></opml>`,
);
const bot = startBot({
  LEDE_FEEDS: feeds,
  LEDE_ARTICLES: folders[0].path,
  LEDE_DATA_DIR: folders[1].path,
  LEDE_HTTP: '127.0.0.1:0',
});
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const url = String((await bot.line('ready'))['http']);

  const wide = await open(url, { width: 1000, height: 560 });
  await ask(wide, '/who name:lindq', 'Mara Lindqvist');
  await wide
    .locator('.message')
    .last()
    .evaluate((row) => row.scrollIntoView({ block: 'start' }));
  await wide.locator('#composer').focus();
  await wide.keyboard.press('Escape');
  await take('playground', (path) => wide.screenshot({ path }));

  // Narrow enough that the channels are out of sight, and what is pictured is the answer alone.
  const narrow = await open(url, { width: 600, height: 1400 });
  for (const { name, typed, holds } of COMMANDS) {
    await ask(narrow, typed, holds);
    await takeAnswer(narrow, name);
  }
  await briefLink(narrow, 'Look: https://news.example/council-puts-off-the-harbour-vote');
  await takeAnswer(narrow, 'link');
} finally {
  await browser.close();
  bot.process.kill('SIGTERM');
  await bot.ended;
  for (const folder of folders) folder.remove();
}

async function open(url: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport, colorScheme: 'dark', locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  await page.getByRole('button', { name: '/brief' }).waitFor();
  return page;
}

/** Types a command as a person does: a name and colon at a time, and the first of what is offered for each. */
async function ask(page: Page, typed: string, holds: string | RegExp): Promise<void> {
  const before = await page.locator('.message:not(.attempt)').count();
  await page.locator('#composer').focus();
  const [command, ...options] = typed.trim().split(/ (?=\w+:)/);
  await page.keyboard.type(`${command} `);
  for (const option of options) {
    await page.keyboard.type(option);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction((count) => document.querySelectorAll('.message:not(.attempt)').length > count, before);
  await page.locator('.message').last().getByText(holds).first().waitFor();
  await page.mouse.move(0, 0);
}

/** Says something and uses the message's menu on it. */
async function briefLink(page: Page, said: string): Promise<void> {
  await page.locator('#composer').focus();
  await page.keyboard.type(said);
  await page.keyboard.press('Enter');
  const message = page.locator('.message').last();
  await message.getByText('Look:').waitFor();
  await message.getByRole('button', { name: 'More' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Brief this link' }).press('Enter');
  await page.locator('.message').last().getByText('Mara Lindqvist').first().waitFor();
  await page.mouse.move(0, 0);
}

/** The last message alone. */
async function takeAnswer(page: Page, name: string): Promise<void> {
  const answer = page.locator('.message').last();
  await answer.evaluate((row) => row.scrollIntoView({ block: 'start' }));
  const { x, y, width, height } = (await answer.boundingBox())!;
  const clip = { x, y, width, height: Math.min(height, TALLEST) };
  await take(name, (path) => page.screenshot({ path, clip, animations: 'disabled' }));
}

async function take(name: string, shoot: (path: string) => Promise<unknown>): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  await shoot(path);
  const { size } = statSync(path);
  console.log(`${name}.png ${(size / 1024).toFixed(0)} KB${size > LARGEST ? ', larger than it should be' : ''}`);
}

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Child, startBot, temporaryFolder } from '../support/child.ts';
import { writeHarbourNews } from '../support/harbour-news.ts';
import { describeWithBrowser, faultsIn, newest, openPage, type } from './browser.ts';

/** The whole bot, as anybody starts it who has no token. */
describeWithBrowser('a first day with Lede', (browser, troubles) => {
  const folders = [temporaryFolder(), temporaryFolder()] as const;
  let bot: Child;
  let url: string;

  beforeAll(async () => {
    writeHarbourNews(folders[0].path, new Date());
    bot = startBot({ LEDE_ARTICLES: folders[0].path, LEDE_DATA_DIR: folders[1].path, LEDE_HTTP: '127.0.0.1:0' });
    url = String((await bot.line('ready'))['http']);
  });

  afterAll(async () => {
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    for (const folder of folders) folder.remove();
  });

  test('somebody is looked up, a briefing paged, a story opened, a quote seen in its place', async () => {
    const page = await openPage(browser(), url, troubles);

    await type(page, '/who name:lindq');
    await page.getByRole('option', { name: 'Mara Lindqvist' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await newest(page).getByText('We need another week, and we will take it').first().waitFor();

    await type(page, '/brief ');
    await page.keyboard.press('Enter');
    await newest(page).getByText('Council puts off the harbour vote').first().waitFor();
    await newest(page).getByRole('button', { name: 'Next' }).click();
    await newest(page).getByText('School strike ends in Norrby').first().waitFor();
    await newest(page).getByRole('button', { name: 'Previous' }).press('Enter');
    await newest(page).getByText('Council puts off the harbour vote').first().waitFor();

    const menu = newest(page).getByRole('combobox', { name: 'Open a story' });
    await menu.press('Enter');
    await page
      .getByRole('option', { name: /harbour/ })
      .first()
      .click();
    await newest(page).getByText('Nobody builds a wall twice because of one week').first().waitFor();
    await newest(page).getByRole('button', { name: 'In context' }).first().click();
    await newest(page)
      .getByText(/Fishermen had waited outside|The wall is to cost/)
      .first()
      .waitFor();
  });

  test('a schedule posts when the clock is moved; without the permission it is suspended, and the manager told', async () => {
    const page = await openPage(browser(), url, troubles);

    await type(page, '/schedule add channel:general');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Europe/Berlin');
    await page.getByRole('option', { name: 'Europe/Berlin' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('time:07:00');
    await page.keyboard.press('Enter');
    await newest(page).getByText('Only you can see this').waitFor();

    await page.getByRole('button', { name: 'Time and trouble' }).click();
    await page.getByRole('button', { name: 'Next slot' }).click();
    await page.getByRole('button', { name: 'general (new messages)' }).click();
    await newest(page).getByRole('heading', { name: 'Briefing' }).waitFor();
    expect(await faultsIn(page)).toEqual([]);
    const posts = await page.locator('.message').count();

    await page.getByRole('switch', { name: 'No permission here' }).click();
    await page.getByRole('switch', { name: 'No permission here', checked: true }).waitFor();
    await page.getByRole('button', { name: 'One day on' }).press('Enter');
    await page.getByRole('button', { name: 'Lede (new messages)' }).click();
    await newest(page).getByText('Send Messages').first().waitFor();
    await page.locator('#machine-log').getByText('a schedule is suspended').first().waitFor();

    await page.getByRole('button', { name: 'general', exact: true }).click();
    await page.getByRole('heading', { name: 'general', level: 1 }).waitFor();
    expect(await page.locator('.message').count()).toBe(posts);
    await page.getByRole('switch', { name: 'No permission here' }).click();
    await page.locator('#machine-log').getByText('a schedule goes on').first().waitFor();
    await clockRests(page);
    await page.getByRole('button', { name: 'One day on' }).click();
    await expect.poll(() => page.locator('.message').count()).toBeGreaterThan(posts);
    await clockRests(page);
  });
});

const clockRests = (page: Page) => page.locator('#machine-busy:empty').waitFor({ state: 'attached' });

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Child, startBot, temporaryFolder } from '../support/child.ts';
import { writeHarbourNews } from '../support/harbour-news.ts';
import { describeWithBrowser, faultsIn, newest, openPage, type } from './browser.ts';
import { writeHostileArticle } from './hostile-article.ts';

/** The whole bot, as anybody starts it who has no token. */
describeWithBrowser('a first day with Lede', (browser, troubles) => {
  const folders = [temporaryFolder(), temporaryFolder()] as const;
  let bot: Child;
  let url: string;

  beforeAll(async () => {
    writeHarbourNews(folders[0].path, new Date());
    writeHostileArticle(folders[0].path, new Date());
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

  // What is asked of another host, and every complaint of the browser, fails the test too.
  test('an article cannot run or load anything, whatever is in it', async () => {
    const page = await openPage(browser(), url, troubles);
    const asked = ['/search words:kraken', '/who name:Olga Brun', '/story title:Kraken'];

    for (const words of asked) {
      const before = await page.locator('.message:not(.attempt)').count();
      await type(page, words);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.message:not(.attempt)').count()).toBe(before + 1);
      await newest(page)
        .getByText(/kraken/i)
        .first()
        .waitFor();
    }

    const drawn = page.locator('#messages');
    expect(await drawn.locator('script, img, iframe, style, meta, base, object, embed').count()).toBe(0);
    const addresses = await drawn
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.every((protocol) => protocol === 'https:')).toBe(true);
    expect(await page.title()).not.toBe('run');
    expect(await drawn.innerText()).toContain('<script>');
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
    await page.getByRole('button', { name: 'One day on' }).click();
    await expect.poll(() => page.locator('.message').count()).toBe(posts + 1);

    await page.getByRole('button', { name: 'Over the clock change' }).press('Enter');
    await expect.poll(() => page.locator('.message').count()).toBe(posts + 3);
    // The day before and the day after, at seven o'clock on both, in summer time and out of it.
    const sent = await page
      .locator('.message time.sent, .message.compact > time')
      .evaluateAll((times) =>
        times.slice(-2).map((time) => new Date((time as HTMLTimeElement).dateTime).getUTCHours()),
      );
    expect(new Set(sent)).toEqual(new Set([5, 6]));

    // A lost answer: the post stands, Lede is not told, looks for it and does not post it again.
    await page.getByRole('switch', { name: 'Answers get lost' }).click();
    await page.getByRole('switch', { name: 'Answers get lost', checked: true }).waitFor();
    await page.getByRole('button', { name: 'Next slot' }).click();
    await page.locator('#machine-log').getByText('a briefing could not be posted').first().waitFor();
    await page.getByRole('switch', { name: 'Answers get lost' }).click();
    await page.getByRole('button', { name: 'One day on' }).click();
    await expect.poll(() => page.locator('.message').count()).toBe(posts + 5);
  });
});

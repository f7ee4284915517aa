import { ChannelType, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { describeInBrowser, focusedId, newest, send, type } from './browser.ts';

describeInBrowser('a channel', (harbour) => {
  test('a private reply is marked, unseen by others, and can be dismissed without losing the focus', async () => {
    const page = await harbour().visit();
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
    expect(await focusedId(page)).toBe('composer');
  });

  test('a button turns the page in its place, and the focus stays with the message', async () => {
    const page = await harbour().visit();
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

  test('a select menu is worked by keys alone, and opens in sight', async () => {
    const page = await harbour().visit({ viewport: { width: 1280, height: 480 } });
    await send(page, 'brief');
    await newest(page).getByText('page 1 of 2').waitFor();
    const menu = newest(page).getByRole('combobox', { name: 'Open a story' });
    await menu.evaluate((button) => button.scrollIntoView({ block: 'end' }));

    await menu.press('Enter');
    await page.getByRole('option', { name: 'Ferry pier' }).waitFor();
    const foot = await page.locator('.foot').evaluate((element) => element.getBoundingClientRect().top);
    const last = await page
      .getByRole('option', { name: 'Vote' })
      .evaluate((line) => line.getBoundingClientRect().bottom);
    expect(last).toBeLessThanOrEqual(foot);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await newest(page).getByText('You opened vote.').waitFor();
    await newest(page).getByText('Only you can see this').waitFor();
  });

  test('a bot that takes its time is thinking, then answers', async () => {
    const page = await harbour().visit();

    await send(page, 'slow');
    await newest(page).getByText('is thinking…').waitFor();
    harbour().finish();

    await newest(page).getByText('Done at last.').waitFor();
  });

  test('a bot that does not answer is reported as Discord reports it', async () => {
    const page = await harbour().visit();

    await send(page, 'silent');

    const failed = page.locator('.message', { hasText: 'The application did not respond' });
    await failed.getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => failed.count()).toBe(0);
  });

  test('a post arrives while one looks, is read aloud, and marks a channel one does not look at', async () => {
    const page = await harbour().visit();
    const post = async (channel: string, content: string) => {
      const found = await harbour().bot.channels.fetch(harbour().standIn.world.channel(channel)!.id);
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

  test('a message has a menu of what apps can do with it, worked by keys', async () => {
    const page = await harbour().visit();
    await type(page, 'See https://news.example/ferry');
    await page.keyboard.press('Enter');
    const message = page.locator('.message', { hasText: 'news.example/ferry' }).last();

    const more = message.getByRole('button', { name: 'More' });
    await more.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
    await more.press('Enter');
    await page.getByRole('menuitem', { name: 'Brief this link' }).press('Enter');

    await newest(page).getByText('You asked about “See https://news.example/ferry”.').waitFor();
    expect(await newest(page).locator('.reply-line').textContent()).toContain('Brief this link');
    expect(await newest(page).getByRole('button', { name: 'More' }).count()).toBe(0);
  });

  test('the bot can be written to directly, by each person alone', async () => {
    const page = await harbour().visit();

    await page.getByRole('button', { name: 'Lede', exact: true }).click();
    await page.getByRole('combobox', { name: 'Message @Lede' }).waitFor();
    await send(page, 'brief');
    await newest(page).getByText('page 1 of 2').waitFor();

    await page.getByRole('button', { name: 'Switch to Ben' }).click();
    await page.getByRole('button', { name: 'Switch to Ada' }).waitFor();
    await page.getByRole('button', { name: 'Lede', exact: true }).click();
    await page.getByRole('heading', { name: 'Lede', level: 1 }).waitFor();
    await expect.poll(() => page.locator('.message').count()).toBe(0);
  });

  test('among five hundred messages one more is drawn alone, and whoever reads further up stays there', async () => {
    const { standIn } = harbour();
    const ben = standIn.person('Ben');
    for (let count = 0; count < 500; count += 1) ben.say(`Message ${count}`, { channel: 'general' });
    const page = await harbour().visit();
    await page.getByRole('button', { name: 'general', exact: true }).click();
    await newest(page).getByText('Message 499').waitFor();
    const drawn = await page.locator('.message').elementHandles();
    expect(drawn.length).toBeGreaterThanOrEqual(500);

    const scrolled = await page.locator('#scroller').evaluate((scroller) => {
      scroller.scrollTop -= 3000;
      return scroller.scrollTop;
    });
    ben.say('One more', { channel: 'general' });
    await newest(page).getByText('One more').waitFor();

    expect(await drawn[0]!.evaluate((row) => row.isConnected)).toBe(true);
    expect(await drawn.at(-1)!.evaluate((row) => row.isConnected)).toBe(true);
    expect(await page.locator('#scroller').evaluate((scroller) => scroller.scrollTop)).toBe(scrolled);
    await page.getByRole('button', { name: 'New messages below' }).click();
    await expect.poll(() => page.locator('#newer').isHidden()).toBe(true);
  });

  test('markup in a message is shown as text and does nothing', async () => {
    const page = await harbour().visit();

    await type(page, '<img src=x onerror=alert(1)> [here](javascript:alert(1)) <script>alert(1)</script>');
    await page.keyboard.press('Enter');

    await newest(page).getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await newest(page).locator('img, script, a').count()).toBe(0);
  });

  test('it is light or dark as the system is, until one chooses', async () => {
    const page = await harbour().visit({ colorScheme: 'light' });
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);

    expect(await theme()).toBe('light');
    await page.getByRole('button', { name: 'Switch to dark' }).click();
    await page.reload();
    expect(await theme()).toBe('dark');
  });

  test('on a phone the channels lie behind a button, and nothing is wider than the screen', async () => {
    const page = await harbour().visit({ viewport: { width: 390, height: 844 } });
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

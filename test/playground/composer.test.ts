import { expect, test } from 'vitest';
import { describeInBrowser, focusedId, newest, type } from './browser.ts';

describeInBrowser('the composer', (harbour) => {
  test('a first visit offers commands to begin with, and says how to add a token', async () => {
    const page = await harbour().visit();

    await page.getByText('DISCORD_TOKEN').waitFor();
    await page.getByRole('button', { name: '/who' }).click();

    await page.getByRole('combobox', { name: 'name, required' }).waitFor();
    expect(await page.locator('.command').textContent()).toBe('/who');
  });

  test('a command is typed, a name chosen with the keys, and the answer shown', async () => {
    const page = await harbour().visit();

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
    const page = await harbour().visit();

    await type(page, '/who name:tomas');
    await page.getByRole('option', { name: 'Tomas Brandt' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('days:3');
    await page.keyboard.press('Enter');

    await newest(page).getByRole('heading', { name: 'Tomas Brandt' }).waitFor();
  });

  test('whoever types faster than the bot answers gets the name they typed, not the first of an older list', async () => {
    const page = await harbour().visit();

    await type(page, '/who name:');
    await page.getByRole('option', { name: 'Mara Lindqvist' }).waitFor();
    const before = await page.locator('.message').count();
    await page.keyboard.type('tomas');
    await page.keyboard.press('Tab');
    await page.keyboard.type('days:3');
    await page.keyboard.press('Enter');

    await expect.poll(() => page.locator('.message:not(.attempt)').count()).toBe(before + 1);
    await newest(page).getByRole('heading', { name: 'Tomas Brandt' }).waitFor();
    expect(await focusedId(page)).toBe('composer');
  });

  test('a file is chosen from the disk and handed over, and one that comes back can be saved', async () => {
    const page = await harbour().visit();
    const asked = page.waitForEvent('filechooser');

    await type(page, '/import ');
    await page.getByRole('option', { name: 'Choose a file…' }).waitFor();
    await page.keyboard.press('Enter');
    await (await asked).setFiles({ name: 'mine.opml', mimeType: 'text/xml', buffer: Buffer.from('<opml></opml>') });
    await expect.poll(() => page.getByRole('combobox', { name: 'file, required' }).inputValue()).toBe('mine.opml');
    await page.keyboard.press('Enter');

    await newest(page).getByText('Took mine.opml, 13 bytes.').waitFor();
    const saved = page.waitForEvent('download');
    await newest(page).getByRole('link', { name: 'feeds.opml' }).click();
    expect((await saved).suggestedFilename()).toBe('feeds.opml');
  });

  test('a missing option is named where it is missing, and nothing is sent', async () => {
    const page = await harbour().visit();
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
    const page = await harbour().visit();

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
    expect(await focusedId(page)).toBe('composer');
  });
});

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
    // Not the list of everybody that is offered before the first letter: its first entry would be taken.
    await expect.poll(() => page.getByRole('option').allTextContents(), { timeout: 20_000 }).toEqual(['Tomas Brandt']);
    await page.keyboard.press('Tab');
    await page.keyboard.type('days:');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');

    await newest(page).getByRole('heading', { name: 'Tomas Brandt' }).waitFor();
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

import { expect, test } from 'vitest';
import { describeInBrowser, faultsIn, newest, send, type } from './browser.ts';

describeInBrowser('whoever uses a screen reader or the keyboard', (harbour) => {
  test.each([
    { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
    { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  ] as const)('finds nothing in the way: $colorScheme, $viewport.width wide', async (options) => {
    const page = await harbour().visit(options);

    expect(await faultsIn(page)).toEqual([]);
    await send(page, 'brief');
    await newest(page).getByText('page 1 of 2').waitFor();
    await newest(page).getByRole('combobox', { name: 'Open a story' }).press('Enter');
    await page.getByRole('option', { name: 'Ferry pier' }).waitFor();
    expect(await faultsIn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await type(page, '/schedule add ');
    await page.getByRole('option', { name: '#general' }).waitFor();
    expect(await faultsIn(page)).toEqual([]);
  });
});

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, newest, send, type } from './browser.ts';

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

/** What axe-core calls serious or worse. */
async function faultsIn(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script, which the page's policy forbids.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

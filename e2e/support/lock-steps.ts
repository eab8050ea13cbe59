import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './archive-app.ts';
import { goTo } from './window-steps.ts';

export const PASSPHRASE = '示例口令 甲乙丙丁';

const APP_ADDRESS = /^app:\/\/archive\/index\.html/;
const LOCK_ADDRESS = 'app://lock/index.html';

/** Sets a passphrase in the settings: one that only locks the window, or one that encrypts the records too. */
export async function setPassphrase(
  page: Page,
  passphrase = PASSPHRASE,
  reach: '只锁窗口' | '锁窗口，并加密记录' = '只锁窗口',
): Promise<void> {
  await goTo(page, '#/settings');
  await page.getByRole('button', { name: '设置口令……' }).click();
  // The dialog is open when the cursor is in it; a click before that may come to nothing.
  await expect(page.getByLabel('新口令', { exact: true })).toBeFocused();
  await page.getByRole('radio', { name: reach }).check();
  await page.getByLabel('新口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再输一次新口令').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^立即锁定/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

type MenuItem = { readonly found: boolean; readonly enabled: boolean };

/** Chooses 立即锁定 in the menu, as Ctrl+L does; keys of a test do not reach the menu. */
export async function chooseLockNow({ electron }: RunningApp): Promise<MenuItem> {
  return electron.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('lock');
    item?.click();
    return { found: item?.accelerator === 'CommandOrControl+L', enabled: item?.enabled ?? false };
  });
}

export async function expectLocked(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '荣档已锁定' })).toBeVisible();
  expect(page.url()).toBe(LOCK_ADDRESS);
}

export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await tryPassphrase(page, passphrase);
  await expect(page).toHaveURL(APP_ADDRESS);
}

import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './archive-app.ts';

/** Opens a second window through the menu, as Ctrl+Shift+N does; keys of a test do not reach the menu. */
export async function openSecond(app: RunningApp): Promise<Page> {
  const opened = app.electron.waitForEvent('window');
  await app.electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === '新建窗口')?.click();
  });
  const second = await opened;
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible();
  return second;
}

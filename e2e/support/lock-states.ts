import { expect } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, type RunningApp } from './archive-app.ts';
import { chooseLockNow, expectLocked, setPassphrase, tryPassphrase } from './lock-steps.ts';
import { goTo } from './window-steps.ts';

/**
 * Everything that a person sees of the lock, one after the other; `look` is called at each. Begins in a running application
 * and ends in another one, which it closes.
 */
export async function walkLockStates(
  app: RunningApp,
  dataFolder: string,
  prepare: (app: RunningApp) => Promise<void>,
  look: (name: string, app: RunningApp) => Promise<void>,
): Promise<void> {
  const { page } = app;
  await goTo(page, '#/settings');
  await page.getByRole('button', { name: '设置口令……' }).click();
  await expect(page.getByLabel('新口令', { exact: true })).toBeFocused();
  await look('lock-dialog', app);
  await page.getByRole('dialog').getByRole('button', { name: '返回' }).click();
  await setPassphrase(page);
  await look('lock-settings', app);
  await chooseLockNow(app);
  await expectLocked(page);
  await look('lock-screen', app);
  await page.getByText('忘记口令').click();
  await tryPassphrase(page, '不对的口令');
  await expect(page.getByText(/口令不对/)).toBeVisible();
  await look('lock-wrong', app);
  await app.kill();
  await rm(join(dataFolder, 'lock.json'));
  const again = await startApp(dataFolder);
  await prepare(again);
  await expect(again.page.getByRole('alert').filter({ hasText: '口令已被移除' })).toBeVisible();
  await look('lock-removed', again);
  await again.kill();
}

import { expect } from '@playwright/test';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { test } from './support/data-folder.ts';
import { addHonor, goTo } from './support/window-steps.ts';

const ROUNDS = 20;

test(`killed right after 已保存, ${ROUNDS} times: nothing acknowledged is lost`, async ({ dataFolder }) => {
  test.setTimeout(600_000);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const app = await startApp(dataFolder);
    await expect(app.page.getByRole('navigation').getByText('荣誉')).toBeVisible();
    if (round > 1) await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText(String(round - 1));
    await addHonor(app.page, `示例荣誉${round}`);
    await app.kill();
  }
  const app = await startApp(dataFolder);
  await goTo(app.page, '#/ledger/honor');
  await expect(app.page.getByText(`共 ${ROUNDS} 条`)).toBeVisible();
  for (let round = 1; round <= ROUNDS; round += 1) {
    await expect(app.page.getByRole('gridcell', { name: `示例荣誉${round}`, exact: true })).toHaveCount(1);
  }
  await app.close();
});

test(`IndexedDB deleted ${ROUNDS} times: rebuilt in full from the journal`, async ({ dataFolder }) => {
  test.setTimeout(600_000);
  const first = await startApp(dataFolder);
  await first.page.getByRole('button', { name: '载入示例' }).click();
  await expect(first.page.getByText('已载入')).toBeVisible();
  await addHonor(first.page, '示例荣誉');
  await first.close();
  for (let round = 1; round <= ROUNDS; round += 1) {
    await rm(join(dataFolder, 'profile', 'IndexedDB'), { recursive: true, force: true });
    const app = await startApp(dataFolder);
    await expect(app.page.getByText('已按日志的 2 次改动完整重建')).toBeVisible();
    await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText('3');
    await expect(app.page.getByRole('link', { name: '方案' })).toContainText('5');
    await expect(app.page.getByRole('link', { name: '活动' })).toContainText('32');
    await app.close();
  }
  const files = await readdir(join(dataFolder, 'journal'));
  expect(files.filter((name) => name.endsWith('.jsonl'))).toHaveLength(1);
});

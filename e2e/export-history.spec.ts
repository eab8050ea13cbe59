import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { readDocxWithMammoth } from './support/read-docx.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

const honor = (title: string) => ({
  kind: 'honor',
  title,
  date: '2023年5月4日',
  level: '国家级',
  recipients: ['示例单位甲'],
});

test('what was exported is written down, and made again byte for byte after the data has changed', async ({
  app,
  page,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await importRecords(page, [honor('示例荣誉甲'), honor('示例荣誉乙')]);
  await goTo(page, '#/yearbook');
  await page.getByText('导出记录', { exact: true }).click();
  await expect(page.getByText('还没有导出过文档')).toBeVisible();

  const first = join(dataFolder, '汇编一.docx');
  await answerSaveDialog(app, first);
  await page.getByText('荣誉汇编', { exact: true }).click();
  await page.getByRole('button', { name: '生成 Word 荣誉汇编' }).click();
  await expect(page.getByText('荣誉汇编已生成')).toBeVisible({ timeout: 30_000 });

  await importRecords(page, [honor('示例荣誉丙')]);
  await goTo(page, '#/yearbook');
  await page.getByText('导出记录', { exact: true }).click();
  const row = page.getByRole('row', { name: /菏泽市直机关荣誉汇编（2023年）/ });
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: /展开/ }).click();
  await expect(page.getByText('所用的各类记录有 1 次改动')).toBeVisible();
  await expect(page.getByText(/SHA-256/)).toBeVisible();

  const second = join(dataFolder, '汇编二.docx');
  await answerSaveDialog(app, second);
  await page.getByRole('button', { name: '再次生成“菏泽市直机关荣誉汇编”' }).click();
  await expect(page.getByText('与当初的文件逐字节相同。')).toBeVisible({ timeout: 30_000 });
  expect((await readFile(second)).equals(await readFile(first))).toBe(true);

  const third = join(dataFolder, '汇编三.docx');
  await answerSaveDialog(app, third);
  await page.getByRole('button', { name: '按现在的数据生成' }).click();
  await expect(page.getByText('收入 3 条记录')).toBeVisible({ timeout: 30_000 });
  expect((await readDocxWithMammoth(third)).join(' ')).toContain('示例荣誉丙');
  await expect(page.getByRole('row', { name: /菏泽市直机关荣誉汇编（2023年）/ })).toHaveCount(3);
  await app.kill();

  // It is kept in the data folder, for the next start.
  const again = await startApp(dataFolder);
  await goTo(again.page, '#/yearbook');
  await again.page.getByText('导出记录', { exact: true }).click();
  await expect(again.page.getByRole('row', { name: /菏泽市直机关荣誉汇编（2023年）/ })).toHaveCount(3);
  await again.kill();
});

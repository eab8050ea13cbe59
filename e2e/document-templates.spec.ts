import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { importRecords } from './support/import-records.ts';
import { readDocxWithMammoth } from './support/read-docx.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

const honor = (title: string, level: string, unit: string) => ({
  kind: 'honor',
  title,
  date: '2023年5月4日',
  level,
  recipients: [unit],
});

test('choices are kept by name, chosen again, renamed, deleted, and used by a command', async ({
  app,
  page,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  await importRecords(page, [honor('示例荣誉甲', '国家级', '示例单位甲'), honor('示例荣誉乙', '省部级', '示例单位乙')]);
  await goTo(page, '#/yearbook');
  await page.getByTitle('荣誉汇编', { exact: true }).click();
  await page.getByLabel('起止不是整年，按日期填写').check();
  await page.getByLabel('起始日期').fill('2014年4月');
  await page.getByLabel('截止日期').fill('2026年3月');
  await page.getByLabel('按获奖单位').check();
  await page.getByLabel('级别', { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '国家级' }).click();
  await expect(page.getByText('将收入 1 条记录。')).toBeVisible();
  await page.getByRole('button', { name: '存为模板' }).click();
  await page.getByLabel('模板名称').fill('示例模板');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByTitle('示例模板', { exact: true })).toBeVisible();

  // What is usual, then the template again.
  await page.reload();
  await page.getByTitle('荣誉汇编', { exact: true }).click();
  await expect(page.getByText('将收入 2 条记录。')).toBeVisible();
  await page.getByRole('combobox', { name: '选用模板' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '示例模板' }).click();
  await expect(page.getByText('将收入 1 条记录。')).toBeVisible();
  await expect(page.getByLabel('按获奖单位')).toBeChecked();
  await expect(page.getByLabel('截止日期')).toHaveValue('2026-03-31');

  await page.getByRole('button', { name: '更多' }).click();
  await page.getByText('改名…').click();
  await page.getByLabel('模板名称').fill('示例国家级');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('示例国家级').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  const file = join(dataFolder, '模板.json');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByText('导出模板文件…').click();
  await expect(page.getByText('模板文件已保存')).toBeVisible();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ kind: 'honors', options: { groupBy: 'unit' } });
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByText('删除模板').click();
  await expect(page.getByText('还没有模板')).toBeVisible();
  await app.kill();

  const out = join(dataFolder, '汇编.docx');
  const words = ['export', 'honors', '--template', file, '--out', out, '--data', dataFolder, '--json'];
  const run = await runCommand(words);
  expect(run.json, run.stderr).toMatchObject({ ok: true, entries: 1 });
  expect((await readDocxWithMammoth(out)).join(' ')).toContain('一、示例单位甲');
  const other = await runCommand([...words, '--year', '2020']);
  expect(other.json, other.stderr).toMatchObject({ ok: true, entries: 0 });
  const wrong = await runCommand(['export', 'ledger', ...words.slice(2)]);
  expect(wrong.json).toMatchObject({ ok: false, error: { code: 'bad-template', where: '--template' } });
});

import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { test, type RunningApp } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { readDocxWithMammoth } from './support/read-docx.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

const RECORDS = [
  {
    kind: 'honor',
    title: '示例𠮷𬭎荣誉',
    date: '2023年3月4日',
    level: '国家级',
    recipients: ['示例单位甲'],
    documentNo: '示发〔2023〕5号',
  },
  { kind: 'honor', title: '示例荣誉乙', date: '2022年5月', level: '省部级', recipients: ['示例单位乙'] },
  { kind: 'honor', title: '示例荣誉丙', date: '2023年12月', level: '省部级', recipients: ['示例单位乙'] },
  { kind: 'plan', title: '示例方案', issued: '2022年3月', issuers: ['示例单位甲'] },
];

async function open(page: Page, document: string): Promise<void> {
  await importRecords(page, RECORDS);
  await goTo(page, '#/yearbook');
  await page.getByTitle(document, { exact: true }).click();
}

async function make(app: RunningApp, page: Page, name: string, file: string): Promise<string> {
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: `生成 Word ${name}` }).click();
  await expect(page.getByText(`${name}已生成`)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('10 项检查全部通过')).toBeVisible();
  return (await readDocxWithMammoth(file)).join(' ');
}

test('a ledger of days, columns and an order of one’s own', async ({ app, page, dataFolder }) => {
  await open(page, '台账');
  await expect(page.getByText('将收入 3 条记录。')).toBeVisible();
  await page.getByLabel('起止不是整年，按日期填写').check();
  await page.getByLabel('起始日期').fill('2022年4月');
  await page.getByLabel('截止日期').fill('2021年');
  await expect(page.getByText('截止早于起始')).toBeVisible();
  await expect(page.getByRole('button', { name: '生成 Word 台账' })).toBeDisabled();
  await page.getByLabel('截止日期').fill('2023年3月');
  await expect(page.getByText('将收入 2 条记录。')).toBeVisible();
  await page.getByLabel('最近的在前').check();
  await page.getByLabel('授予单位', { exact: true }).uncheck();
  const text = await make(app, page, '台账', join(dataFolder, '台账.docx'));
  expect(text).toContain('菏泽市直机关荣誉台账 （2022年4月至2023年3月）');
  expect(text).toContain('1 2023年3月4日 示例𠮷𬭎荣誉 国家级 示例单位甲 示发');
  expect(text).toContain('2 2022年5月 示例荣誉乙 省部级 示例单位乙');
  expect(text).not.toContain('授予单位');
  await page.getByLabel('工作方案台账').check();
  await expect(page.getByText('将收入 1 条记录。')).toBeVisible();
});

test('the profile of a unit, and the list of certificates', async ({ app, page, dataFolder }) => {
  await open(page, '单位荣誉简介');
  await expect(page.getByRole('button', { name: '生成 Word 单位荣誉简介' })).toBeDisabled();
  await page.getByLabel('单位', { exact: true }).fill('乙');
  await page.locator('.ant-select-item-option').filter({ hasText: '示例单位乙' }).click();
  await page.getByLabel(/列出待补的证据/).check();
  await expect(page.getByText('将收入 2 条记录。')).toBeVisible();
  const profile = await make(app, page, '单位荣誉简介', join(dataFolder, '简介.docx'));
  expect(profile).toContain('示例单位乙荣誉简介');
  expect(profile).toContain('三、荣誉名录');
  expect(profile).toContain('缺证书附件：全部。');
  await page.getByTitle('证书清单', { exact: true }).click();
  const list = await make(app, page, '证书清单', join(dataFolder, '清单.docx'));
  expect(list).toContain('没有证书附件的荣誉（3项）');
});

test('the catalogue of what is filed', async ({ app, page, dataFolder }) => {
  await open(page, '归档文件目录');
  await expect(page.getByText('这个范围里还没有编好档号的文件')).toBeVisible();
  const text = await make(app, page, '归档文件目录', join(dataFolder, '目录.docx'));
  expect(text).toContain('没有编好档号的归档文件。');
});

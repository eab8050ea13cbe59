import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { test, type RunningApp } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { readDocxWithMammoth } from './support/read-docx.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

const RECORDS = [
  { kind: 'honor', title: '示例𠮷𬭎荣誉', date: '2023年5月4日', level: '国家级', recipients: ['示例单位甲'] },
  {
    kind: 'honor',
    title: '示例荣誉乙',
    date: '2021年',
    level: '省部级',
    recipients: ['示例单位乙'],
    verification: '已核实',
  },
  { kind: 'honor', title: '示例荣誉丙', level: '省部级', recipients: ['示例单位乙'] },
  { kind: 'plan', title: '示例方案', issued: '2022年3月', issuers: ['示例单位甲'] },
  { kind: 'activity', title: '示例活动', date: '2023年5月4日', hosts: ['示例单位甲'] },
];

async function open(page: Page, document: string): Promise<void> {
  await importRecords(page, RECORDS);
  await goTo(page, '#/yearbook');
  await page.getByText(document, { exact: true }).click();
}

/** Makes the document that is shown, and reads it as another program does. */
async function make(app: RunningApp, page: Page, name: string, file: string): Promise<readonly string[]> {
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: `生成 Word ${name}` }).click();
  await expect(page.getByText(`${name}已生成`)).toBeVisible({ timeout: 30_000 });
  return readDocxWithMammoth(file);
}

const titles = (paragraphs: readonly string[]) =>
  paragraphs.filter((text) => text.startsWith('【')).map((text) => text.replace(/】.*/, '】'));

test('a compilation of honours is chosen, made, and found sound', async ({ app, page, dataFolder }) => {
  await open(page, '荣誉汇编');
  await expect(page.getByText('将收入 2 条记录。')).toBeVisible();
  await page.getByLabel('把年份不详的 1 条记录附在书末').check();
  await page.getByLabel('按获奖单位').check();
  await page.getByLabel('时间', { exact: true }).uncheck();
  await expect(page.getByText('将收入 3 条记录。')).toBeVisible();
  const text = await make(app, page, '荣誉汇编', join(dataFolder, '汇编.docx'));
  expect(text).toEqual(expect.arrayContaining(['一、示例单位甲', '二、示例单位乙', '三、统计', '附、日期待考的记录']));
  expect(text).toContain('【示例𠮷𬭎荣誉】获奖者为示例单位甲。');
  expect(titles(text)).toEqual(['【示例𠮷𬭎荣誉】', '【示例荣誉乙】', '【示例荣誉丙】']);
  await page.getByText('文件已重新读过一遍，10 项检查全部通过').click();
  await expect(page.getByText('每条记录只出现一次')).toBeVisible();
});

test('a compilation may leave out what is not verified, and other units', async ({ app, page, dataFolder }) => {
  await open(page, '荣誉汇编');
  await page.getByLabel('收入尚待核实的 1 项').uncheck();
  await expect(page.getByText('将收入 1 条记录。')).toBeVisible();
  const text = await make(app, page, '荣誉汇编', join(dataFolder, '汇编.docx'));
  expect(titles(text)).toEqual(['【示例荣誉乙】']);
  await page.getByLabel('单位', { exact: true }).fill('甲');
  await page.locator('.ant-select-item-option').filter({ hasText: '示例单位甲' }).click();
  await expect(page.getByText('这个范围里还没有记录')).toBeVisible();
});

test('a chronicle is chosen and made in the order of its events', async ({ app, page, dataFolder }) => {
  await open(page, '大事记');
  await expect(page.getByText('将收入 4 条记录。')).toBeVisible();
  const text = await make(app, page, '大事记', join(dataFolder, '大事记.docx'));
  expect(titles(text)).toEqual(['【示例荣誉乙】', '【示例方案】', '【示例活动】', '【示例𠮷𬭎荣誉】']);
  await page.getByRole('checkbox', { name: /工作方案/ }).uncheck();
  await page.getByLabel('起始年份').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '2022年' }).click();
  await expect(page.getByText('将收入 2 条记录。')).toBeVisible();
});

test('a file that fails a check is not passed off as a good one', async ({ app, page, dataFolder }) => {
  await open(page, '荣誉汇编');
  await answerSaveDialog(app, join(dataFolder, '汇编.docx'));
  // No document fails of itself: what a check finds is for its own tests, what is said of it is for this one.
  await page.evaluate(() => {
    type Reply = { readonly checks?: readonly { readonly code: string }[] };
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
          const check = data.checks?.find(({ code }) => code === 'complete');
          if (check) Object.assign(check, { ok: false, detail: '示例荣誉乙' });
        });
      }
    };
  });
  await page.getByRole('button', { name: '生成 Word 荣誉汇编' }).click();
  await expect(page.getByText('有 1 项检查没有通过')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('有记录没有写进文件：示例荣誉乙')).toBeVisible();
});

import { expect } from '@playwright/test';
import { join } from 'node:path';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

test('a document is looked over before it is written', async ({ app, page, dataFolder }) => {
  await importRecords(page, [
    { kind: 'honor', title: '示例𠮷𬭎荣誉', date: '2023年5月4日', level: '国家级', recipients: ['示例单位甲'] },
    { kind: 'honor', title: '示例荣誉乙', date: '2021年', level: '省部级', recipients: ['示例单位乙'] },
  ]);
  await goTo(page, '#/yearbook');
  await page.getByTitle('荣誉汇编', { exact: true }).click();
  await page.getByRole('button', { name: '预览' }).click();
  const paper = page.getByRole('region', { name: '文档内容' });
  await expect(paper).toHaveAttribute('data-state', 'drawn', { timeout: 30_000 });
  await expect(page.getByText('近似预览，以 Word 或 WPS 打开为准')).toBeVisible();
  await expect(paper.getByText('【示例𠮷𬭎荣誉】')).toBeVisible();
  // Pages are as wide as A4, and their type is that of the document.
  const page1 = paper.locator('section.docx').first();
  expect(Math.round((await page1.boundingBox())?.width ?? 0)).toBe(794);
  const heading = paper.locator('p').filter({ hasText: /^一、国家级荣誉$/ });
  expect(await heading.evaluate((node) => getComputedStyle(node.querySelector('span') ?? node).fontFamily)).toContain(
    '黑体',
  );
  const before = page.url();
  await paper
    .getByText(/三、统计/)
    .first()
    .click();
  expect(page.url()).toBe(before);
  // The page's policy has let all of its style sheets in.
  const sheets = await paper
    .locator('style')
    .evaluateAll((found) => found.map((each) => (each as HTMLStyleElement).sheet?.cssRules.length ?? 0));
  expect(sheets.length).toBeGreaterThan(2);
  expect(sheets.every((rules) => rules > 0)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(paper).toBeHidden();
  // And again when it is there.
  await answerSaveDialog(app, join(dataFolder, '汇编.docx'));
  await page.getByRole('button', { name: '生成 Word 荣誉汇编' }).click();
  await expect(page.getByText('荣誉汇编已生成')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('alert').getByRole('button', { name: '预览' }).click();
  await expect(paper).toHaveAttribute('data-state', 'drawn', { timeout: 30_000 });
});

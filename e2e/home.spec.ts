import { expect } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { openRecord } from './support/record-steps.ts';
import { goTo } from './support/window-steps.ts';

const LAST_YEAR = new Date().getFullYear() - 1;

const RECORDS = [
  { kind: 'programme', id: 'programme-1', title: '示例文明单位评选', cycleYears: 3 },
  {
    kind: 'honor',
    id: 'honor-1',
    title: '示例全国文明单位',
    date: `${LAST_YEAR - 2}年5月`,
    level: '国家级',
    documentNo: '示文〔2020〕1号',
    programme: { printed: '示例文明单位评选', id: 'programme-1' },
    recipients: ['示例单位甲'],
  },
  { kind: 'honor', id: 'honor-2', title: '示例荣誉乙', date: '2013年5月', level: '省部级' },
  { kind: 'honor', id: 'honor-3', title: '示例荣誉丙' },
  { kind: 'plan', id: 'plan-1', title: '示例旧方案', issued: '2015年', expires: '2020年12月31日', status: '现行' },
];

test('the home page says what needs attention, and each line leads to just those records', async ({ page }) => {
  await importRecords(page, RECORDS);
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^荣誉未定级别 ?1 条$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^荣誉缺文号 ?2 条$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^荣誉缺证书附件 ?3 条$/ })).toBeVisible();
  await page.getByRole('button', { name: /^荣誉时间不详/ }).click();
  await expect(page.getByRole('heading', { name: '荣誉台账' })).toBeVisible();
  await expect(page.getByText('共 3 条，显示 1 条')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '示例荣誉丙', exact: true })).toBeVisible();

  await goTo(page, '#/home');
  const due = page.getByRole('region', { name: '到期提醒' });
  await expect(due.getByRole('listitem')).toHaveCount(3);
  await expect(due.getByRole('button', { name: /^示例旧方案/ })).toContainText('仍标为现行');
  await due.getByRole('button', { name: /^示例文明单位评选/ }).click();
  await expect(page.getByRole('heading', { name: '示例文明单位评选' })).toBeVisible();
});

test('the table counts by year and level, and the national ones since 2014 stand out', async ({ page }) => {
  await importRecords(page, RECORDS);
  const table = page.getByTestId('years');
  await expect(table.getByRole('row', { name: new RegExp(`^${LAST_YEAR - 2} `) })).toContainText('1');
  await expect(table.getByRole('row', { name: /^2014 年前/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /^不详/ })).toBeVisible();
  await expect(page.getByText('2014 年以来国家级荣誉')).toBeVisible();
});

test('recent work names what was done and leads there', async ({ page }) => {
  await importRecords(page, RECORDS);
  const recent = page.getByTestId('recent');
  await expect(recent.getByRole('listitem')).toHaveCount(1);
  await expect(recent).toContainText('等 6 条');
  await openRecord(page, 'honor', 'honor-3');
  await page.keyboard.press('F2');
  await page.getByLabel('备注').fill('示例');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('entry-details')).toBeVisible();
  await page.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText(/^已删除/)).toBeVisible();
  await goTo(page, '#/home');
  await expect(recent.getByRole('listitem').first()).toContainText('删除荣誉');
  await recent.getByRole('listitem').first().click();
  await expect(page.getByRole('heading', { name: '回收站' })).toBeVisible();
});

test('a form that was left is offered on the home page', async ({ page }) => {
  await importRecords(page, RECORDS);
  await goTo(page, '#/new/honor');
  await page.getByLabel('名称').fill('示例未完');
  await page.waitForTimeout(2000);
  await page.reload();
  await goTo(page, '#/home');
  const drafts = page.getByRole('region', { name: '未保存的草稿' });
  await drafts.getByRole('button', { name: /示例未完/ }).click();
  await expect(page.getByRole('heading', { name: '新增荣誉' })).toBeVisible();
});

import { expect, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import { test, type RunningApp } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { readDocxParagraphs } from './support/read-docx.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

const CULTURE = '示例市文化局';
const TOURISM = '示例市旅游局';

/** Importing them founds the units that they name. */
const RECORDS = [
  { kind: 'honor', title: '示例旧荣誉', date: '2018年5月4日', level: '省级', recipients: [CULTURE] },
  { kind: 'honor', title: '示例新荣誉', date: '2023年5月4日', level: '国家级', recipients: [CULTURE] },
  { kind: 'plan', title: '示例方案', issued: '2018年3月', issuers: [TOURISM] },
  { kind: 'person', title: '示例甲某', posts: [{ unit: TOURISM, post: '科长', from: '2010年' }] },
];

async function openUnit(page: Page, name: string): Promise<void> {
  await goTo(page, '#/units');
  await page.getByRole('gridcell', { name, exact: true }).dblclick();
  await expect(page.getByTestId('name-timeline')).toBeVisible();
}

async function chooseChange(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '机构变更' }).click();
  await page.getByRole('menuitem', { name }).click();
}

function register(page: Page): Locator {
  return page.getByRole('dialog').getByRole('button', { name: /^登\s?记$/ });
}

async function rename(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更名' }).click();
  await page.getByLabel('新全称').fill('示例市文化和旅游局');
  await page.getByLabel('变更时间').fill('2019年1月8日');
  await page.getByLabel('依据文件').fill('示编发〔2019〕1号');
  await expect(page.getByRole('dialog')).toContainText(`2019年1月8日起“${CULTURE}”改称“示例市文化和旅游局”`);
  await register(page).click();
  await expect(page.getByRole('heading', { level: 1, name: '示例市文化和旅游局' })).toBeVisible();
}

test('a rename gives names their time, can be corrected and withdrawn, and is undone as a whole', async ({ page }) => {
  await importRecords(page, RECORDS);
  await openUnit(page, CULTURE);
  await rename(page);
  const timeline = page.getByTestId('name-timeline');
  await expect(timeline.getByRole('listitem').nth(0)).toContainText(`至2019年1月8日${CULTURE}`);
  await expect(timeline.getByRole('listitem').nth(1)).toContainText('2019年1月8日起示例市文化和旅游局');
  const succession = page.getByTestId('succession');
  await expect(succession).toContainText('示编发〔2019〕1号');

  await succession.getByRole('button', { name: '更正' }).click();
  await page.getByLabel('变更时间').fill('2019年2月');
  await page.getByRole('button', { name: /保\s?存/ }).click();
  await expect(timeline.getByRole('listitem').nth(1)).toContainText('2019年2月起');

  await succession.getByRole('button', { name: '撤回登记' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回登记' }).click();
  await expect(page.getByRole('heading', { level: 1, name: CULTURE })).toBeVisible();
  await expect(page.getByTestId('unit-facts')).toContainText('示例市文化和旅游局');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const heading of ['示例市文化和旅游局', '示例市文化和旅游局', CULTURE]) {
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await expect(page.getByText('没有登记过更名')).toBeVisible();
});

test('a merger founds a unit; what its predecessors won is shown under it, marked and counted apart', async ({
  page,
}) => {
  await importRecords(page, RECORDS);
  await openUnit(page, CULTURE);
  await chooseChange(page, '单位合并');
  await page.getByLabel('变更前的单位').fill('lvyou');
  await page.getByTitle(TOURISM).click();
  await page.getByLabel('新全称').fill('示例市文化和旅游局');
  await page.getByLabel('变更时间').fill('2019年1月8日');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('将新建单位：“示例市文化和旅游局”');
  await expect(dialog).toContainText(`将在2019年1月8日结束：“${CULTURE}”、“${TOURISM}”`);
  await register(page).click();
  await expect(page.getByText('已于2019年1月8日终止')).toBeVisible();

  await page.getByTestId('succession').getByRole('button', { name: '示例市文化和旅游局' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '示例市文化和旅游局' })).toBeVisible();
  await expect(page.getByTestId('honor-tally')).toContainText('0（含前身 2）');
  await expect(page.getByRole('button', { name: /示例旧荣誉/ })).toContainText(`前身：${CULTURE}`);
  await expect(page.getByRole('button', { name: /示例甲某/ })).toContainText('科长，2010年起');

  await page.keyboard.press('Control+z');
  await expect(page.getByText('这个单位不存在')).toBeVisible();
  await openUnit(page, TOURISM);
  await expect(page.getByText('现有')).toBeVisible();
});

test('a split and an abolition end a unit', async ({ page }) => {
  await importRecords(page, RECORDS);
  await openUnit(page, CULTURE);
  await chooseChange(page, '单位分设');
  await register(page).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('请填变更时间');
  await page.getByLabel('变更后名称 1').fill('示例市文化中心');
  await page.getByLabel('变更后名称 2').fill('示例市体育中心');
  await page.getByLabel('变更时间').fill('2020年');
  await register(page).click();
  await expect(page.getByTestId('succession')).toContainText('示例市文化中心、示例市体育中心');
  await expect(page.getByRole('button', { name: '机构变更' })).toHaveCount(0);

  await openUnit(page, TOURISM);
  await chooseChange(page, '单位撤销');
  await page.getByLabel('变更时间').fill('2021年3月');
  await register(page).click();
  await expect(page.getByText('已于2021年3月终止')).toBeVisible();
  await expect(page.getByRole('button', { name: /示例方案/ })).toBeVisible();
  await goTo(page, '#/units');
  await expect(page.getByText('共 4 个')).toBeVisible();
});

test('units entered twice are found, merged with a preview, and brought back by one undo', async ({ page }) => {
  await importRecords(page, [
    ...RECORDS,
    { kind: 'honor', title: '示例荣誉一', recipients: ['市人社局'] },
    { kind: 'honor', title: '示例荣誉二', recipients: ['市人社局'] },
    { kind: 'activity', title: '示例活动', hosts: ['菏泽市人力资源和社会保障局'] },
  ]);
  await goTo(page, '#/units');
  await page.getByRole('button', { name: '可能重复（1）' }).click();
  await page.getByRole('button', { name: '核对并合并…' }).click();
  const preview = page.getByTestId('merge-preview');
  await expect(preview).toContainText('市人社局（全称）、菏泽市人力资源和社会保障局（别称）');
  await page.getByRole('radio', { name: '菏泽市人力资源和社会保障局（1 条记录）' }).check();
  await expect(preview).toContainText('菏泽市人力资源和社会保障局（全称）、市人社局（别称）');
  await expect(preview).toContainText('荣誉 2 条');
  await page.getByRole('button', { name: '合并登记', exact: true }).click();
  await expect(page.getByText('合并登记：“市人社局”并入“菏泽市人力资源和社会保障局”')).toBeVisible();
  await page
    .getByRole('button', { name: /关\s?闭/ })
    .last()
    .click();
  await expect(page.getByText('共 3 个')).toBeVisible();
  await expect(page.getByRole('button', { name: /可能重复/ })).toHaveCount(0);

  await page.getByLabel('按任一名称').fill('srsj');
  await page.getByRole('gridcell', { name: '菏泽市人力资源和社会保障局' }).dblclick();
  await expect(page.getByTestId('honor-tally')).toContainText('2');
  await expect(page.getByRole('button', { name: /示例荣誉一/ })).toContainText('原文“市人社局”');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: '相关记录（1）' })).toBeVisible();
  await goTo(page, '#/units');
  await expect(page.getByText('共 4 个')).toBeVisible();
});

test('any variant of a name leads to the unit', async ({ page }) => {
  await importRecords(page, RECORDS);
  await openUnit(page, CULTURE);
  await goTo(page, '#/units');
  for (const typed of ['文化局', 'wenhuaju', 'slswhj', ' 文化 局']) {
    await page.getByLabel('按任一名称').fill(typed);
    await expect(page.getByRole('gridcell', { name: CULTURE, exact: true })).toBeVisible();
    await expect(page.getByRole('gridcell', { name: TOURISM, exact: true })).toHaveCount(0);
  }
});

async function exportYearbook(app: RunningApp, page: Page, year: number, file: string): Promise<string> {
  await answerSaveDialog(app, file);
  await goTo(page, '#/yearbook');
  await page.getByLabel('年份', { exact: true }).click();
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: `${year}年` })
    .click();
  await page.getByRole('button', { name: '生成 Word 年鉴' }).click();
  await expect(page.getByText(file)).toBeVisible({ timeout: 30_000 });
  return (await readDocxParagraphs(file)).join('\n');
}

test('a yearbook prints the official name that a unit had on the date of a record', async ({
  app,
  page,
  dataFolder,
}) => {
  await importRecords(page, RECORDS);
  await openUnit(page, CULTURE);
  await rename(page);
  const earlier = await exportYearbook(app, page, 2018, join(dataFolder, '2018.docx'));
  expect(earlier).toContain(CULTURE);
  expect(earlier).not.toContain('示例市文化和旅游局');
  const later = await exportYearbook(app, page, 2023, join(dataFolder, '2023.docx'));
  expect(later).toContain('示例市文化和旅游局');
  expect(later).not.toContain(CULTURE);
});

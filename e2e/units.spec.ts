import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { openSecond } from './support/second-window.ts';
import { askedOnClosing, goTo, loadSample } from './support/window-steps.ts';

const FIRST_NAME = '名称（第 1 行）';

async function openUnitForm(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '欢迎使用荣档' }).waitFor();
  await goTo(page, '#/units');
  await page.getByRole('button', { name: '新增单位' }).click();
  await expect(page.getByLabel(FIRST_NAME)).toBeFocused();
}

test('a unit form with unsaved content asks before it closes', async ({ app, page }) => {
  await openUnitForm(page);
  await page.getByRole('button', { name: '加一个名称' }).click();
  await page.getByLabel('名称（第 2 行）').fill('示例');
  const question = page.getByRole('dialog').filter({ hasText: '表单里有还没保存的内容' });
  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: '继续编辑' }).click();
  await expect(question).toBeHidden();
  await page.getByLabel(FIRST_NAME).fill('示例单位甲');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: '继续编辑' }).click();
  await expect(question).toBeHidden();
  await expect(page.getByLabel(FIRST_NAME)).toHaveValue('示例单位甲');

  const asked = await askedOnClosing(app);
  expect(asked).toContain('还没保存');

  await page.keyboard.press('Control+s');
  await expect(page.getByRole('gridcell', { name: '示例单位甲', exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a unit form that was not touched closes at once', async ({ page }) => {
  await openUnitForm(page);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(FIRST_NAME)).toBeHidden();
});

test('saving a unit twice at once makes one unit', async ({ page }) => {
  await openUnitForm(page);
  await page.getByLabel(FIRST_NAME).fill('示例单位甲');
  await page.getByRole('button', { name: '保存', exact: true }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(page.getByRole('gridcell', { name: '示例单位甲', exact: true })).toBeVisible();
  await expect(page.getByText('共 1 个')).toBeVisible();
});

test('a unit that is in use by now stays, and undoing its founding is refused', async ({ app, page }) => {
  await openUnitForm(page);
  await page.getByLabel(FIRST_NAME).fill('示例单位乙');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('共 1 个')).toBeVisible();

  const second = await openSecond(app);
  await goTo(second, '#/new/honor');
  await second.getByLabel('名称', { exact: true }).fill('示例荣誉');
  await second.getByLabel('获奖单位或个人').first().fill('示例单位乙');
  await second.keyboard.press('Control+s');
  await expect(second.getByTestId('entry-details')).toContainText('示例单位乙');
  await page.bringToFront();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('dialog')).toContainText('已被别的记录用到');
});

test('a unit that nothing refers to can be deleted and brought back; one in use offers no deletion', async ({
  page,
}) => {
  await loadSample(page);
  await goTo(page, '#/unit/seed-unit-work-committee');
  await expect(page.getByRole('heading', { name: /^相关记录/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '删除' })).toHaveCount(0);
  await goTo(page, '#/units');
  await page.getByRole('button', { name: '新增单位' }).click();
  await page.getByLabel(FIRST_NAME).fill('示例误建单位');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('gridcell', { name: '示例误建单位' }).dblclick();
  await page.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('已删除“示例误建单位”')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '示例误建单位' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('gridcell', { name: '示例误建单位' })).toBeVisible();
});

test('the form refuses what contradicts itself or another unit, and names it', async ({ page }) => {
  await loadSample(page);
  await goTo(page, '#/units');
  await page.getByRole('button', { name: '新增单位' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: '至少要有一个全称' })).toBeVisible();
  await page.getByLabel(FIRST_NAME).fill('菏泽市人民检察院');
  await page.getByLabel('起（第 1 行）').fill('2019年13月');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: '还没有保存' })).toBeVisible();
  await page.getByLabel('起（第 1 行）').fill('');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: '同一时期已是“菏泽市人民检察院”的名称' })).toBeVisible();
});

test('all fields of a unit come back when it is opened again', async ({ page }) => {
  await loadSample(page);
  await goTo(page, '#/unit/seed-unit-work-committee');
  await expect(page.getByTestId('name-timeline')).toContainText('现用');
  await page.keyboard.press('F2');
  await page.getByLabel('单位性质').click();
  await page.getByTitle('党委部门').click();
  await page.getByLabel('成立时间').fill('1989.5');
  await page.getByLabel('所授荣誉级别').click();
  await page.getByTitle('市厅级').click();
  await page.getByRole('button', { name: '加一个品牌' }).click();
  await page.getByLabel('党建品牌名称（第 2 行）').fill('示例品牌');
  await page.getByLabel('党建品牌启用时间（第 2 行）').fill('2021年');
  await page.getByLabel('党建品牌内容摘要（第 2 行）').fill('示例摘要');
  await page.keyboard.press('Control+s');
  const facts = page.getByTestId('unit-facts');
  await expect(facts).toContainText('党委部门');
  await expect(facts).toContainText('1989年5月');
  await expect(facts).toContainText('市厅级');
  await expect(page.getByRole('region', { name: '党建品牌' })).toContainText('示例摘要');
  await page.keyboard.press('F2');
  await expect(page.getByLabel('党建品牌启用时间（第 2 行）')).toHaveValue('2021年');
  await expect(page.getByLabel('成立时间')).toHaveValue('1989.5');
});

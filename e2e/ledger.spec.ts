import { expect, type Page } from '@playwright/test';
import { startApp, test as appTest } from './support/archive-app.ts';
import { test } from './support/data-folder.ts';
import { chooseRecordFile, importRecords } from './support/import-records.ts';
import { goTo, loadSample } from './support/window-steps.ts';

const LEVELS = ['国家级', '省部级', '市厅级'];

function honors(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'honor',
    title: `示例荣誉${String(index + 1).padStart(4, '0')}`,
    date: `${2014 + (index % 10)}年${1 + (index % 12)}月`,
    level: LEVELS[index % LEVELS.length],
    recipients: [`示例单位${index % 40}`],
    awardedBy: [`示例授予机关${index % 7}`],
  }));
}

const titles = (page: Page) => page.locator('.ag-row [col-id="title"]');

async function firstTitle(page: Page): Promise<string> {
  return page.locator('.ag-row[row-index="0"] [col-id="title"]').innerText();
}

appTest('thousands of rows are sorted, filtered and scrolled', async ({ page }) => {
  appTest.setTimeout(120_000);
  await importRecords(page, honors(3000));
  await goTo(page, '#/ledger/honor');
  await expect(page.getByText('共 3000 条')).toBeVisible();
  await expect(titles(page).first()).toBeVisible();

  await page.getByRole('columnheader', { name: '名称' }).click();
  await expect.poll(() => firstTitle(page)).toBe('示例荣誉0001');
  await page.getByRole('columnheader', { name: '名称' }).click();
  await expect.poll(() => firstTitle(page)).toBe('示例荣誉3000');

  await page.getByLabel('在本台账中查找').fill('荣誉123');
  await expect(page.getByText('共 3000 条，显示 10 条')).toBeVisible();
  await page.getByLabel('在本台账中查找').fill('');
  await page.getByRole('combobox', { name: '级别' }).click();
  await page.getByText('省部级（1000）').click();
  await expect(page.getByText('共 3000 条，显示 1000 条')).toBeVisible();
  await page.getByRole('combobox', { name: '年份' }).click();
  await page.getByText('2020年（100）').click();
  await expect(page.getByText('共 3000 条，显示 100 条')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.getByText('共 3000 条', { exact: true })).toBeVisible();

  await titles(page).first().click();
  await page.keyboard.press('Control+End');
  await expect(page.getByRole('gridcell', { name: '示例荣誉0001', exact: true })).toBeVisible();
});

appTest('a ledger is worked by keyboard: arrows, open, edit, delete', async ({ page }) => {
  await loadSample(page);
  await goTo(page, '#/ledger/plan');
  const focused = page.locator('.ag-cell-focus');
  await expect(focused).toBeVisible();
  const first = await focused.innerText();
  await page.keyboard.press('ArrowDown');
  await expect(focused).not.toHaveText(first);
  const second = await focused.innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: second, exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '方案台账' })).toBeVisible();
  await expect(focused).toBeVisible();
  // F2 edits the cell as in a spreadsheet; the form of the whole record is opened by Ctrl+Enter.
  await page.keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: `${second}：名称` })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(focused).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '编辑方案' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(focused).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByText(/^已删除/)).toBeVisible();
  await expect(page.getByText('共 4 条')).toBeVisible();
});

test('column widths and sorting are there again after a restart', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  await loadSample(app.page);
  await goTo(app.page, '#/ledger/activity');
  const header = app.page.locator('.ag-header-cell[col-id="episode"]');
  const box = await header.boundingBox();
  if (!box) throw new Error('The column is not there.');
  await app.page.mouse.move(box.x + box.width - 1, box.y + box.height / 2);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + box.width + 60, box.y + box.height / 2, { steps: 5 });
  await app.page.mouse.up();
  await app.page.getByRole('columnheader', { name: '名称' }).click();
  const widened = (await header.boundingBox())?.width ?? 0;
  expect(widened).toBeGreaterThan(box.width + 30);
  await app.page.waitForTimeout(800);
  await app.close();

  const again = await startApp(dataFolder);
  await goTo(again.page, '#/ledger/activity');
  const restored = again.page.locator('.ag-header-cell[col-id="episode"]');
  await expect(restored).toBeVisible();
  expect((await restored.boundingBox())?.width).toBe(widened);
  await expect(again.page.locator('.ag-header-cell[col-id="title"]')).toHaveAttribute('aria-sort', 'ascending');
  await again.close();
});

appTest('columns are chosen, and stay chosen', async ({ page }) => {
  await loadSample(page);
  await goTo(page, '#/ledger/plan');
  await expect(page.getByRole('columnheader', { name: '备注' })).toHaveCount(0);
  await page.getByRole('button', { name: '选择列' }).click();
  await page.getByRole('checkbox', { name: '备注' }).check();
  await page.getByRole('checkbox', { name: '状态' }).uncheck();
  await expect(page.getByRole('columnheader', { name: '备注' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '状态' })).toHaveCount(0);
  // At once: the choice must be kept although the ledger is left.
  await goTo(page, '#/home');
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible();
  await goTo(page, '#/ledger/plan');
  await expect(page.getByRole('columnheader', { name: '备注' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '状态' })).toHaveCount(0);
});

appTest('a file with a bad record changes nothing and names each place', async ({ page }) => {
  const records = [
    ...honors(2),
    { kind: 'honor', title: '', date: '2023年13月' },
    { kind: 'certificate', title: '甲' },
  ];
  await chooseRecordFile(page, JSON.stringify({ records }));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('这个文件不能导入，没有改动任何内容');
  await expect(dialog).toContainText('第 3 条：名称：不能为空；时间：日历上没有这一天');
  await expect(dialog).toContainText('第 4 条：类型');
  await page.getByRole('button', { name: '知道了' }).click();
  await goTo(page, '#/home');
  await expect(page.getByRole('heading', { name: '欢迎使用荣档' })).toBeVisible();
});

appTest('Delete takes the row with the cursor, and the selection only when that row is in it', async ({ page }) => {
  await importRecords(page, honors(4));
  await goTo(page, '#/ledger/honor');
  const row = (title: string) => page.locator('.ag-row').filter({ hasText: title });
  await row('示例荣誉0001').getByRole('checkbox').check();
  await row('示例荣誉0002').getByRole('checkbox').check();
  await row('示例荣誉0003').locator('[col-id="title"]').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('已删除“示例荣誉0003”')).toBeVisible();
  await expect(page.getByText('共 3 条', { exact: true })).toBeVisible();

  await row('示例荣誉0002').locator('[col-id="title"]').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog')).toContainText('删除所选的 2 条记录？');
});

appTest('a column filter counts, and what it hides is not deleted', async ({ page }) => {
  await importRecords(page, honors(4));
  await goTo(page, '#/ledger/honor');
  await page.locator('.ag-header').getByRole('checkbox').check();
  await expect(page.getByRole('button', { name: '删除所选 4 条' })).toBeVisible();
  const header = page.locator('.ag-header-cell[col-id="title"]');
  await header.hover();
  await header.locator('.ag-header-cell-filter-button').click();
  await page.locator('.ag-filter input[type="text"]').first().fill('0003');
  await expect(page.getByText('共 4 条，显示 1 条')).toBeVisible();
  await page.getByRole('button', { name: '删除所选 1 条' }).click();
  await expect(page.getByText('已删除“示例荣誉0003”')).toBeVisible();
  await expect(page.getByText('共 3 条，显示 0 条')).toBeVisible();
});

appTest('an import tells what should be looked at again', async ({ page }) => {
  const odd = [
    { kind: 'honor', title: '示例甲', date: '5月4日' },
    { kind: 'honor', title: '示例乙', date: '6月' },
    { kind: 'honor', title: '示例\u0007丙', date: '1901年' },
  ];
  await importRecords(page, [...honors(1), ...odd]);
  const notice = page.getByRole('alert').filter({ hasText: '导入的记录里有这些情况' });
  await expect(notice).toContainText('2 条记录的时间没有年份');
  await expect(notice).toContainText('1 条记录的时间早于 1949 年 10 月 1 日');
  await expect(notice).toContainText('1 条记录去掉了看不见的控制字符');
});

import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { startApp, test as appTest } from './support/archive-app.ts';
import { test } from './support/data-folder.ts';
import { importRecords } from './support/import-records.ts';
import { goTo } from './support/window-steps.ts';

const LEVELS = ['国家级', '省部级'];

/** 示例荣誉01 of 2014 and 国家级, 02 of 2015 and 省部级, and so on. */
function honors(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'honor',
    title: `示例荣誉${String(index + 1).padStart(2, '0')}`,
    date: `${2014 + (index % 3)}年${1 + (index % 12)}月`,
    level: LEVELS[index % LEVELS.length],
    recipients: [`示例单位${index % 2}`],
    awardedBy: ['示例授予机关'],
  }));
}

async function openHonors(page: Page, count: number): Promise<void> {
  await importRecords(page, honors(count));
  await goTo(page, '#/ledger/honor');
  await page.getByRole('columnheader', { name: '名称' }).click();
  await expect(cell(page, 0, 'title')).toHaveText('示例荣誉01');
}

const cell = (page: Page, row: number, column: string) =>
  page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`);
const editor = (page: Page) => page.getByTestId('ledger').locator('input[role="combobox"], textarea');
const dialog = (page: Page) => page.getByRole('dialog');
const titled = (page: Page, title: string) => page.locator('.ag-row').filter({ hasText: title });

async function pasteText(app: { readonly electron: ElectronApplication }, page: Page, text: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

const clipboardText = (app: { readonly electron: ElectronApplication }) =>
  app.electron.evaluate(({ clipboard }) => clipboard.readText());

appTest('a cell is edited in place, refused where a form would refuse, and undone', async ({ page }) => {
  await openHonors(page, 3);
  await cell(page, 0, 'documentNo').click();
  await page.keyboard.press('F2');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.insertText('示发〔2014〕1号');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 'documentNo')).toHaveText('示发〔2014〕1号');
  await expect(page.getByText('已保存“文号”')).toBeVisible();
  // Enter goes on with the cell below, as in a spreadsheet.
  await expect(page.locator('.ag-row[row-index="1"] .ag-cell-focus')).toHaveAttribute('col-id', 'documentNo');

  await cell(page, 0, 'date').dblclick();
  await expect(editor(page)).toHaveValue('2014年1月');
  await editor(page).fill('2023年13月');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ledger').getByRole('alert')).toContainText('日历上没有这一天');
  await expect(cell(page, 0, 'date')).toHaveText('2014年1月');
  await page.keyboard.press('Escape');
  await expect(editor(page)).toHaveCount(0);
  await expect(cell(page, 0, 'date')).toHaveText('2014年1月');

  await page.keyboard.press('F2');
  await editor(page).fill('2013.5');
  await page.keyboard.press('Tab');
  await expect(cell(page, 0, 'date')).toHaveText('2013年5月');
  await expect(page.locator('.ag-cell-focus')).toHaveAttribute('col-id', 'title');

  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 'date')).toHaveText('2014年1月');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 'documentNo')).toHaveText('');
});

appTest('a choice is made from its list by keyboard and by mouse', async ({ page }) => {
  await openHonors(page, 2);
  await cell(page, 0, 'level').click();
  await page.keyboard.press('F2');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(5);
  await page.keyboard.insertText('市');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 'level')).toHaveText('市厅级');
  await cell(page, 1, 'level').dblclick();
  await page.getByRole('option', { name: '县处级' }).click();
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 'level')).toHaveText('县处级');
});

appTest('a record that was changed meanwhile is not overwritten', async ({ page }) => {
  await openHonors(page, 1);
  await cell(page, 0, 'title').click();
  await page.keyboard.press('F2');
  await editor(page).fill('示例改名');
  // Somebody else is faster: the stored record moves on while this window does not hear of it yet.
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('rongdang');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('no database')));
    });
    const store = database.transaction('honors', 'readwrite').objectStore('honors');
    await new Promise<void>((resolve) => {
      const all = store.getAll();
      all.addEventListener('success', () => {
        const [record] = all.result as [Record<string, unknown>];
        store.put({ ...record, revision: Number(record['revision']) + 1 }).addEventListener('success', () => resolve());
      });
    });
    database.close();
  });
  await page.keyboard.press('Enter');
  await expect(dialog(page).last()).toContainText('在您编辑期间已被改动，没有覆盖它');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toHaveValue('示例改名');
  await expect(cell(page, 0, 'title')).toHaveText('示例荣誉01');
});

appTest('many records are changed at once after a look at what will change', async ({ page }) => {
  await openHonors(page, 4);
  await page.locator('.ag-header').getByRole('checkbox').check();
  await page.getByRole('button', { name: '批量修改 4 条' }).click();
  await page.getByLabel('要改的列').fill('级别');
  await page.locator('.ant-select-item-option', { hasText: /^级别$/ }).click();
  await page.getByRole('combobox', { name: '新的内容' }).click();
  await page.locator('.ant-select-item-option', { hasText: '省部级' }).last().click();
  await expect(page.getByTestId('change-counts')).toHaveText('改动 2 处，不变 2 处，没有问题');
  await expect(dialog(page).locator('tr[data-outcome="change"]').first()).toContainText('国家级省部级改动');
  await page.getByRole('button', { name: '修改 2 条', exact: true }).click();
  await expect(page.getByText('已修改 2 条记录')).toBeVisible();
  for (const row of [0, 1, 2, 3]) await expect(cell(page, row, 'level')).toHaveText('省部级');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 'level')).toHaveText('国家级');
  await expect(cell(page, 1, 'level')).toHaveText('省部级');

  await page.getByRole('button', { name: '批量修改 4 条' }).click();
  await dialog(page).getByText('替换其中的文字').click();
  await page.getByLabel('查找', { exact: true }).fill('示例');
  await page.getByLabel('替换为').fill('');
  await expect(page.getByTestId('change-counts')).toHaveText(/^改动 4 处/);
});

appTest('a block from Excel is pasted with every problem named, as a whole or not at all', async ({ app, page }) => {
  await openHonors(page, 3);
  await cell(page, 1, 'title').click();
  const order = await page
    .locator('.ag-header-cell')
    .evaluateAll((headers) =>
      headers
        .toSorted((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
        .map((header) => header.getAttribute('col-id')),
    );
  expect(order.slice(2, 5)).toEqual(['title', 'level', 'recipients']);
  await pasteText(app, page, '示例甲\t省级\t示例单位9\r\n示例乙\t宇宙级\t示例单位9\r\n示例丙\t市级\t示例单位9\r\n');
  await expect(dialog(page)).toContainText('从第 2 行的“名称”开始');
  await expect(dialog(page).locator('tr[data-outcome="refused"]')).toContainText('2示例荣誉03级别');
  await expect(dialog(page).locator('tr[data-outcome="refused"]')).toContainText('“宇宙级”不在可选项里');
  await expect(page.getByRole('checkbox', { name: '把超出末尾的 1 行作为新记录添加' })).toBeChecked();
  await expect(page.getByRole('button', { name: '粘贴', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(cell(page, 1, 'title')).toHaveText('示例荣誉02');

  await cell(page, 1, 'title').click();
  await pasteText(app, page, '示例甲\t省级\t示例单位9\r\n示例乙\t国家\t示例单位9\r\n示例丙\t市级\t示例单位9\r\n');
  await expect(page.getByTestId('change-counts')).toContainText('新增 1 条');
  await page.getByRole('button', { name: '粘贴', exact: true }).click();
  await expect(page.getByText('共 4 条', { exact: true })).toBeVisible();
  await expect(titled(page, '示例甲').locator('[col-id="level"]')).toHaveText('省部级');
  await expect(titled(page, '示例丙').locator('[col-id="recipients"]')).toHaveText('示例单位9');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('共 3 条', { exact: true })).toBeVisible();
  await expect(titled(page, '示例荣誉02')).toBeVisible();
  await expect(titled(page, '示例荣誉03')).toBeVisible();
});

appTest('a value is filled down over the chosen rows, and rows are copied out', async ({ app, page }) => {
  await openHonors(page, 3);
  await cell(page, 0, 'level').click();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('button', { name: '删除所选 3 条' })).toBeVisible();
  await page.keyboard.press('Control+d');
  await expect(page.getByTestId('change-counts')).toHaveText('改动 1 处，不变 1 处，没有问题');
  await page.getByRole('button', { name: '填充', exact: true }).click();
  await expect(cell(page, 1, 'level')).toHaveText('国家级');

  await cell(page, 0, 'title').click();
  await page.keyboard.press('Control+c');
  await expect(page.getByText('已复制 3 行')).toBeVisible();
  const lines = (await clipboardText(app)).trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('2014年1月\t示例荣誉01\t国家级\t示例单位0\t示例授予机关');
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '复制所选行和列名' }).click();
  await expect.poll(() => clipboardText(app)).toMatch(/^时间\t名称\t级别/);
});

test('a view keeps filters, columns and groups under a name, over a restart', async ({ dataFolder }) => {
  test.setTimeout(120_000);
  const app = await startApp(dataFolder);
  await openHonors(app.page, 6);
  await app.page.getByRole('combobox', { name: '级别' }).click();
  await app.page.getByText('国家级（3）').click();
  await app.page.getByRole('combobox', { name: '分组' }).click();
  await app.page.getByTitle('按年份分组').click();
  await app.page.getByRole('button', { name: '视图' }).click();
  await app.page.getByRole('menuitem', { name: '保存当前视图…' }).click();
  await app.page.getByLabel('视图名称').fill('示例视图');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('button', { name: '示例视图' })).toBeVisible();
  await app.close();

  const again = await startApp(dataFolder);
  await goTo(again.page, '#/ledger/honor');
  await expect(again.page.getByText('共 6 条', { exact: true })).toBeVisible();
  await again.page.getByRole('button', { name: '视图' }).click();
  await again.page.getByRole('menuitem', { name: '示例视图' }).click();
  await expect(again.page.getByText('共 6 条，显示 3 条')).toBeVisible();
  await expect(again.page.getByRole('button', { name: '2016年 1 条' })).toBeVisible();
  await again.page.getByRole('button', { name: '示例视图' }).click();
  await again.page.getByRole('menuitem', { name: '删除“示例视图”' }).click();
  await expect(again.page.getByText('已删除“示例视图”')).toBeVisible();
  await again.page.getByRole('button', { name: '撤销' }).click();
  await expect(again.page.getByRole('button', { name: '示例视图' })).toBeVisible();
  await again.close();
});

appTest('groups have counts, and fold by mouse and keyboard', async ({ page }) => {
  await openHonors(page, 6);
  await page.getByRole('combobox', { name: '分组' }).click();
  await page.getByTitle('按级别分组').click();
  const national = page.getByRole('button', { name: '国家级 3 条' });
  await expect(national).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('button', { name: '省部级 3 条' })).toBeVisible();
  await expect(cell(page, 1, 'title')).toHaveText('示例荣誉01');
  await expect(cell(page, 5, 'title')).toHaveText('示例荣誉02');
  await page.getByRole('columnheader', { name: '名称' }).click();
  await expect(cell(page, 1, 'title')).toHaveText('示例荣誉05');

  await national.click();
  await expect(national).toHaveAttribute('aria-expanded', 'false');
  await expect(titled(page, '示例荣誉05')).toHaveCount(0);
  await cell(page, 2, 'title').click();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: '省部级 3 条' })).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(national).toHaveAttribute('aria-expanded', 'true');
  await expect(titled(page, '示例荣誉05')).toBeVisible();
});

appTest(
  'what is missing is asked for by the address, and shown as a filter that can be taken off',
  async ({ page }) => {
    await importRecords(page, [...honors(2), { kind: 'honor', title: '示例不知何时', level: '国家级' }]);
    await goTo(page, '#/ledger/honor?missing=undated');
    await expect(page.getByText('共 3 条，显示 1 条')).toBeVisible();
    await expect(titled(page, '示例不知何时')).toBeVisible();
    await page.locator('.ant-tag', { hasText: '只看时间不详的' }).locator('.ant-tag-close-icon').click();
    await expect(page.getByText('共 3 条', { exact: true })).toBeVisible();
  },
);

appTest('the ledger is printed as it is shown', async ({ app, page }) => {
  await openHonors(page, 6);
  await page.getByRole('combobox', { name: '级别' }).click();
  await page.getByText('国家级（3）').click();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '打印…' }).click();
  const view = page.getByTestId('print-view');
  await expect(view.getByRole('heading', { name: '荣誉台账' })).toBeVisible();
  await expect(view).toContainText('筛选：国家级');
  await expect(view.locator('tbody tr')).toHaveCount(3);
  await expect(view.locator('thead')).toContainText('序号时间名称级别');
  const bytes = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const pdf = await window?.webContents.printToPDF({ preferCSSPageSize: true });
    return pdf?.length ?? 0;
  });
  expect(bytes).toBeGreaterThan(1000);
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
});

appTest('several are deleted with a reason, which is kept', async ({ page }) => {
  await openHonors(page, 3);
  await titled(page, '示例荣誉01').getByRole('checkbox').check();
  await titled(page, '示例荣誉02').getByRole('checkbox').check();
  await page.getByRole('button', { name: '删除所选 2 条' }).click();
  await page.getByLabel('删除原因（可以不填）').fill('示例：重复登记');
  await page
    .getByRole('button', { name: '删 除' })
    .or(page.getByRole('button', { name: '删除', exact: true }))
    .click();
  await expect(page.getByText('已删除 2 条记录')).toBeVisible();
  await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
  // A shortcut does not reach behind a dialog, not even one that is fading.
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('共 3 条', { exact: true })).toBeVisible();
});

appTest(
  'a batch change begins at its new content, clears nothing unasked, and gives the cursor back',
  async ({ page }) => {
    await openHonors(page, 3);
    await cell(page, 0, 'awardedBy').click();
    for (const key of [' ', 'ArrowDown', ' ']) await page.keyboard.press(key);
    await page.getByRole('button', { name: '批量修改 2 条' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('新的内容')).toBeFocused();
    await expect(dialog(page).getByRole('button', { name: '请填写新的内容' })).toBeDisabled();
    await page.keyboard.press('Control+s');
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '批量修改 2 条' })).toBeFocused();
    await expect(cell(page, 0, 'awardedBy')).toHaveText('示例授予机关');
  },
);

appTest('a unit is found by pinyin in a cell, and pinyin that finds none founds none unasked', async ({ page }) => {
  await openHonors(page, 2);
  await cell(page, 0, 'recipients').click();
  await cell(page, 0, 'awardedBy').click();
  await page.keyboard.press('F2');
  await expect(async () => {
    await editor(page).fill('');
    await page.keyboard.type('sldw');
    await expect(page.getByRole('option', { name: '示例单位0' })).toHaveAttribute('aria-selected', 'true', {
      timeout: 1000,
    });
  }).toPass();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 'awardedBy')).toHaveText('示例单位0');
  // The change is shown before the cursor has moved on.
  await expect(cell(page, 1, 'awardedBy')).toBeFocused();
  await page.keyboard.press('F2');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('qqww');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ledger').getByRole('alert')).toContainText('没有拼音是“qqww”的单位');
  await page.keyboard.press('Escape');
  await expect(cell(page, 1, 'awardedBy')).toHaveText('示例授予机关');
});

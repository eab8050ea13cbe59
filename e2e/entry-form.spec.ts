import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { goTo } from './support/window-steps.ts';

async function openForm(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '欢迎使用荣档' }).waitFor();
  await goTo(page, '#/new/honor');
  await expect(page.getByLabel('名称')).toBeFocused();
}

async function honorCount(page: Page): Promise<string> {
  return page.getByRole('link', { name: '荣誉' }).innerText();
}

/** Presses a key with Ctrl twice before anything else can happen, as a bouncing key or an impatient hand does. */
async function pressTwiceAtOnce(page: Page, key: string): Promise<void> {
  await page.evaluate((wanted) => {
    const press = () =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: wanted, ctrlKey: true, bubbles: true, cancelable: true }),
      );
    press();
    press();
  }, key);
}

test('an empty title and an impossible date are refused where they stand, and nothing is saved', async ({ page }) => {
  await openForm(page);
  await page.getByLabel('时间', { exact: true }).fill('2023年13月');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('有 2 处需要改，还没有保存')).toBeVisible();
  const form = page.getByTestId('entry-form');
  await expect(form.locator('.ant-form-item-explain-error')).toHaveText(['不能为空', '日历上没有这一天，请核对年月日']);
  await expect(page.getByLabel('名称')).toBeFocused();
  expect(await honorCount(page)).toBe('荣誉');

  await page.keyboard.type('示例荣誉');
  await page.getByLabel('时间', { exact: true }).fill('2023年12月');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('entry-details')).toContainText('2023年12月');
});

test('control characters and lone surrogates are cleaned, 100,000 characters are refused', async ({ page }) => {
  await openForm(page);
  await page.getByLabel('名称').evaluate((input: HTMLInputElement, text) => {
    // What a paste does: the browser's own setter, then the event that React listens to.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, '示例\u0007荣\uD800誉');
  await page.getByLabel('备注').fill('长'.repeat(100_000));
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/备注：太长，最多 20000 个字/)).toBeVisible();
  await page.getByLabel('备注').fill('示例备注');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: '示例荣誉', exact: true })).toBeVisible();
  await expect(page.getByText(/^请核对：.*名称：去掉了看不见的控制字符/)).toBeVisible();
});

test('Enter never submits half a form', async ({ page }) => {
  await openForm(page);
  await page.keyboard.type('示例荣誉');
  await page.keyboard.press('Enter');
  await page.getByLabel('文号').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '新增荣誉' })).toBeVisible();
  await expect(page.getByLabel('名称')).toHaveValue('示例荣誉');
  expect(await honorCount(page)).toBe('荣誉');
});

test('an input method is left to finish: its Enter confirms characters, not a name', async ({ page }) => {
  await openForm(page);
  const devTools = await page.context().newCDPSession(page);
  await page.getByLabel('获奖单位或个人').focus();
  await devTools.send('Input.imeSetComposition', { text: 'shili', selectionStart: 5, selectionEnd: 5 });
  const enter = { key: 'Enter', isComposing: true, keyCode: 229 };
  await page.getByLabel('获奖单位或个人').dispatchEvent('keydown', enter);
  await page.getByLabel('获奖单位或个人').dispatchEvent('keyup', enter);
  await expect(page.locator('.ant-select-selection-item')).toHaveCount(0);
  await devTools.send('Input.insertText', { text: '示例单位' });
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('entry-form').getByTitle('示例单位', { exact: true })).toBeVisible();
});

test('the search waits for the input method too', async ({ page }) => {
  await page.getByRole('button', { name: '载入示例' }).click();
  await expect(page.getByText('已载入')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('heading', { name: '搜索' })).toBeVisible();
  const devTools = await page.context().newCDPSession(page);
  // The search answers from its worker: what is there before has to have come.
  await expect(page.locator('[data-search-hit]').first()).toBeVisible();
  const before = await page.locator('[data-search-hit]').count();
  await devTools.send('Input.imeSetComposition', { text: 'jiancha', selectionStart: 7, selectionEnd: 7 });
  await page.waitForTimeout(300);
  expect(await page.locator('[data-search-hit]').count()).toBe(before);
  await devTools.send('Input.insertText', { text: '检察' });
  await expect(page.locator('[data-search-box]')).toHaveValue('检察');
  await expect(page.getByText(/找到 \d+ 条/)).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('检察');
});

test('leaving a form with unsaved content asks first', async ({ page }) => {
  await openForm(page);
  await page.keyboard.type('示例荣誉');
  await page.getByRole('link', { name: '首页' }).click();
  await expect(page.getByRole('dialog')).toContainText('表单里有还没保存的内容');
  await page.getByRole('button', { name: '继续编辑' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByLabel('名称')).toHaveValue('示例荣誉');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '放弃并离开' }).click();
  await expect(page.getByRole('heading', { name: '欢迎使用荣档' })).toBeVisible();
});

test('a name that was typed but not confirmed is saved as well', async ({ page }) => {
  await openForm(page);
  await page.keyboard.type('示例荣誉');
  await page.getByLabel('获奖单位或个人').focus();
  await page.keyboard.type('示例单位甲');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('entry-details')).toContainText('示例单位甲');
  await expect(page.getByText('并新建了单位：示例单位甲')).toBeVisible();
});

test('several honours are entered in a row', async ({ page }) => {
  await openForm(page);
  for (const title of ['示例甲', '示例乙', '示例丙']) {
    await expect(page.getByLabel('名称')).toHaveValue('');
    await page.getByLabel('名称').fill(title);
    await page.keyboard.press('Control+Enter');
  }
  await expect.poll(() => honorCount(page)).toContain('3');
  await expect(page.getByRole('heading', { name: '新增荣誉' })).toBeVisible();
});

for (const key of ['s', 'Enter']) {
  test(`Ctrl+${key} twice at once saves one record`, async ({ page }) => {
    await openForm(page);
    await page.keyboard.type('示例荣誉');
    await pressTwiceAtOnce(page, key);
    await expect(page.getByText(/^已保存/)).toBeVisible();
    await page.waitForTimeout(500);
    await goTo(page, '#/ledger/honor');
    await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
  });
}

test('giving a form up for the same form empties it and goes on guarding it', async ({ page }) => {
  await openForm(page);
  for (const title of ['示例甲', '示例乙']) {
    await page.getByLabel('名称').fill(title);
    await page.keyboard.press('Control+n');
    await expect(page.getByRole('dialog')).toContainText('表单里有还没保存的内容');
    await page.getByRole('button', { name: '放弃并离开' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByLabel('名称')).toHaveValue('');
  }
});

test('a name that is being typed is unsaved content too', async ({ page }) => {
  await openForm(page);
  await page.getByLabel('获奖单位或个人').focus();
  await page.keyboard.type('示例单位甲');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('dialog')).toContainText('表单里有还没保存的内容');
  await page.getByRole('button', { name: '继续编辑' }).click();
  await expect(page.getByRole('heading', { name: '新增荣誉' })).toBeVisible();
});

test('a date that is typed back keeps the year that was found out for it', async ({ page }) => {
  const date = { raw: '5月4日', start: '2023-05-04', end: '2023-05-04', precision: 'day' };
  await importRecords(page, [{ kind: 'honor', id: 'example-honor', title: '示例荣誉', date }]);
  await goTo(page, '#/edit/honor/example-honor');
  await expect(page.getByText('识别为：2023年5月4日（精确到日）')).toBeVisible();
  await page.getByLabel('时间', { exact: true }).press('End');
  await page.keyboard.type('1');
  await expect(page.getByText('有未保存的内容')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.getByText('识别为：2023年5月4日（精确到日）')).toBeVisible();
  await expect(page.getByText('有未保存的内容')).toBeHidden();
});

test('a save that ends in a fault is told, and the form can be used again', async ({ app, page }) => {
  await openForm(page);
  await page.keyboard.type('示例荣誉');
  await app.electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('journal:append');
    ipcMain.handle('journal:append', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      throw new Error('示例故障');
    });
  });
  await page.keyboard.press('Control+s');
  // What is typed while it is being saved would not be in what is saved.
  await expect(page.getByLabel('名称')).toBeDisabled();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('不能确定它有没有写进档案');
  await expect(dialog).toContainText('示例故障');
  await dialog.getByRole('button').click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('名称')).toHaveValue('示例荣誉');
  await expect(page.getByLabel('名称')).toBeEnabled();
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0);
});

test('Enter takes a known unit for a part of its name, and keeps a whole name as printed', async ({ page }) => {
  await page.getByRole('button', { name: '载入示例' }).click();
  await expect(page.getByText('已载入')).toBeVisible();
  await goTo(page, '#/new/honor');
  await page.getByLabel('名称').fill('示例荣誉');
  await page.getByLabel('获奖单位或个人').focus();
  await page.keyboard.type('检察');
  await expect(page.getByText('新名称“检察”')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByLabel('授予单位').focus();
  await page.keyboard.type('市人民检察院');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  const details = page.getByTestId('entry-details');
  await expect(details.getByRole('button')).toHaveText(['菏泽市人民检察院', '市人民检察院']);
  await expect(page.getByText(/^已保存撤销|^已保存$/)).toBeVisible();
  await details.getByRole('button', { name: '市人民检察院', exact: true }).click();
  await expect(page.getByRole('heading', { name: '菏泽市人民检察院' })).toBeVisible();
});

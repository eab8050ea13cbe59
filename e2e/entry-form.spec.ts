import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { goTo } from './support/window-steps.ts';

async function openForm(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '欢迎使用荣档' }).waitFor();
  await goTo(page, '#/new/honor');
  await expect(page.getByLabel('名称')).toBeFocused();
}

async function honorCount(page: Page): Promise<string> {
  return page.getByRole('link', { name: '荣誉' }).innerText();
}

test('an empty title and an impossible date are refused where they stand, and nothing is saved', async ({ page }) => {
  await openForm(page);
  await page.getByLabel('时间').fill('2023年13月');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('有 2 处需要改，还没有保存')).toBeVisible();
  const form = page.getByTestId('entry-form');
  await expect(form.locator('.ant-form-item-explain-error')).toHaveText(['不能为空', '日历上没有这一天，请核对年月日']);
  await expect(page.getByLabel('名称')).toBeFocused();
  expect(await honorCount(page)).toBe('荣誉');

  await page.keyboard.type('示例荣誉');
  await page.getByLabel('时间').fill('2023年12月');
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
  const before = await page.locator('[data-search-hit]').count();
  await devTools.send('Input.imeSetComposition', { text: 'jiancha', selectionStart: 7, selectionEnd: 7 });
  await page.waitForTimeout(300);
  expect(await page.locator('[data-search-hit]').count()).toBe(before);
  await devTools.send('Input.insertText', { text: '检察' });
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

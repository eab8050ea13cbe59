import { expect, type Page } from '@playwright/test';
import type { WindowState } from './window-state.ts';
import { goTo } from './window-steps.ts';

const box = (page: Page) => page.getByRole('combobox', { name: '搜索全部记录' });
const option = (page: Page) => page.getByRole('option').first();

async function type(page: Page, text: string): Promise<void> {
  await goTo(page, '#/search');
  await expect(page.getByRole('heading', { name: '搜索', level: 1 })).toBeVisible();
  await box(page).fill('');
  await box(page).pressSequentially(text);
}

const clear = (page: Page) => box(page).fill('');
const escape = (page: Page) => page.keyboard.press('Escape');

/** With the sample loaded. */
export const SEARCH_STATES: readonly WindowState[] = [
  {
    name: 'search-conditions',
    open: async (page) => {
      await type(page, '机关 -"没有的词" 级别:厂级 类型:荣誉,方案,活动 ');
      await expect(page.getByRole('list', { name: '已识别的条件' })).toBeVisible();
    },
    close: clear,
  },
  {
    name: 'search-one-ledger',
    open: async (page) => {
      await type(page, '机关 类型:活动 ');
      await expect(page.getByRole('button', { name: '在台账中打开' })).toBeVisible();
    },
    close: clear,
  },
  {
    name: 'search-completion',
    open: async (page) => {
      await type(page, '机关 单位:');
      await expect(option(page)).toBeVisible();
      await page.keyboard.press('ArrowDown');
    },
    close: clear,
  },
  {
    name: 'search-years',
    open: async (page) => {
      await type(page, '年:2019..2020,2023 ');
      await page.getByRole('combobox', { name: '年份', exact: true }).click();
      await expect(page.getByText('可选几年')).toBeVisible();
    },
    close: async (page) => {
      await escape(page);
      await clear(page);
    },
  },
  {
    name: 'similar-records',
    open: async (page) => {
      await goTo(page, '#/record/activity/seed-activity-008?show=similar');
      await expect(page.getByRole('list', { name: '相似记录' }).getByRole('button').first()).toBeFocused();
    },
    close: (page) => goTo(page, '#/search'),
  },
  {
    name: 'search-hit-reached',
    open: async (page) => {
      await type(page, '机关 ');
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-search-hit]').first()).toBeFocused();
    },
    close: clear,
  },
  {
    name: 'search-no-hits',
    open: async (page) => {
      await type(page, '没有的词 年:1999');
      await expect(page.getByText(/^没有符合/)).toBeVisible();
    },
    close: clear,
  },
  {
    name: 'search-help',
    open: async (page) => {
      await goTo(page, '#/search');
      await page.getByRole('button', { name: '搜索语法' }).click();
      await expect(page.getByRole('dialog', { name: '搜索语法' })).toBeVisible();
    },
    close: async (page) => {
      await page.getByRole('button', { name: '知道了' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  {
    name: 'palette',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('机关');
      await expect(page.getByRole('option', { name: '在全部记录中搜索“机关”' })).toBeAttached();
    },
    close: escape,
  },
  {
    name: 'search-starts',
    open: async (page) => {
      await type(page, '机关 类型:活动');
      await page.getByRole('button', { name: '保存这个搜索' }).click();
      await page.getByLabel('名称').fill('示例：机关的活动');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await clear(page);
      await expect(page.getByRole('region', { name: '保存的搜索' })).toBeVisible();
    },
    close: clear,
  },
];

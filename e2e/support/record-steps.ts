import { expect, type Page } from '@playwright/test';
import { goTo } from './window-steps.ts';

/** Goes to the page of a record that is not deleted. */
export async function openRecord(page: Page, kind: string, id: string): Promise<void> {
  await goTo(page, `#/record/${kind}/${id}`);
  await expect(page.getByTestId('entry-details')).toBeVisible();
}

/** On the page of a record: looks for another one by what is typed, and stops before it is linked. */
export async function chooseLinked(page: Page, typed: string, title: string): Promise<void> {
  await page.getByRole('button', { name: '添加关联' }).click();
  await page.getByRole('dialog').getByLabel('关联到').fill(typed);
  await page.locator('.ant-select-item-option', { hasText: title }).first().click();
}

export async function addLink(page: Page, typed: string, title: string): Promise<void> {
  await chooseLinked(page, typed, title);
  await page.getByRole('dialog').getByRole('button', { name: '关联', exact: true }).click();
  await expect(page.getByText(`已关联“${title}”`)).toBeVisible();
}

/** On the page of a record: opens its history and answers the list of its versions. */
export async function openHistory(page: Page) {
  await page.getByRole('region', { name: '修改历史' }).getByRole('button', { name: '展开' }).click();
  return page.getByTestId('record-history').getByRole('listitem');
}

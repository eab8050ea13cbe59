import { expect, type Page } from '@playwright/test';

/** Imports records through the window's own file chooser. */
export async function importRecords(page: Page, records: readonly object[]): Promise<void> {
  const told = page.getByText(`已导入 ${records.length} 条记录`);
  // An earlier import of as many may still be told about: its message must not stand for this one.
  await expect(told).toHaveCount(0, { timeout: 30_000 });
  await chooseRecordFile(page, JSON.stringify(records));
  await expect(told).toBeVisible({ timeout: 60_000 });
}

export async function chooseRecordFile(page: Page, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入已有记录' }).click();
  await (await chooser).setFiles({ name: '示例.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

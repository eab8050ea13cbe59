import { expect, type Page } from '@playwright/test';
import { goTo } from './window-steps.ts';

/** Imports records by the import's own screen, and goes back to where the window was. */
export async function importRecords(page: Page, records: readonly object[]): Promise<void> {
  const told = page.getByText(`已导入 ${records.length} 条记录`);
  // An earlier import of as many may still be told about: its message must not stand for this one.
  await expect(told).toHaveCount(0, { timeout: 30_000 });
  const before = await page.evaluate(() => location.hash);
  await chooseRecordFile(page, JSON.stringify(records));
  await expect(told).toBeVisible({ timeout: 60_000 });
  await goTo(page, before === '' ? '#/home' : before);
}

export async function chooseRecordFile(page: Page, text: string): Promise<void> {
  await goTo(page, '#/import');
  await page
    .getByTestId('import-file')
    .setInputFiles({ name: '示例.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

import { expect } from '@playwright/test';
import { startApp } from './support/archive-app.ts';
import { test } from './support/data-folder.ts';
import { importRecords } from './support/import-records.ts';
import { openHistory, openRecord } from './support/record-steps.ts';

test('a clock that was set back years changes no order: of saves, of history, of undo', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  const { page } = app;
  await importRecords(page, [{ kind: 'honor', id: 'honor-1', title: '示例文明单位', documentNo: '示文〔2023〕5号' }]);
  await page.clock.setFixedTime(new Date('2001-02-03T04:05:06Z'));
  for (const number of [6, 7]) {
    await openRecord(page, 'honor', 'honor-1');
    await page.keyboard.press('F2');
    await page.getByLabel('文号', { exact: true }).fill(`示文〔2023〕${number}号`);
    await page.keyboard.press('Control+s');
    await expect(page.getByTestId('entry-details')).toContainText(`示文〔2023〕${number}号`);
  }
  const versions = await openHistory(page);
  await expect(versions).toHaveCount(3);
  await expect(versions.nth(0)).toContainText('第 3 版');
  await expect(versions.nth(0)).toContainText('2001');
  await expect(versions.nth(2)).toContainText('导入');
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('entry-details')).toContainText('示文〔2023〕6号');
  await app.close();

  const again = await startApp(dataFolder);
  await openRecord(again.page, 'honor', 'honor-1');
  await expect(again.page.getByTestId('entry-details')).toContainText('示文〔2023〕6号');
  await expect(again.page.getByText(/重建|补全|补回/)).toHaveCount(0);
  await again.close();
});

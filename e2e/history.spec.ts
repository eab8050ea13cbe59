import { expect } from '@playwright/test';
import { startApp, test as appTest } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { importRecords } from './support/import-records.ts';
import { openHistory, openRecord } from './support/record-steps.ts';

const HONOR = {
  kind: 'honor',
  id: 'honor-1',
  title: '示例文明单位',
  date: '2023年5月',
  level: '省部级',
  recipients: ['示例单位甲'],
  documentNo: '示文〔2023〕5号',
};

appTest('every version is shown with what changed, and a field or all of it is restored', async ({ page }) => {
  await importRecords(page, [HONOR]);
  for (const [label, value] of [
    ['文号', '示文〔2023〕6号'],
    ['名称', '示例文明单位标兵'],
  ] as const) {
    await openRecord(page, 'honor', 'honor-1');
    await page.keyboard.press('F2');
    await page.getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press('Control+s');
    await expect(page.getByTestId('entry-details')).toBeVisible();
  }
  const versions = await openHistory(page);
  await expect(versions).toHaveCount(3);
  await expect(versions.nth(0)).toContainText('第 3 版');
  await expect(versions.nth(0)).toContainText('当前');
  await expect(versions.nth(1).getByRole('row', { name: '文号' })).toContainText('示文〔2023〕5号');
  await expect(versions.nth(1).getByRole('row', { name: '文号' })).toContainText('示文〔2023〕6号');
  await expect(versions.nth(2)).toContainText('导入');

  await page.getByRole('button', { name: '把“文号”恢复为第 1 版' }).click();
  await expect(page.getByText('已恢复“文号”')).toBeVisible();
  await expect(versions).toHaveCount(4);
  await expect(page.getByTestId('entry-details')).toContainText('示文〔2023〕5号');
  await expect(page.getByRole('heading', { name: '示例文明单位标兵', exact: true })).toBeVisible();

  await page.getByRole('button', { name: '恢复到第 1 版' }).click();
  await expect(page.getByRole('heading', { name: '示例文明单位', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: '示例文明单位标兵', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('entry-details')).toContainText('示文〔2023〕6号');
});

appTest('a name that was founded anew meanwhile is not lost with a restored field', async ({ page }) => {
  await importRecords(page, [HONOR]);
  await openRecord(page, 'honor', 'honor-1');
  await page.keyboard.press('F2');
  await page.getByLabel('备注').fill('示例备注');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('entry-details')).toContainText('示例备注');
  const versions = await openHistory(page);
  await expect(versions).toHaveCount(2);
  await page.getByRole('button', { name: '把“备注”恢复为第 1 版' }).click();
  await expect(page.getByTestId('entry-details')).not.toContainText('示例备注');
});

test('the command line tells a history and undoes step by step', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  const added = await runCommand(['add', '--kind', 'honor', '--file', '-', ...data], JSON.stringify(HONOR));
  expect(added.exitCode, added.stderr).toBe(0);

  const app = await startApp(dataFolder);
  await openRecord(app.page, 'honor', 'honor-1');
  await app.page.keyboard.press('F2');
  await app.page.getByLabel('文号', { exact: true }).fill('示文〔2023〕6号');
  await app.page.keyboard.press('Control+s');
  await expect(app.page.getByTestId('entry-details')).toContainText('6号');
  await app.page.getByRole('button', { name: '删除' }).click();
  await expect(app.page.getByText(/^已删除/)).toBeVisible();
  await app.close();

  const told = await runCommand(['history', 'honor-1', ...data]);
  expect(told.exitCode, told.stderr).toBe(0);
  expect(told.json).toMatchObject({
    ok: true,
    id: 'honor-1',
    versions: [
      { sequence: 3, revision: 3, action: 'delete', isDeleted: true, changes: [] },
      {
        sequence: 2,
        revision: 2,
        action: 'update',
        changes: [{ field: 'documentNo', label: '文号', before: '示文〔2023〕5号', after: '示文〔2023〕6号' }],
      },
      { sequence: 1, revision: 1, action: 'create' },
    ],
  });
  // Later work is not overwritten: the update was followed by the deletion.
  const refused = await runCommand(['undo', '2', ...data]);
  expect(refused.exitCode).toBe(2);
  expect(refused.json).toMatchObject({ ok: false, error: { code: 'changed-since' } });
  expect((await runCommand(['undo', ...data])).json).toMatchObject({ ok: true, undone: 3, sequence: 4 });
  expect((await runCommand(['undo', ...data])).json).toMatchObject({ ok: true, undone: 2, sequence: 5 });
  const record = await runCommand(['get', 'honor-1', ...data]);
  expect(record.json).toMatchObject({ record: { documentNo: '示文〔2023〕5号' } });
  expect((await runCommand(['undo', '9', ...data])).json).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect((await runCommand(['undo', 'x', ...data])).json).toMatchObject({ error: { code: 'bad-argument' } });
  expect((await runCommand(['history', 'nobody', ...data])).json).toMatchObject({ error: { code: 'not-found' } });
});

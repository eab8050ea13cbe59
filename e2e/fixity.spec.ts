import { expect } from '@playwright/test';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { answerOpenDialog } from './support/attach-steps.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { png, writeSample } from './support/sample-files.ts';
import { addHonor, goTo } from './support/window-steps.ts';

/** The stored files, by their names: the hashes of their bytes. */
async function storedFiles(dataFolder: string): Promise<readonly string[]> {
  const folder = join(dataFolder, 'attachments');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}/.test(entry.name) && !entry.parentPath.includes('thumbnails'))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('a check names what has changed or is missing, in the window and on the command line', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  const app = await startApp(dataFolder);
  const { page } = app;
  const folder = join(dataFolder, 'files-of-the-test');
  const first = await writeSample(folder, '示例一.png', png(300, 200));
  const second = await writeSample(folder, '示例二.png', png(400, 200));
  await expect(page.getByRole('navigation')).toBeVisible();
  await addHonor(page, '示例荣誉甲');
  await answerOpenDialog(app, [first, second]);
  await page.getByRole('button', { name: '添加附件' }).click();
  await expect(page.getByTestId('attachment-tile')).toHaveCount(2);
  await goTo(page, '#/evidence');
  await page.getByText('附件校验', { exact: true }).click();
  await page.getByRole('button', { name: '校验全部附件' }).click();
  await expect(page.getByTestId('fixity-report')).toContainText('所有附件都完整');

  const [one = '', two = ''] = await storedFiles(dataFolder);
  await writeFile(one, 'changed');
  await rm(two);
  await page.getByRole('button', { name: '校验全部附件' }).click();
  const report = page.getByTestId('fixity-report');
  await expect(report).toContainText('有 2 个附件有问题');
  await expect(report).toContainText('文件不见了');
  await expect(report).toContainText('内容被改动或损坏');
  await report.getByRole('button', { name: '示例荣誉甲' }).first().click();
  await expect(page.getByRole('heading', { name: '示例荣誉甲' })).toBeVisible();
  await app.close();

  const checked = await runCommand(['fixity', '--data', dataFolder, '--json']);
  expect(checked.exitCode, checked.stderr).toBe(2);
  expect(checked.json).toMatchObject({ ok: false, error: { code: 'fixity-problems' } });

  await test.step('the next window says so quietly, and leads there', async () => {
    const again = await startApp(dataFolder);
    await expect(again.page.getByText('有附件损坏或缺失')).toBeVisible();
    await again.page.getByRole('button', { name: '查看', exact: true }).click();
    await expect(again.page.getByTestId('fixity-report')).toContainText('有 2 个附件有问题');
    await again.close();
  });
});

import { expect } from '@playwright/test';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { startApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { writeDatabase, type DatabaseDump } from './support/database-dump.ts';
import { goTo } from './support/window-steps.ts';

const FIXTURE = join(process.cwd(), 'e2e', 'fixtures', 'archives', 'version-1');

async function run(words: readonly string[]) {
  const done = await runCommand([...words, '--json'], '');
  expect(done.exitCode, `${words.join(' ')}\n${done.stdout}\n${done.stderr}`).toBe(0);
  return done.json;
}

/** The folder as the version left it: nothing tells who opened it last, and the database is of that version. */
async function leftByEarlierVersion(dataFolder: string): Promise<void> {
  await cp(FIXTURE, dataFolder, { recursive: true });
  const dump = JSON.parse(await readFile(join(dataFolder, 'database.json'), 'utf8')) as DatabaseDump;
  const app = await startApp(dataFolder);
  await goTo(app.page, '#/search');
  await expect(app.page.getByText(/^全部 \d+ 条/)).toBeVisible();
  await writeDatabase(app.page, dump);
  await app.close();
  for (const name of ['opened-by.json', 'backups.json', 'backups']) {
    await rm(join(dataFolder, name), { recursive: true, force: true });
  }
}

test('before another version opens an archive, its journal is put on the shelf, and that backup is good', async ({
  dataFolder,
}) => {
  test.setTimeout(180_000);
  await leftByEarlierVersion(dataFolder);
  const app = await startApp(dataFolder);
  await goTo(app.page, '#/ledger/honor');
  await expect(app.page.getByText('共 2 条')).toBeVisible();
  await app.close();

  const { backups } = await run(['backups', '--data', dataFolder]);
  expect(backups).toMatchObject([{ reason: 'before-upgrade', attachments: 'left-out' }]);
  const { path } = (backups as readonly { readonly path: string }[])[0] ?? { path: '' };
  expect(await run(['rehearse', path, '--data', dataFolder])).toMatchObject({ rehearsal: { isGood: true } });
  expect(await run(['restore', path, '--data', dataFolder])).toMatchObject({
    changes: { added: 0, changed: 0, gone: 0 },
  });
  const into = join(dataFolder, 'into');
  await run(['restore', path, '--into', into]);
  const { records } = await run(['list', '--kind', 'honor', '--data', into]);
  expect(records).toHaveLength(2);
  // What was restored has its package for a backup.
  expect(await run(['backups', '--data', into])).toMatchObject({ backups: [] });
});

test('when it cannot be made, the archive opens all the same, and the window says so', async ({ dataFolder }) => {
  test.setTimeout(120_000);
  await leftByEarlierVersion(dataFolder);
  await writeFile(join(dataFolder, 'backups'), 'a file where the folder should be');
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('升级前的备份没有做成')).toBeVisible();
  await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText('2');
  await app.close();

  await rm(join(dataFolder, 'backups'));
  const again = await startApp(dataFolder);
  await expect(again.page.getByRole('link', { name: '荣誉' })).toContainText('2');
  await expect(again.page.getByText('升级前的备份没有做成')).toHaveCount(0);
  await again.close();
  expect(await run(['backups', '--data', dataFolder])).toMatchObject({ backups: [{ reason: 'before-upgrade' }] });
});

import { expect, type Page } from '@playwright/test';
import { cp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { startApp } from './support/archive-app.ts';
import { test } from './support/data-folder.ts';
import { readDatabase, writeDatabase, type DatabaseDump } from './support/database-dump.ts';
import { goTo } from './support/window-steps.ts';

/** One folder per earlier version, as that version left it: archive.json, the journal, and a dump of the database. */
const FIXTURES = join(process.cwd(), 'e2e', 'fixtures', 'archives');

async function versions(): Promise<readonly string[]> {
  return (await readdir(FIXTURES)).toSorted();
}

async function expectSampleRecords(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: '荣誉' })).toContainText('2');
  await goTo(page, '#/ledger/honor');
  await expect(page.getByText('共 2 条')).toBeVisible();
  await goTo(page, '#/record/honor/version-fixture-1');
  const details = page.getByTestId('entry-details');
  await expect(details).toContainText('2023年5月');
  await expect(details).toContainText('国家级');
  await expect(details).toContainText('示例单位甲');
  await expect(details).toContainText('示发〔2023〕5号');
}

test('the database of every earlier version opens with all its records', async ({ dataFolder }) => {
  for (const version of await versions()) {
    const folder = join(dataFolder, version);
    await cp(join(FIXTURES, version), folder, { recursive: true });
    const dump = JSON.parse(await readFile(join(folder, 'database.json'), 'utf8')) as DatabaseDump;
    const first = await startApp(folder);
    // The search reads the database too; once it answers, nothing else does.
    await goTo(first.page, '#/search');
    await expect(first.page.getByText(/^全部 \d+ 条/)).toBeVisible();
    await writeDatabase(first.page, dump);
    await first.close();

    const app = await startApp(folder);
    await expectSampleRecords(app.page);
    // It was upgraded in place: nothing had to be rebuilt.
    await expect(app.page.getByText('重建')).toHaveCount(0);
    const present = await readDatabase(app.page);
    expect(present.version).toBeGreaterThanOrEqual(dump.version);
    expect(present.stores['honors']?.rows).toHaveLength(dump.stores['honors']?.rows.length ?? 0);
    await app.close();
  }
});

test('the journal of every earlier version is replayed into the present shape', async ({ dataFolder }) => {
  for (const version of await versions()) {
    const folder = join(dataFolder, version);
    await cp(join(FIXTURES, version), folder, { recursive: true });
    await rm(join(folder, 'database.json'));
    const app = await startApp(folder);
    await expect(app.page.getByText('已按日志的')).toBeVisible();
    await expectSampleRecords(app.page);
    await app.close();
  }
});

test('there is a fixture of the version that this program writes', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  await app.page.getByRole('link', { name: '荣誉' }).waitFor();
  const { version } = await readDatabase(app.page);
  await app.close();
  expect(await versions()).toContain(`version-${version / DEXIE_VERSION_FACTOR}`);
});

/** Dexie keeps its version times ten in IndexedDB. */
const DEXIE_VERSION_FACTOR = 10;

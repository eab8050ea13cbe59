import { expect } from '@playwright/test';
import { appendFile, cp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { test } from './support/data-folder.ts';
import { readDatabase, writeDatabase } from './support/database-dump.ts';
import { importRecords } from './support/import-records.ts';
import { addHonor, goTo } from './support/window-steps.ts';

async function journalFile(dataFolder: string): Promise<string> {
  const names = await readdir(join(dataFolder, 'journal'));
  return join(dataFolder, 'journal', names.find((name) => name.endsWith('.jsonl')) ?? '');
}

async function withHonors(dataFolder: string, titles: readonly string[]): Promise<void> {
  const app = await startApp(dataFolder);
  for (const title of titles) await addHonor(app.page, title);
  await app.close();
}

test('a torn last line is cut off, put aside and told; what it follows stays', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  await appendFile(await journalFile(dataFolder), '{"sequence":3,"previous":"torn');
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('日志末尾有一行不完整')).toBeVisible();
  await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText('2');
  const [aside = ''] = await readdir(join(dataFolder, 'set-aside'));
  expect(await readFile(join(dataFolder, 'set-aside', aside), 'utf8')).toBe('{"sequence":3,"previous":"torn');
  await addHonor(app.page, '示例丙');
  await app.close();
});

test('a journal that lost its end is completed from the working copy', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙', '示例丙']);
  const file = await journalFile(dataFolder);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await truncate(file, Buffer.byteLength(`${lines[0]}\n`));
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('日志缺少最近 2 次改动，已由工作副本补全')).toBeVisible();
  await app.close();
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toEqual(lines);
});

test('a journal whose folder is gone is written anew from the working copy', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  await rm(join(dataFolder, 'journal'), { recursive: true });
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('已由工作副本补全')).toBeVisible();
  await addHonor(app.page, '示例丙');
  await app.close();
  expect((await readFile(await journalFile(dataFolder), 'utf8')).trimEnd().split('\n')).toHaveLength(3);
});

test('an older copy of the whole folder is caught up by the journal of now', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲']);
  const olderHead = await readFile(join(dataFolder, 'head.json'));
  await withHonors(dataFolder, ['示例乙']);
  const file = await journalFile(dataFolder);
  const complete = await readFile(file);
  await truncate(file, complete.indexOf(0x0a) + 1);
  await writeFile(join(dataFolder, 'head.json'), olderHead);
  await rm(join(dataFolder, 'profile', 'IndexedDB'), { recursive: true });
  const older = await startApp(dataFolder);
  await expect(older.page.getByRole('link', { name: '荣誉' })).toContainText('1');
  await older.close();
  await writeFile(file, complete);
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('已从日志补回 1 次改动')).toBeVisible();
  await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText('2');
  await app.close();
});

test('a journal that lost its end is not opened when nothing can complete it, until the loss is accepted', async ({
  dataFolder,
}) => {
  await withHonors(dataFolder, ['示例甲', '示例乙', '示例丙']);
  const file = await journalFile(dataFolder);
  const complete = await readFile(file);
  await truncate(file, complete.indexOf(0x0a) + 1);
  await rm(join(dataFolder, 'profile', 'IndexedDB'), { recursive: true });
  const before = await readFile(file);

  const stopped = await startApp(dataFolder);
  await expect(stopped.page.getByText('日志缺少最近 2 次已保存的改动')).toBeVisible();
  await stopped.close();
  expect(await readFile(file)).toEqual(before);

  await writeFile(file, complete);
  const whole = await startApp(dataFolder);
  await expect(whole.page.getByRole('link', { name: '荣誉' })).toContainText('3');
  await whole.close();

  await writeFile(file, before);
  await rm(join(dataFolder, 'profile', 'IndexedDB'), { recursive: true });
  const given = await startApp(dataFolder);
  await given.page.getByRole('button', { name: '不要缺少的改动，打开现有的' }).click();
  await given.page.getByRole('button', { name: '打开现有的', exact: true }).click();
  await expect(given.page.getByRole('link', { name: '荣誉' })).toContainText('1');
  await addHonor(given.page, '示例丁');
  await given.close();
  await expectQuietStart(dataFolder, '2');
});

test('a journal and a working copy that are both older than the stored head are not opened', async ({ dataFolder }) => {
  const [ours, older] = [join(dataFolder, 'ours'), join(dataFolder, 'older')];
  await withHonors(ours, ['示例甲']);
  await cp(ours, older, { recursive: true });
  await withHonors(ours, ['示例乙']);
  for (const name of ['journal', 'profile']) {
    await rm(join(ours, name), { recursive: true });
    await cp(join(older, name), join(ours, name), { recursive: true });
  }
  const app = await startApp(ours);
  await expect(app.page.getByText('日志缺少最近 1 次已保存的改动')).toBeVisible();
  await app.close();
});

test('after a kill the working copy is compared in full, and a row that says something else is put right', async ({
  dataFolder,
}) => {
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  const app = await startApp(dataFolder);
  await goTo(app.page, '#/search');
  await expect(app.page.getByText(/^全部 \d+ 条/)).toBeVisible();
  const dump = await readDatabase(app.page);
  const { honors } = dump.stores;
  if (!honors) throw new Error('The database has no honours.');
  const rows = honors.rows.map((row, index) => (index === 0 ? { ...row, title: '示例被改' } : row));
  await writeDatabase(app.page, { ...dump, stores: { ...dump.stores, honors: { ...honors, rows } } });
  await app.kill();

  const again = await startApp(dataFolder);
  await expect(again.page.getByText('核对发现本机的工作副本里有记录与日志不同')).toBeVisible();
  await goTo(again.page, '#/ledger/honor');
  for (const title of ['示例甲', '示例乙']) {
    await expect(again.page.getByRole('gridcell', { name: title, exact: true })).toHaveCount(1);
  }
  await again.close();
  const [aside = ''] = await readdir(join(dataFolder, 'set-aside'));
  expect(await readFile(join(dataFolder, 'set-aside', aside), 'utf8')).toContain('示例被改');
  await expectQuietStart(dataFolder, '2');
  expect(JSON.parse(await readFile(join(dataFolder, 'session.json'), 'utf8'))).toMatchObject({
    isOpen: false,
    uncleanExits: 1,
  });
});

test('damage in the middle stops everything, names the line, and changes nothing', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙', '示例丙']);
  const file = await journalFile(dataFolder);
  const damaged = (await readFile(file, 'utf8')).replace('示例乙', '示例己');
  await writeFile(file, damaged);
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('档案没有打开')).toBeVisible();
  await expect(app.page.getByText(/日志文件 .*jsonl 的第 2 行与写入时不一致/)).toBeVisible();
  await app.close();
  expect(await readFile(file, 'utf8')).toBe(damaged);
});

test('a database that lost rows is noticed by its counts and rebuilt', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  const app = await startApp(dataFolder);
  // The search reads the database too; once it answers, nothing else does.
  await goTo(app.page, '#/search');
  await expect(app.page.getByText(/^全部 \d+ 条/)).toBeVisible();
  const dump = await readDatabase(app.page);
  const { honors } = dump.stores;
  if (!honors) throw new Error('The database has no honours.');
  const stores = { ...dump.stores, honors: { ...honors, rows: honors.rows.slice(1) } };
  await writeDatabase(app.page, { ...dump, stores });
  await app.close();
  const again = await startApp(dataFolder);
  await expect(again.page.getByText('本机的工作副本缺少记录')).toBeVisible();
  await goTo(again.page, '#/ledger/honor');
  await expect(again.page.getByText('共 2 条')).toBeVisible();
  await again.close();
});

test('with the journal gone and a gap in the history, the rows that are left begin a new one', async ({
  dataFolder,
}) => {
  await withHonors(dataFolder, ['示例甲', '示例乙', '示例丙']);
  const app = await startApp(dataFolder);
  // The search reads the database too; once it answers, nothing else does.
  await goTo(app.page, '#/search');
  await expect(app.page.getByText(/^全部 \d+ 条/)).toBeVisible();
  const dump = await readDatabase(app.page);
  const rows = dump.stores['changeSets']?.rows.filter((row) => (row as { sequence: number }).sequence !== 2) ?? [];
  await writeDatabase(app.page, { ...dump, stores: { ...dump.stores, changeSets: { keyPath: 'sequence', rows } } });
  await app.close();
  await rm(join(dataFolder, 'journal'), { recursive: true });

  const again = await startApp(dataFolder);
  await expect(again.page.getByText('已用工作副本里现有的 3 条记录重新建立日志')).toBeVisible();
  await expect(again.page.getByRole('link', { name: '荣誉' })).toContainText('3');
  const [aside = ''] = await readdir(join(dataFolder, 'set-aside'));
  expect((await readFile(join(dataFolder, 'set-aside', aside), 'utf8')).split('\n')).toHaveLength(5);
  await addHonor(again.page, '示例丁');
  await again.close();
  await expectQuietStart(dataFolder, '4');
});

test('rewriting a lost journal goes on where it was interrupted', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙', '示例丙']);
  const before = await startApp(dataFolder);
  const dump = await readDatabase(before.page);
  await before.close();
  await rm(join(dataFolder, 'journal'), { recursive: true });
  await rm(join(dataFolder, 'archive.json'));
  const whole = await startApp(dataFolder);
  await expect(whole.page.getByText('已由工作副本补全')).toBeVisible();
  // As if the power had gone after the first line: the new journal has one, the working copy is the old one.
  await writeDatabase(whole.page, dump);
  await whole.close();
  const file = await journalFile(dataFolder);
  const bytes = await readFile(file);
  await truncate(file, bytes.indexOf(0x0a) + 1);

  const again = await startApp(dataFolder);
  await expect(again.page.getByText('日志缺少最近 2 次改动，已由工作副本补全')).toBeVisible();
  await expect(again.page.getByRole('link', { name: '荣誉' })).toContainText('3');
  await again.close();
  await expectQuietStart(dataFolder, '3');
});

test('a database of another archive is kept aside, and the journal counts', async ({ dataFolder }) => {
  const [ours, theirs] = [join(dataFolder, 'ours'), join(dataFolder, 'theirs')];
  await withHonors(ours, ['示例甲']);
  await withHonors(theirs, ['示例乙', '示例丙']);
  await rm(join(ours, 'profile'), { recursive: true });
  await cp(join(theirs, 'profile'), join(ours, 'profile'), { recursive: true });
  const app = await startApp(ours);
  await expect(app.page.getByText('本机的工作副本与日志不一致')).toBeVisible();
  await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText('1');
  await app.close();
  const [aside = ''] = await readdir(join(ours, 'set-aside'));
  expect(await readFile(join(ours, 'set-aside', aside), 'utf8')).toContain('示例丙');
  await expectQuietStart(ours, '1');
});

test('an archive that a newer version has written is refused, and nothing is changed', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲']);
  const app = await startApp(dataFolder);
  // The search reads the database too; once it answers, nothing else does.
  await goTo(app.page, '#/search');
  await expect(app.page.getByText(/^全部 \d+ 条/)).toBeVisible();
  const dump = await readDatabase(app.page);
  await writeDatabase(app.page, { ...dump, version: 990 });
  await app.close();
  const file = await journalFile(dataFolder);
  const journal = await readFile(file, 'utf8');
  const again = await startApp(dataFolder);
  await expect(again.page.getByText('这份档案由更新版本的荣档写成')).toBeVisible();
  await again.close();
  expect(await readFile(file, 'utf8')).toBe(journal);
});

test('a deleted record that is imported again is the same record, and the counts still agree', async ({
  dataFolder,
}) => {
  const app = await startApp(dataFolder);
  const record = { kind: 'honor', id: 'example-honor-1', title: '示例荣誉' };
  await importRecords(app.page, [record]);
  await goTo(app.page, '#/record/honor/example-honor-1');
  await app.page.getByRole('button', { name: '删除' }).click();
  await expect(app.page.getByRole('heading', { name: '荣誉台账' })).toBeVisible();
  await goTo(app.page, '#/home');
  await importRecords(app.page, [{ ...record, note: '示例备注' }]);
  await goTo(app.page, '#/record/honor/example-honor-1');
  await expect(app.page.getByTestId('entry-details')).toContainText('示例备注');
  await app.close();
  await expectQuietStart(dataFolder, '1');
});

/** A start that finds nothing to mend, with so many honours. */
async function expectQuietStart(dataFolder: string, honors: string): Promise<void> {
  const app = await startApp(dataFolder);
  await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText(honors);
  await app.page.waitForTimeout(500);
  await expect(app.page.getByText(/重建|补全|补回|重新建立/)).toHaveCount(0);
  await app.close();
}

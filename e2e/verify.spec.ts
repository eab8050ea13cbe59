import { expect } from '@playwright/test';
import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { runCommand, type CommandRun } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { readDatabase, writeDatabase } from './support/database-dump.ts';
import { goTo } from './support/window-steps.ts';

const honor = (title: string) => JSON.stringify({ kind: 'honor', title, collective: true, recipients: ['示例单位甲'] });

async function withHonors(dataFolder: string, titles: readonly string[]): Promise<string> {
  for (const title of titles) {
    const added = await runCommand(['add', '--kind', 'honor', '--file', '-', '--data', dataFolder], honor(title));
    expect(added.exitCode, added.stderr).toBe(0);
  }
  const folder = join(dataFolder, 'journal');
  const names = await readdir(folder);
  return join(folder, names.find((name) => name.endsWith('.jsonl')) ?? '');
}

const run = (command: string, dataFolder: string): Promise<CommandRun> =>
  runCommand([command, '--data', dataFolder, '--json']);

function problemsOf({ json }: CommandRun): readonly Record<string, unknown>[] {
  return (json['problems'] ?? []) as readonly Record<string, unknown>[];
}

test('verify says that all is whole, and names what is not, without opening or changing anything', async ({
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const file = await withHonors(dataFolder, ['示例甲', '示例乙', '示例丙']);
  const whole = await run('verify', dataFolder);
  expect(whole.exitCode, whole.stderr).toBe(0);
  expect(whole.json).toMatchObject({
    ok: true,
    journal: { lines: 3, files: 1, broken: null, head: 'agrees', missing: 0 },
    workingCopy: { state: 'compared', changeSets: 3, wrongRecords: 0, wrongChangeSets: 0 },
  });

  const complete = await readFile(file, 'utf8');
  await writeFile(file, complete.replace('示例乙', '示例己'));
  const broken = await run('verify', dataFolder);
  expect(broken.exitCode).toBe(2);
  const name = file.split('/').at(-1);
  expect(broken.json).toMatchObject({ ok: false, error: { code: 'verify-problems', where: `${name}:2` } });
  expect(problemsOf(broken)).toEqual([expect.objectContaining({ code: 'journal-broken', file: name, line: 2 })]);
  expect(broken.json['workingCopy']).toMatchObject({ state: 'alone', changeSets: 3, isSound: true });
  expect((await run('health', dataFolder)).json).toMatchObject({ ok: true, journal: { status: 'damaged', lines: 1 } });
  expect((await run('rebuild', dataFolder)).json).toMatchObject({ error: { code: 'journal-damaged' } });
  expect(await readFile(file, 'utf8')).toBe(complete.replace('示例乙', '示例己'));

  await writeFile(file, complete);
  await truncate(file, Buffer.byteLength(`${complete.split('\n')[0]}\n`));
  const behind = await run('verify', dataFolder);
  expect(behind.exitCode).toBe(2);
  expect(problemsOf(behind).map(({ code }) => code)).toEqual(['journal-behind', 'copy-ahead']);

  await writeFile(file, complete);
  await rm(join(dataFolder, 'profile', 'IndexedDB'), { recursive: true });
  expect(problemsOf(await run('verify', dataFolder)).map(({ code }) => code)).toEqual(['copy-missing']);
  const rebuilt = await run('rebuild', dataFolder);
  expect(rebuilt.json).toEqual({ ok: true, changeSets: 3 });
  expect((await run('verify', dataFolder)).exitCode).toBe(0);
});

test('verify names the records that differ, and rebuild puts them right', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  const app = await startApp(dataFolder);
  await goTo(app.page, '#/search');
  await expect(app.page.getByText(/^全部 \d+ 条/)).toBeVisible();
  const dump = await readDatabase(app.page);
  const { honors, changeSets } = dump.stores;
  if (!honors || !changeSets) throw new Error('The database has no honours.');
  const changed = honors.rows.map((row, index) => (index === 0 ? { ...row, title: '示例被改' } : row));
  const history = changeSets.rows.map((row) => ({ ...row, hash: 'f'.repeat(64) }));
  const stores = {
    ...dump.stores,
    honors: { ...honors, rows: changed },
    changeSets: { ...changeSets, rows: history },
  };
  await writeDatabase(app.page, { ...dump, stores });
  await app.close();

  const found = await run('verify', dataFolder);
  expect(found.exitCode).toBe(2);
  expect(problemsOf(found)).toEqual([
    expect.objectContaining({ code: 'record-changed', kind: 'honor', id: (changed[0] as { id: string }).id }),
    expect.objectContaining({ code: 'history-different', count: 2 }),
  ]);
  expect((await run('rebuild', dataFolder)).json).toEqual({ ok: true, changeSets: 2 });
  expect((await run('verify', dataFolder)).json).toMatchObject({ ok: true });
});

test('health tells the last save, the journal, sessions that were killed and the space that is left', async ({
  dataFolder,
}) => {
  await withHonors(dataFolder, ['示例甲']);
  const app = await startApp(dataFolder);
  await expect(app.page.getByRole('navigation')).toBeVisible();
  await app.kill();
  const { json, exitCode } = await run('health', dataFolder);
  expect(exitCode).toBe(0);
  expect(json).toMatchObject({
    ok: true,
    dataFolder,
    journal: { status: 'intact', lines: 1, head: 'agrees' },
    storedHead: { sequence: 1 },
    uncleanExits: { count: 1 },
    fixity: null,
  });
  expect(Date.parse((json['lastSave'] as { at: string }).at)).toBeGreaterThan(Date.now() - 600_000);
  expect(json['freeBytes']).toBeGreaterThan(0);
});

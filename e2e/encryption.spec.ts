import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { access, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startApp, test } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { chooseLockNow, expectLocked, PASSPHRASE, setPassphrase, unlock } from './support/lock-steps.ts';
import { addHonor, goTo } from './support/window-steps.ts';

const ENCRYPTING = '锁窗口，并加密记录';
/** A word of a record, as it would stand in a file that is not encrypted, in either of the ways that Chromium writes text. */
const SECRET = '示例密语';
const SPELLINGS = [Buffer.from(SECRET, 'utf8'), Buffer.from(SECRET, 'utf16le')];

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** The files of the data folder in which a word of the record can be read. */
async function filesThatTell(dataFolder: string): Promise<readonly string[]> {
  const telling: string[] = [];
  for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (SPELLINGS.some((spelling) => bytes.includes(spelling))) telling.push(path.slice(dataFolder.length + 1));
  }
  return telling;
}

async function expectHonor(page: Page, title: string): Promise<void> {
  await goTo(page, '#/ledger/honor');
  await expect(page.getByText(title).first()).toBeVisible();
}

async function change(page: Page, button: string): Promise<void> {
  await goTo(page, '#/settings');
  await page.getByRole('button', { name: button }).click();
  await page.getByLabel('现在的口令').fill(PASSPHRASE);
}

test('with a passphrase that encrypts, no file of the data folder tells a record', async ({ dataFolder }) => {
  test.slow();
  const first = await startApp(dataFolder);
  await addHonor(first.page, `${SECRET}甲`);
  await setPassphrase(first.page, PASSPHRASE, ENCRYPTING);
  await expect(first.page.getByText('加密还差一步')).toBeVisible();
  expect((await filesThatTell(dataFolder)).filter((path) => !path.startsWith('profile'))).toEqual([]);
  await first.close();

  const second = await startApp(dataFolder);
  await expectLocked(second.page);
  await unlock(second.page);
  await expectHonor(second.page, `${SECRET}甲`);
  // Nothing is reported missing or rebuilt: this is how it opens from now on.
  await expect(second.page.getByText(/重建|补回/)).toHaveCount(0);
  await expect(second.page.getByText('加密还差一步')).toHaveCount(0);
  await addHonor(second.page, `${SECRET}乙`);
  // What is being typed is kept as a draft.
  await goTo(second.page, '#/new/honor');
  await second.page.getByLabel('名称', { exact: true }).fill(`${SECRET}草稿`);
  await expect.poll(async () => (await readdir(join(dataFolder, 'drafts')).catch(() => [])).length).toBe(1);
  expect(await filesThatTell(dataFolder)).toEqual([]);
  await second.kill();
  expect(await filesThatTell(dataFolder)).toEqual([]);

  const third = await startApp(dataFolder);
  await unlock(third.page);
  await expectHonor(third.page, `${SECRET}甲`);
  await expectHonor(third.page, `${SECRET}乙`);
  await chooseLockNow(third);
  await expectLocked(third.page);
  await unlock(third.page);
  await expectHonor(third.page, `${SECRET}乙`);
  await third.kill();

  const listed = await runCommand(
    ['list', '--kind', 'honor', '--data', dataFolder, '--json', '--passphrase-file', '-'],
    PASSPHRASE,
  );
  expect(listed.exitCode).toBe(0);
  expect(JSON.stringify(listed.json)).toContain(`${SECRET}乙`);
  const verified = await runCommand(['verify', '--data', dataFolder, '--json', '--passphrase-file', '-'], PASSPHRASE);
  expect(verified).toMatchObject({ exitCode: 0, json: { ok: true } });
  expect(await filesThatTell(dataFolder)).toEqual([]);
});

test('encryption is given up by whoever knows the passphrase, and nothing is lost', async ({ dataFolder }) => {
  test.slow();
  const first = await startApp(dataFolder);
  await addHonor(first.page, `${SECRET}甲`);
  await setPassphrase(first.page, PASSPHRASE, ENCRYPTING);
  // By the button above every screen.
  await expect(first.page.getByRole('button', { name: '现在重新打开' })).toBeVisible();
  await first.close();

  const second = await startApp(dataFolder);
  await unlock(second.page);
  await addHonor(second.page, `${SECRET}乙`);
  await change(second.page, '取消口令……');
  await expect(second.page.getByText('日志和草稿恢复成没有加密的样子')).toBeVisible();
  await second.page.keyboard.press('Enter');
  await expect(second.page.getByText('口令已取消，记录不再加密')).toBeVisible();
  expect(await filesThatTell(dataFolder)).toEqual([expect.stringMatching(/^journal.\d{4}-\d{2}\.jsonl$/)]);
  expect(await isThere(join(dataFolder, 'journal', 'key.json'))).toBe(false);
  await second.close();

  const third = await startApp(dataFolder);
  await expectHonor(third.page, `${SECRET}甲`);
  await expectHonor(third.page, `${SECRET}乙`);
  await third.close();
});

test('no file that is taken away opens an encrypted archive, and what is missing is said', async ({ dataFolder }) => {
  test.slow();
  const first = await startApp(dataFolder);
  await addHonor(first.page, `${SECRET}甲`);
  await setPassphrase(first.page, PASSPHRASE, ENCRYPTING);
  await first.close();
  const lock = join(dataFolder, 'lock.json');
  const key = await readFile(lock);
  await rm(lock);

  const second = await startApp(dataFolder);
  await expectLocked(second.page);
  await second.page.getByText('忘记口令').click();
  await expect(second.page.getByText('没有口令谁也打不开')).toBeVisible();
  await unlock(second.page);
  await expectHonor(second.page, `${SECRET}甲`);
  await second.kill();

  await rm(join(dataFolder, 'journal', 'key.json'));
  await rm(lock, { force: true });
  const list = ['list', '--kind', 'honor', '--data', dataFolder, '--json'];
  const refused = await runCommand(list);
  expect(refused).toMatchObject({ exitCode: 2, json: { ok: false, error: { code: 'key-missing' } } });
  await writeFile(lock, key);
  const opened = await runCommand([...list, '--passphrase-file', '-'], PASSPHRASE);
  expect(JSON.stringify(opened.json)).toContain(`${SECRET}甲`);
});

test('backups of an encrypted archive are encrypted, open without asking here, and with the passphrase elsewhere', async ({
  dataFolder,
}) => {
  test.slow();
  const first = await startApp(dataFolder);
  await addHonor(first.page, `${SECRET}甲`);
  await setPassphrase(first.page, PASSPHRASE, ENCRYPTING);
  await first.close();

  const unlocked = ['--json', '--passphrase-file', '-'];
  const here = [...unlocked, '--data', dataFolder];
  const file = join(dataFolder, '..', `${basename(dataFolder)}.rongdang`);
  const made = await runCommand(['backup', '--out', file, ...here], PASSPHRASE);
  expect(made).toMatchObject({ exitCode: 0, json: { ok: true, isSealed: true } });
  const own = await runCommand(['backup', ...here], PASSPHRASE);
  expect(own).toMatchObject({ exitCode: 0, json: { ok: true, isSealed: true } });
  expect(SPELLINGS.some((spelling) => readFileSync(file).includes(spelling))).toBe(false);

  const rehearsed = await runCommand(['rehearse', file, ...here], PASSPHRASE);
  expect(rehearsed).toMatchObject({ exitCode: 0, json: { ok: true } });
  const restored = await runCommand(['restore', file, '--yes', ...here], PASSPHRASE);
  expect(restored).toMatchObject({ exitCode: 0, json: { ok: true } });
  expect(await filesThatTell(dataFolder)).toEqual([]);
  const listed = await runCommand(['list', '--kind', 'honor', ...here], PASSPHRASE);
  expect(JSON.stringify(listed.json)).toContain(`${SECRET}甲`);

  // On another computer: the folder is encrypted as the backup was, under the same passphrase.
  const into = `${dataFolder}-elsewhere`;
  const refused = await runCommand(['restore', file, '--into', into, '--json']);
  expect(refused).toMatchObject({ exitCode: 2, json: { error: { code: 'needs-passphrase' } } });
  const moved = await runCommand(
    ['restore', file, '--into', into, '--json', '--backup-passphrase-file', '-'],
    PASSPHRASE,
  );
  expect(moved).toMatchObject({ exitCode: 0, json: { ok: true } });
  expect(await filesThatTell(into)).toEqual([]);
  const there = await runCommand(['list', '--kind', 'honor', '--data', into, ...unlocked], PASSPHRASE);
  expect(JSON.stringify(there.json)).toContain(`${SECRET}甲`);

  // In place of an archive that has no records yet, as when a computer is new.
  const fresh = `${dataFolder}-fresh`;
  const onFresh = ['--data', fresh, '--json'];
  const replaced = await runCommand(
    ['restore', file, '--yes', ...onFresh, '--backup-passphrase-file', '-'],
    PASSPHRASE,
  );
  expect(replaced).toMatchObject({ exitCode: 0, json: { ok: true } });
  const shut = await runCommand(['list', '--kind', 'honor', ...onFresh]);
  expect(shut).toMatchObject({ exitCode: 2, json: { error: { code: 'passphrase-required' } } });
  expect(await filesThatTell(fresh)).toEqual([]);
  for (const folder of [into, fresh]) await rm(folder, { recursive: true, force: true });
  await rm(file);
});

import { expect, type Page } from '@playwright/test';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { answerOpenDialog } from './support/attach-steps.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { attachFile, backupRows, holdRelaunch, run, titles } from './support/safety-steps.ts';
import { jpeg, writeSample } from './support/sample-files.ts';
import { setPassphrase, unlock } from './support/lock-steps.ts';
import { addHonor, answerSaveDialog, goTo } from './support/window-steps.ts';

const PASSPHRASE = '示例备份口令 甲乙丙';
const OPTION = '--backup-passphrase-file';

async function refused(words: readonly string[], stdin = ''): Promise<unknown> {
  const done = await runCommand([...words, '--json'], stdin);
  expect(done.exitCode, `${words.join(' ')}\n${done.stdout}\n${done.stderr}`).toBe(2);
  return done.json['error'];
}

/** An archive of two honours, of which the first has a scan. */
async function sampleArchive(dataFolder: string): Promise<void> {
  const app = await startApp(dataFolder);
  await addHonor(app.page, '示例荣誉甲');
  await attachFile(app, await writeSample(join(dataFolder, 'files-of-the-test'), '示例证书.jpg', jpeg(400, 300)));
  await addHonor(app.page, '示例荣誉乙');
  await app.close();
}

test('by commands: encrypted, verified, rehearsed and restored, and nothing of it without the passphrase', async ({
  dataFolder,
}) => {
  test.setTimeout(300_000);
  const own = join(dataFolder, 'own');
  await sampleArchive(own);
  const [file, secret] = [join(dataFolder, 'full.rongdang'), join(dataFolder, 'passphrase.txt')];
  await writeFile(secret, `${PASSPHRASE}\n`);
  const at = ['--data', own];

  await test.step('a passphrase in the command, a short one, a zip file and the own shelf are refused', async () => {
    const out = ['backup', '--out', file, ...at];
    expect(await refused([...out, '--backup-passphrase', PASSPHRASE])).toMatchObject({ code: 'bad-option' });
    expect(await refused([...out, OPTION, '-'], '短口令')).toMatchObject({ code: 'bad-passphrase' });
    const zip = ['backup', '--out', join(dataFolder, 'full.zip'), ...at];
    expect(await refused([...zip, OPTION, secret])).toMatchObject({ code: 'bad-option', where: '--out' });
    expect(await refused(['backup', ...at, OPTION, secret])).toMatchObject({ code: 'bad-option', where: OPTION });
    expect(await refused(['verify', ...at, OPTION, secret])).toMatchObject({ code: 'bad-option', where: OPTION });
    const twice = [...out, OPTION, '-', '--passphrase-file', '-'];
    expect(await refused(twice, PASSPHRASE)).toMatchObject({ code: 'bad-option', where: OPTION });
    expect(await readdir(dataFolder)).not.toContain('full.rongdang');
  });

  const made = await run(['backup', '--out', file, ...at, OPTION, secret]);
  expect(made).toMatchObject({ ok: true, file, isSealed: true, attachments: 'included' });
  const bytes = await readFile(file);
  expect(bytes.toString('utf8', 0, 12)).toBe('荣档加密');
  for (const word of ['示例荣誉甲', 'rongdang-backup', 'PK\u0003\u0004', PASSPHRASE]) {
    expect(bytes.includes(word), word).toBe(false);
  }

  expect(await refused(['verify', file])).toMatchObject({ code: 'needs-passphrase', where: OPTION });
  expect(await refused(['verify', file, OPTION, '-'], '示例备份口令 甲乙丁')).toMatchObject({
    code: 'wrong-passphrase',
    where: OPTION,
  });
  expect(await refused(['restore', file, '--into', join(dataFolder, 'no')])).toMatchObject({
    code: 'needs-passphrase',
  });
  expect(await readdir(dataFolder)).not.toContain('no');
  expect(await run(['verify', file, OPTION, secret])).toMatchObject({
    package: { isSealed: true, attachmentFiles: 1 },
  });
  const piped = await runCommand(['verify', file, OPTION, '-', '--json'], PASSPHRASE);
  expect(piped.exitCode, piped.stderr).toBe(0);

  await test.step('an import is preceded by an open backup all the same: a passphrase may be forgotten', async () => {
    const ledger = join(dataFolder, '示例台账.csv');
    await writeFile(
      ledger,
      '荣誉名称,获奖时间,获奖单位,授予单位,级别\n示例文明单位,2023年5月,示例单位甲,示例机关,国家级\n',
    );
    const imported = await run(['import', ledger, ...at]);
    const { backups } = await run(['backups', ...at]);
    expect(backups).toMatchObject([
      { reason: 'before-import', isSealed: false },
      { reason: 'asked', isSealed: true, state: 'unproven' },
    ]);
    await run(['undo-import', String(imported['batch']), ...at]);
  });

  await test.step('restored into an empty folder, and as it was at the end of today', async () => {
    for (const [name, more] of [
      ['fresh', []],
      ['today', ['--as-of', new Date().toLocaleDateString('sv-SE')]],
    ] as const) {
      const into = join(dataFolder, name);
      await run(['restore', file, '--into', into, ...more, OPTION, secret]);
      await expectRestored(into, secret);
    }
  });

  await test.step('rehearsed by another process that is told the key, and listed as encrypted and good', async () => {
    expect(await run(['rehearse', file, ...at, OPTION, secret])).toMatchObject({ rehearsal: { isGood: true } });
    const { backups } = await run(['backups', ...at]);
    expect(backups).toMatchObject([{ isSealed: false }, { path: file, isSealed: true, state: 'good' }]);
    expect((await readdir(own)).filter((name) => name.startsWith('.rehearsal'))).toEqual([]);
  });

  await test.step('restored in place, with a safety backup that is open', async () => {
    const restored = await run(['restore', file, '--yes', ...at, OPTION, secret]);
    expect(restored).toMatchObject({ restored: true, package: { isSealed: true } });
    expect(await titles(own)).toEqual(['示例荣誉乙', '示例荣誉甲'].toSorted());
    await run(['verify', String(restored['safetyBackup'])]);
  });
});

/** What was restored beside is an encrypted archive in turn, which the backup's passphrase opens. */
async function expectRestored(folder: string, secret: string): Promise<void> {
  const there = ['--data', folder, '--passphrase-file', secret];
  expect(await refused(['list', '--kind', 'honor', '--data', folder])).toMatchObject({ code: 'passphrase-required' });
  const { records } = await run(['list', '--kind', 'honor', ...there]);
  const found = (records as readonly { readonly title: string }[]).map(({ title }) => title);
  expect(found.toSorted()).toEqual(['示例荣誉乙', '示例荣誉甲'].toSorted());
  expect(await run(['fixity', ...there])).toMatchObject({ ok: true, checked: 1 });
}

/** Answers the form that asks for the passphrase of a backup. */
async function type(page: Page, passphrase: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('备份口令', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

test('through the window: made with a warning, marked in the list, rehearsed and restored after asking', async ({
  dataFolder,
}) => {
  test.setTimeout(300_000);
  const own = join(dataFolder, 'own');
  await sampleArchive(own);
  const app = await startApp(own);
  const { page } = app;
  const file = join(dataFolder, 'full.rongdang');
  await goTo(page, '#/safety');
  const dialog = page.getByRole('dialog');
  const told = page.getByRole('main').getByRole('alert');

  await test.step('made by the keyboard; what is too short or typed in two ways is not taken', async () => {
    await answerSaveDialog(app, file);
    await page.getByRole('button', { name: '加密备份……' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('note')).toContainText('口令无法找回：忘记口令，这份备份就再也打不开');
    await page.keyboard.type('短口令');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText('口令至少 8 个字。');
    await dialog.getByLabel('备份口令', { exact: true }).fill(PASSPHRASE);
    await dialog.getByLabel('再输一次备份口令').fill(`${PASSPHRASE}丁`);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText('两次输入不一样。');
    await dialog.getByLabel('再输一次备份口令').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(told).toContainText(`已备份到 ${file}`, { timeout: 60_000 });
    await expect(told).toContainText('已加密，请记好口令');
    await expect(backupRows(page).nth(1)).toContainText('含附件， 已加密');
    await expect(page.getByText('每月的自动演练不包括它们')).toBeVisible();
  });

  await test.step('rehearsed: a wrong passphrase is told, another may be tried at once', async () => {
    await page.getByRole('button', { name: /^演练：/ }).click();
    await expect(dialog).toContainText('这份备份已加密', { timeout: 60_000 });
    await type(page, '示例备份口令 甲乙丁');
    await expect(dialog.getByRole('alert')).toContainText('口令不对，备份没有打开', { timeout: 60_000 });
    await type(page, PASSPHRASE);
    await expect(told).toContainText('演练通过', { timeout: 120_000 });
    await expect(backupRows(page).nth(1)).toContainText('演练通过');
  });

  await test.step('restored into an empty folder', async () => {
    await answerOpenDialog(app, [file]);
    await page.getByRole('button', { name: '从文件恢复……' }).click();
    await expect(dialog).toContainText('这份备份已加密', { timeout: 60_000 });
    await type(page, '示例备份口令 甲乙丁');
    await expect(dialog.getByRole('alert')).toContainText('口令不对', { timeout: 60_000 });
    await expect(dialog.getByLabel('备份口令', { exact: true })).toBeFocused();
    await type(page, PASSPHRASE);
    await expect(dialog).toContainText('已逐字节核对，完整', { timeout: 60_000 });
    await expect(dialog).toContainText('也用打开这份备份的口令加密');
    const fresh = join(dataFolder, 'fresh');
    await mkdir(fresh);
    await answerOpenDialog(app, [fresh]);
    await dialog.getByRole('button', { name: '恢复到一个空文件夹……' }).click();
    await expect(dialog.getByRole('alert')).toContainText(`已恢复到 ${fresh}`, { timeout: 60_000 });
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    const secret = join(dataFolder, 'passphrase.txt');
    await writeFile(secret, PASSPHRASE);
    await expectRestored(fresh, secret);
  });

  await test.step('and into the present archive, from the list', async () => {
    await addHonor(page, '示例荣誉丙');
    await goTo(page, '#/safety');
    await page
      .getByRole('button', { name: /^恢复……：/ })
      .first()
      .click();
    await expect(dialog).toContainText('这份备份已加密', { timeout: 60_000 });
    await type(page, PASSPHRASE);
    await expect(dialog).toContainText('减少，例如：荣誉“示例荣誉丙”', { timeout: 60_000 });
    const restarted = await holdRelaunch(app);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '恢复到现有档案' }).click();
    await restarted();
  });
  expect(await titles(own)).toEqual(['示例荣誉乙', '示例荣誉甲'].toSorted());
});

test('an encrypted archive makes its own encrypted backup of the day once, and opens it without asking', async ({
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const first = await startApp(dataFolder);
  await addHonor(first.page, '示例荣誉甲');
  await setPassphrase(first.page, PASSPHRASE, '锁窗口，并加密记录');
  await first.close();
  const app = await startApp(dataFolder);
  const { page } = app;
  await unlock(page, PASSPHRASE);
  await expect(page.getByRole('navigation')).toBeVisible();
  const awayFor = (seconds: number) =>
    app.electron.evaluate(({ powerMonitor }, idle) => {
      powerMonitor.getSystemIdleTime = () => idle;
    }, seconds);
  await awayFor(0);
  await page.clock.install();
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  const made = async () =>
    (await readdir(join(dataFolder, 'backups')).catch(() => [])).filter((name) => !name.startsWith('.'));
  await page.clock.runFor('07:00');
  await expect.poll(made).toHaveLength(1);
  expect((await made())[0]).toMatch(/-daily\.rongdang$/);
  await page.clock.runFor('30:00');
  expect(await made()).toHaveLength(1);
  await awayFor(600);
  await page.clock.runFor('02:00');
  const rehearsed = async () => {
    const notes = JSON.parse(await readFile(join(dataFolder, 'backups.json'), 'utf8')) as readonly {
      readonly rehearsal: { readonly isGood: boolean } | null;
    }[];
    return notes.map(({ rehearsal }) => rehearsal?.isGood ?? null);
  };
  await expect.poll(rehearsed, { timeout: 120_000 }).toEqual([true]);
  await page.clock.resume();
  await goTo(page, '#/safety');
  await expect(backupRows(page).nth(1)).toContainText('已加密');
  await expect(page.getByText('每月的自动演练不包括它们')).toHaveCount(0);
  await expect(backupRows(page).nth(1)).toContainText('演练通过');
  await app.close();
});

import { expect } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { unmountMemoryDisk, whyNoMemoryDisk } from '../faults/memory-disk.mjs';
import { runtime, startApp } from './support/archive-app.ts';
import { answerOpenDialog } from './support/attach-steps.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { attachFile, backupRows, run, titles } from './support/safety-steps.ts';
import { jpeg, writeSample } from './support/sample-files.ts';
import { addHonor, goTo } from './support/window-steps.ts';

const HASH = /^[0-9a-f]{64}$/;

async function refused(words: readonly string[]): Promise<Record<string, unknown>> {
  const done = await runCommand([...words, '--json']);
  expect(done.exitCode, `${words.join(' ')}\n${done.stdout}\n${done.stderr}`).toBe(2);
  return done.json;
}

/** An archive with an honour and some attachments, and the id of the honour. */
async function archiveWith(own: string, files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const honour = join(own, '..', 'honour.json');
  await writeFile(honour, JSON.stringify({ kind: 'honor', title: '示例荣誉甲', date: { raw: '2024年5月' } }));
  const { id } = await run(['add', '--kind', 'honor', '--file', honour, '--data', own]);
  const paths = await Promise.all(files.map(([name, bytes]) => writeSample(join(own, '..', 'samples'), name, bytes)));
  await run(['attach', String(id), ...paths, '--data', own]);
  return String(id);
}

/** What lies in the folder of shared attachments of the one place in a folder. */
async function sharedIn(folder: string) {
  const place = (await readdir(folder)).find((name) => name.startsWith('荣档备份-')) ?? '';
  const at = join(folder, place);
  const names = await readdir(join(at, '附件'), { recursive: true }).catch(() => []);
  const packages = (await readdir(at)).filter((name) => name.endsWith('.zip')).toSorted();
  return {
    place: at,
    packages: packages.map((name) => join(at, name)),
    hashes: names.map((name) => name.slice(name.lastIndexOf('/') + 1)).filter((name) => HASH.test(name)),
    pathOf: (sha256: string) => join(at, '附件', sha256.slice(0, 2), sha256),
  };
}

test('through the window: attachments go to the second place once, damage there is told and put right', async ({
  dataFolder,
}) => {
  test.setTimeout(300_000);
  const [own, stick] = [join(dataFolder, 'own'), join(dataFolder, 'stick')];
  await mkdir(stick);
  const app = await startApp(own);
  const { page } = app;
  await addHonor(page, '示例荣誉甲');
  await attachFile(app, await writeSample(join(dataFolder, 'samples'), '示例证书.jpg', jpeg(400, 300)));
  await goTo(page, '#/safety');
  const section = page.getByTestId('second-place');
  await answerOpenDialog(app, [stick]);
  await section.getByRole('button', { name: '选择位置……' }).click();
  const backUp = async (told: RegExp) => {
    await section.getByRole('button', { name: '立即备份到那里' }).click();
    await expect(section.getByRole('alert')).toContainText(told, { timeout: 60_000 });
  };
  await backUp(/这次新存 1 个（.*），那里已有 0 个/);
  await expect(page.getByTestId('health-backups')).toContainText('正常');
  await expect(backupRows(page).nth(1)).toContainText('含附件（在旁边的“附件”文件夹里）');
  await addHonor(page, '示例荣誉乙');
  await goTo(page, '#/safety');
  await backUp(/这次新存 0 个（.*），那里已有 1 个，没有重复复制/);
  const shared = await sharedIn(stick);
  expect(shared.packages).toHaveLength(2);
  const [sha256 = '', ...others] = shared.hashes;
  expect(others).toEqual([]);

  await test.step('rehearsed with what lies beside it', async () => {
    await page
      .getByRole('button', { name: /^演练：/ })
      .first()
      .click();
    const outcome = page.getByRole('region', { name: '备份', exact: true }).getByRole('alert');
    await expect(outcome).toContainText('演练通过', { timeout: 120_000 });
  });

  await test.step('gone from there, a restoring says which by its name, and the next backup puts it back', async () => {
    await rm(shared.pathOf(sha256));
    await page
      .getByRole('button', { name: /^恢复……：/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('没有找到 1 个附件：“示例证书.jpg”', { timeout: 60_000 });
    await expect(dialog).toContainText('记录都会回来，只缺这些附件');
    await page.keyboard.press('Escape');
    await backUp(/这次新存 1 个（.*），那里已有 0 个/);
  });
  await app.close();
  for (const path of (await sharedIn(stick)).packages) await run(['verify', path]);
});

test('backup --to: a folder that has to be there, copies what is new, and restores', async ({ dataFolder }) => {
  test.setTimeout(300_000);
  const [own, stick] = [join(dataFolder, 'own'), join(dataFolder, 'stick')];
  const id = await archiveWith(own, [['示例证书.jpg', jpeg(400, 300)]]);
  const to = ['backup', '--to', stick, '--data', own];
  expect(await refused(to)).toMatchObject({
    error: { code: 'missing', message: expect.stringContaining('--to 的文件夹现在不在') as unknown },
  });
  expect(await refused(['backup', '--to', own, '--data', own])).toMatchObject({
    error: { code: 'inside-data-folder' },
  });
  const both = [...to, '--out', join(dataFolder, 'a.zip')];
  expect(await refused(both)).toMatchObject({ error: { code: 'bad-option', where: '--to' } });
  await mkdir(stick);
  const first = await run(to);
  expect(first).toMatchObject({ attachments: 'pooled', pool: { copied: 1, known: 0 } });
  const photo = await writeSample(join(dataFolder, 'samples'), '示例照片.jpg', jpeg(300, 300));
  await run(['attach', id, photo, '--data', own]);
  const second = await run(to);
  expect(second).toMatchObject({ attachments: 'pooled', pool: { copied: 1, known: 1 } });
  const file = String(second['file']);
  for (const path of [String(first['file']), file]) expect(await run(['verify', path])).toMatchObject({ ok: true });
  expect(await run(['rehearse', file, '--data', own])).toMatchObject({ ok: true, rehearsal: { isGood: true } });

  await test.step('restored beside, with all attachments', async () => {
    const fresh = join(dataFolder, 'fresh');
    await run(['restore', file, '--into', fresh]);
    expect(await titles(fresh)).toEqual(['示例荣誉甲']);
    expect(await run(['fixity', '--data', fresh])).toMatchObject({ ok: true, checked: 2 });
  });

  await test.step('only the zip file copied: named, not good, and its records restored all the same', async () => {
    const alone = join(dataFolder, 'alone.zip');
    await copyFile(file, alone);
    const told = await refused(['verify', alone]);
    expect(told).toMatchObject({ error: { code: 'attachments-missing' }, lacking: [{}, {}] });
    const { message } = told['error'] as { readonly message: string };
    expect(message).toContain('备份的记录和日志完整，附件不全');
    expect(message).toContain('“示例证书.jpg”');
    expect(message).toContain('“示例照片.jpg”');
    expect(await refused(['rehearse', alone, '--data', own])).toMatchObject({ rehearsal: { isGood: false } });
    const without = join(dataFolder, 'without');
    const restored = await runCommand(['restore', alone, '--into', without]);
    expect(restored.stdout).toContain('没有找到 2 个附件');
    expect(await titles(without)).toEqual(['示例荣誉甲']);
  });

  await test.step('rotten beside it: told by verify, written anew by the next backup', async () => {
    const shared = await sharedIn(stick);
    const [sha256 = ''] = shared.hashes;
    const bytes = await readFile(shared.pathOf(sha256));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(shared.pathOf(sha256), bytes);
    expect(await refused(['verify', file])).toMatchObject({ lacking: [{ sha256, why: 'changed' }] });
    expect(await run(to)).toMatchObject({ pool: { copied: 1, known: 1 } });
    await run(['verify', file]);
  });
});

/** Starts a command and does something when a copy in a pool has begun. */
async function interrupt(words: readonly string[], incoming: string, how: (pid: number) => void) {
  const { executablePath, flags } = runtime();
  const child = spawn(executablePath, [...flags, process.cwd(), '--command', '--', ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const hasBegun = async () => (await readdir(incoming).catch(() => [])).length > 0;
  for (let waited = 0; child.exitCode === null && waited < 60_000 && !(await hasBegun()); waited += 1) await wait(1);
  if (child.pid === undefined || child.exitCode !== null) throw new Error(`It has ended already. ${output}`);
  how(child.pid);
  return { exitCode: await ended, output };
}

const scans = Array.from(
  { length: 24 },
  (_, index) => [`示例扫描${index}.bin`, Buffer.alloc(12 * 1024 * 1024, `scan ${index} `)] as const,
);

test('killed in the middle there is no package, and the next backup goes on', async ({ dataFolder }) => {
  test.setTimeout(300_000);
  const [own, stick] = [join(dataFolder, 'own'), join(dataFolder, 'stick')];
  await archiveWith(own, scans);
  await mkdir(stick);
  const { archiveId } = JSON.parse(await readFile(join(own, 'archive.json'), 'utf8')) as { readonly archiveId: string };
  const incoming = join(stick, `荣档备份-${archiveId.slice(0, 8)}`, '附件', 'incoming');
  const words = ['backup', '--to', stick, '--data', own];
  await interrupt(words, incoming, (pid) => process.kill(-pid, 'SIGKILL'));
  const { packages, hashes } = await sharedIn(stick);
  expect(packages).toEqual([]);
  const next = await run(words);
  expect(next).toMatchObject({ pool: { known: hashes.length, copied: scans.length - hashes.length } });
  await expect(readdir(incoming)).rejects.toThrow('ENOENT');
  await run(['verify', String(next['file'])]);
});

test('a stick that is pulled out in the middle: told, nothing in its place, and gone on with when it is back', async ({
  dataFolder,
}) => {
  const cannotMount = whyNoMemoryDisk();
  test.skip(cannotMount !== null, `nothing can be mounted: ${cannotMount ?? ''}`);
  test.setTimeout(300_000);
  const [own, stick, behind] = [join(dataFolder, 'own'), join(dataFolder, 'stick'), join(dataFolder, 'behind')];
  await archiveWith(own, scans);
  await Promise.all([mkdir(stick), mkdir(behind)]);
  const plug = () => execFileSync('mount', ['--bind', behind, stick]);
  const { archiveId } = JSON.parse(await readFile(join(own, 'archive.json'), 'utf8')) as { readonly archiveId: string };
  const incoming = join(stick, `荣档备份-${archiveId.slice(0, 8)}`, '附件', 'incoming');
  const words = ['backup', '--to', stick, '--data', own, '--json'];
  plug();
  try {
    const { exitCode, output } = await interrupt(words, incoming, () => unmountMemoryDisk(stick));
    expect(exitCode).toBe(2);
    expect(JSON.parse(output)).toMatchObject({
      error: { code: 'missing', message: expect.stringContaining('没有留下半份备份') as unknown },
    });
    expect(await readdir(stick)).toEqual([]);
    plug();
    expect((await sharedIn(stick)).packages).toEqual([]);
    const next = await run(words.slice(0, -1));
    expect(next).toMatchObject({ ok: true, attachments: 'pooled' });
    await run(['verify', String(next['file'])]);
  } finally {
    unmountMemoryDisk(stick);
  }
});

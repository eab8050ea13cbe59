import { expect } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { runtime, startApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { jpeg, writeSample } from './support/sample-files.ts';

const HONOR = { kind: 'honor', title: '示例荣誉甲', date: { raw: '2024年5月' }, note: '含生僻字𠮷𬭎' };

async function run(words: readonly string[], exitCode = 0, stdin = '') {
  const done = await runCommand([...words, '--json'], stdin);
  expect(done.exitCode, `${words.join(' ')}\n${done.stdout}\n${done.stderr}`).toBe(exitCode);
  return done.json;
}

async function add(dataFolder: string, title: string): Promise<string> {
  const added = await run(
    ['add', '--kind', 'honor', '--file', '-', '--data', dataFolder],
    0,
    JSON.stringify({ ...HONOR, title }),
  );
  return String(added['id']);
}

/** An archive with records and an attachment. */
async function sampleArchive(dataFolder: string): Promise<string> {
  await run(['sample', '--data', dataFolder]);
  const id = await add(dataFolder, HONOR.title);
  const scan = await writeSample(join(dataFolder, 'files-of-the-test'), '示例证书.jpg', jpeg(400, 300));
  await run(['attach', id, scan, '--data', dataFolder]);
  await rm(join(dataFolder, 'files-of-the-test'), { recursive: true });
  return id;
}

async function titles(dataFolder: string): Promise<readonly string[]> {
  const { records } = await run(['list', '--kind', 'honor', '--data', dataFolder]);
  return (records as readonly { readonly title: string }[]).map(({ title }) => title).toSorted();
}

/** Starts a command and ends its whole process group when something has become true, as a power cut would. */
async function killWhen(words: readonly string[], isTime: () => Promise<boolean>): Promise<void> {
  const { executablePath, flags } = runtime();
  const child = spawn(executablePath, [...flags, process.cwd(), '--command', '--', ...words], {
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (let waited = 0; child.exitCode === null && waited < 60_000 && !(await isTime()); waited += 2) await wait(2);
  if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

test('backup, verify, restore into a fresh folder: same records, history and attachments', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  const id = await sampleArchive(dataFolder);
  const file = join(dataFolder, 'full.zip');
  const made = await run(['backup', '--out', file, '--data', dataFolder]);
  expect(made).toMatchObject({ ok: true, file, attachments: 'included', damagedAttachments: [] });
  const verified = await run(['verify', file]);
  expect(verified).toMatchObject({
    ok: true,
    package: { head: { sequence: 3 }, attachmentFiles: 1, records: { honor: 3, attachment: 1 }, reason: 'asked' },
  });

  const fresh = join(dataFolder, 'fresh');
  await run(['restore', file, '--into', fresh]);
  for (const words of [
    ['list', '--kind', 'honor'],
    ['list', '--kind', 'attachment'],
    ['history', id],
    ['get', id],
  ]) {
    const [here, there] = [await run([...words, '--data', dataFolder]), await run([...words, '--data', fresh])];
    expect(there).toEqual(here);
  }
  expect(await run(['fixity', '--data', fresh])).toMatchObject({ ok: true, checked: 1 });
  // Whoever opens the restored archive with the same package finds nothing to change.
  expect(await run(['restore', file, '--data', fresh])).toMatchObject({ changes: { added: 0, changed: 0, gone: 0 } });
  expect(await run(['restore', file, '--into', fresh], 2)).toMatchObject({ error: { code: 'not-empty' } });
});

test('restoring in place says first what it would change, backs up, and can be taken back', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  await sampleArchive(dataFolder);
  const file = join(dataFolder, 'full.zip');
  await run(['backup', '--out', file, '--data', dataFolder]);
  await add(dataFolder, '示例荣誉乙');
  const before = await titles(dataFolder);

  const preview = await run(['restore', file, '--data', dataFolder]);
  expect(preview).toMatchObject({
    restored: false,
    changes: { added: 0, changed: 0, gone: 1, byKind: { honor: { gone: 1 } } },
  });
  expect(await titles(dataFolder)).toEqual(before);

  const restored = await run(['restore', file, '--data', dataFolder, '--yes']);
  expect(restored).toMatchObject({ restored: true, changes: { gone: 1 } });
  expect(await titles(dataFolder)).not.toContain('示例荣誉乙');
  expect(await titles(dataFolder)).toContain('示例荣誉甲');

  await run(['restore', String(restored['safetyBackup']), '--data', dataFolder, '--yes']);
  expect(await titles(dataFolder)).toEqual(before);
  expect(await run(['fixity', '--data', dataFolder])).toMatchObject({ ok: true, checked: 1 });
});

test('a backup is good only after a rehearsal has restored and compared it', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  await sampleArchive(dataFolder);
  const file = join(dataFolder, 'full.zip');
  await run(['backup', '--out', file, '--data', dataFolder]);
  await run(['backup', '--data', dataFolder]);
  const states = async () => {
    const { backups } = await run(['backups', '--data', dataFolder]);
    return (backups as readonly { readonly state: string }[]).map(({ state }) => state);
  };
  expect(await states()).toEqual(['unproven', 'unproven']);
  expect(await run(['rehearse', file, '--data', dataFolder])).toMatchObject({ ok: true, rehearsal: { isGood: true } });
  expect(await states()).toEqual(['unproven', 'good']);
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('.rehearsal'))).toEqual([]);

  await test.step('a package whose records are not what its journal says does not pass', async () => {
    const lying = join(dataFolder, 'lying.zip');
    await lieAboutARecord(file, lying);
    const rehearsed = await run(['rehearse', lying, '--data', dataFolder], 2);
    expect(rehearsed).toMatchObject({ error: { code: 'rehearsal-failed' }, rehearsal: { isGood: false } });
  });

  await test.step('an attachment that was lost before the backup is found by the rehearsal', async () => {
    const folder = join(dataFolder, 'attachments');
    for (const fan of (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      await rm(join(folder, fan), { recursive: true });
    }
    const lacking = join(dataFolder, 'lacking.zip');
    await run(['backup', '--out', lacking, '--data', dataFolder]);
    expect(await run(['rehearse', lacking, '--data', dataFolder], 2)).toMatchObject({ rehearsal: { isGood: false } });
  });
});

/** Another title in the lines of records, with manifests that are true of it. */
async function lieAboutARecord(source: string, target: string): Promise<void> {
  const script = `
import hashlib, sys, zipfile
source = zipfile.ZipFile(sys.argv[1])
base = 'rongdang-backup/'
files = {n[len(base):]: source.read(n) for n in source.namelist()}
path = 'data/records/honor.jsonl'
assert '示例荣誉甲'.encode() in files[path]
files[path] = files[path].replace('示例荣誉甲'.encode(), '示例荣誉丙'.encode())
def manifest(paths): return ''.join(f'{hashlib.sha256(files[p]).hexdigest()}  {p}\\n' for p in paths).encode()
files['manifest-sha256.txt'] = manifest([p for p in files if p.startswith('data/')])
files['tagmanifest-sha256.txt'] = manifest([p for p in files if not p.startswith('data/') and not p.startswith('tag')])
with zipfile.ZipFile(sys.argv[2], 'w') as z:
    for p, data in files.items(): z.writestr(base + p, data)`;
  execFileSync('python3', ['-c', script, source, target]);
}

test('a damaged, a foreign and a missing file are refused with words, and nothing changes', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  await sampleArchive(dataFolder);
  const file = join(dataFolder, 'full.zip');
  await run(['backup', '--out', file, '--data', dataFolder]);
  const before = await titles(dataFolder);
  const bytes = await readFile(file);
  const at = bytes.indexOf('示例荣誉甲');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const damaged = join(dataFolder, 'damaged.zip');
  await writeFile(damaged, bytes);
  for (const words of [['verify'], ['restore', '--yes'], ['rehearse']]) {
    const [name = '', ...rest] = words;
    const refused = await run([name, damaged, ...rest, '--data', dataFolder], 2);
    expect(refused).toMatchObject({
      error: { code: 'damaged', message: expect.stringContaining('现有档案没有变化') as unknown },
    });
  }
  const text = join(dataFolder, 'a.txt');
  await writeFile(text, 'a text');
  expect(await run(['verify', text], 2)).toMatchObject({ error: { code: 'not-a-package' } });
  expect(await run(['verify', join(dataFolder, 'none.zip')], 2)).toMatchObject({ error: { code: 'missing' } });
  expect(await run(['restore', '--data', dataFolder], 2)).toMatchObject({ error: { code: 'bad-argument' } });
  expect(await titles(dataFolder)).toEqual(before);
  expect(await readdir(dataFolder)).not.toContain('restoring');
});

test('an archive whose journal is damaged can still be restored from its package', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  await sampleArchive(dataFolder);
  const file = join(dataFolder, 'full.zip');
  await run(['backup', '--out', file, '--data', dataFolder]);
  await add(dataFolder, '示例荣誉乙');
  const month = (await readdir(join(dataFolder, 'journal'))).find((name) => name.endsWith('.jsonl')) ?? '';
  const journal = await readFile(join(dataFolder, 'journal', month));
  journal[300] = (journal[300] ?? 0) ^ 1;
  await writeFile(join(dataFolder, 'journal', month), journal);
  expect(await run(['list', '--kind', 'honor', '--data', dataFolder], 2)).toMatchObject({
    error: { code: 'journal-damaged' },
  });
  const fresh = join(dataFolder, 'fresh');
  await run(['restore', file, '--into', fresh, '--data', dataFolder]);
  expect(await titles(fresh)).toContain('示例荣誉甲');

  await test.step('or in its place, with the damaged journal put aside as it is', async () => {
    const refused = { restored: false, damaged: { file: month, line: 1 } };
    expect(await run(['restore', file, '--data', dataFolder])).toMatchObject(refused);
    expect(await readFile(join(dataFolder, 'journal', month))).toEqual(journal);
    expect(await run(['restore', file, '--yes', '--data', dataFolder])).toMatchObject({ restored: true });
    expect(await titles(dataFolder)).toContain('示例荣誉甲');
    expect(await run(['verify', '--data', dataFolder])).toMatchObject({ ok: true });
    const aside = (await readdir(join(dataFolder, 'set-aside'))).find((name) => name.includes('restore')) ?? '';
    expect(await readFile(join(dataFolder, 'set-aside', aside, 'journal', month))).toEqual(journal);
    expect(journal.includes('示例荣誉乙')).toBe(true);
  });
});

test('killed while backing up and while restoring: whole data, and it goes on', async ({ dataFolder }) => {
  test.setTimeout(360_000);
  const id = await sampleArchive(dataFolder);
  const large = join(dataFolder, 'large.bin');
  await writeFile(large, Buffer.alloc(60 * 1024 * 1024, 'scan'));
  await run(['attach', id, large, '--data', dataFolder]);
  const file = join(dataFolder, 'full.zip');

  await killWhen(['backup', '--out', file, '--data', dataFolder], () => exists(join(dataFolder, '.full.zip.partial')));
  expect(await exists(file)).toBe(false);
  const made = await run(['backup', '--out', file, '--data', dataFolder]);
  expect(made).toMatchObject({ ok: true });
  expect(await exists(join(dataFolder, '.full.zip.partial'))).toBe(false);
  await run(['verify', file]);

  await add(dataFolder, '示例荣誉乙');
  const before = await titles(dataFolder);
  const restoring = join(dataFolder, 'restoring');
  await killWhen(['restore', file, '--yes', '--data', dataFolder], () => exists(restoring));
  const wasReady = await exists(join(restoring, 'ready.json'));
  const after = await titles(dataFolder);
  expect(after).toEqual(wasReady ? before.filter((title) => title !== '示例荣誉乙') : before);

  const fresh = join(dataFolder, 'fresh');
  await killWhen(['restore', file, '--into', fresh], () => exists(join(fresh, 'restoring')));
  if (!(await exists(join(fresh, 'journal')))) await run(['restore', file, '--into', fresh]);
  expect(await titles(fresh)).toContain('示例荣誉甲');
  expect(await run(['fixity', '--data', fresh])).toMatchObject({ ok: true, checked: 2 });
});

test('a full disk leaves no half file and says so', async ({ dataFolder }) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'mounting a small disk takes root');
  test.setTimeout(240_000);
  const id = await sampleArchive(dataFolder);
  const large = join(dataFolder, 'large.bin');
  await writeFile(large, Buffer.alloc(8 * 1024 * 1024, 'scan'));
  await run(['attach', id, large, '--data', dataFolder]);
  const disk = join(dataFolder, 'disk');
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
  try {
    const older = join(disk, 'full.zip');
    await writeFile(older, 'an older one');
    const refused = await run(['backup', '--out', older, '--data', dataFolder], 2);
    expect(refused).toMatchObject({
      error: { code: 'no-space', message: expect.stringContaining('磁盘已满') as unknown },
    });
    expect(await readdir(disk)).toEqual(['full.zip']);
    expect(await readFile(older, 'utf8')).toBe('an older one');

    const file = join(dataFolder, 'full.zip');
    await run(['backup', '--out', file, '--data', dataFolder]);
    const into = join(disk, 'into');
    expect(await run(['restore', file, '--into', into], 2)).toMatchObject({ error: { code: 'no-space' } });
    expect(await exists(join(into, 'journal'))).toBe(false);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('an import is preceded by a backup of what was there, and one that changes nothing makes none', async ({
  dataFolder,
}) => {
  test.setTimeout(120_000);
  const ledger = join(dataFolder, '台账.csv');
  await writeFile(ledger, '荣誉名称,获奖时间,级别,颁奖单位\n示例荣誉丁,2023-05-01,市级,示例委员会\n');
  await run(['import', ledger, '--kind', 'honor', '--data', dataFolder]);
  // There was nothing to lose before the first.
  expect(await run(['backups', '--data', dataFolder])).toMatchObject({ backups: [] });
  await writeFile(ledger, '荣誉名称,获奖时间,级别,颁奖单位\n示例荣誉戊,2023-06-01,市级,示例委员会\n');
  await run(['import', ledger, '--kind', 'honor', '--data', dataFolder]);
  const { backups } = await run(['backups', '--data', dataFolder]);
  expect(backups).toMatchObject([{ reason: 'before-import', sequence: 1, attachments: 'left-out' }]);
  await run(['import', ledger, '--kind', 'honor', '--data', dataFolder]);
  expect(await run(['backups', '--data', dataFolder])).toEqual({ ok: true, backups });
});

test('the window makes the backup of the day by itself, once', async ({ dataFolder }) => {
  test.setTimeout(120_000);
  await sampleArchive(dataFolder);
  const app = await startApp(dataFolder);
  await app.page.clock.install();
  await app.page.reload();
  await expect(app.page.getByRole('navigation')).toBeVisible();
  const made = async () => {
    const names = await readdir(join(dataFolder, 'backups')).catch(() => []);
    return names.filter((name) => !name.endsWith('.partial'));
  };
  await app.page.clock.fastForward('02:00');
  expect(await made()).toEqual([]);
  await app.page.clock.runFor('05:00');
  await expect.poll(made).toHaveLength(1);
  await app.page.clock.runFor('10:00');
  await app.close();
  expect(await made()).toHaveLength(1);
  expect((await made())[0]).toMatch(/^rongdang-\d{8}T\d{9}Z-daily\.zip$/);
});

test('a backup is rehearsed by itself when nobody is at the computer, and only a failure is told', async ({
  dataFolder,
}) => {
  test.setTimeout(180_000);
  await sampleArchive(dataFolder);
  const file = join(dataFolder, 'full.zip');
  await run(['backup', '--out', file, '--data', dataFolder]);
  const app = await startApp(dataFolder);
  const awayFor = (seconds: number) =>
    app.electron.evaluate(({ powerMonitor }, idle) => {
      powerMonitor.getSystemIdleTime = () => idle;
    }, seconds);
  const states = async () => {
    const notes = JSON.parse(await readFile(join(dataFolder, 'backups.json'), 'utf8')) as readonly {
      readonly rehearsal: { readonly isGood: boolean } | null;
    }[];
    return notes.map(({ rehearsal }) => rehearsal?.isGood ?? null);
  };
  await awayFor(0);
  await app.page.clock.install();
  await app.page.reload();
  await expect(app.page.getByRole('navigation')).toBeVisible();
  await app.page.clock.runFor('07:00');
  expect(await states()).toEqual([null]);
  await test.step('it makes way when somebody is back, and is made up for', async () => {
    const folders = async () => (await readdir(dataFolder)).filter((name) => name.startsWith('.rehearsal')).length;
    await awayFor(600);
    await app.page.clock.runFor('01:00');
    await expect.poll(folders).toBe(1);
    await awayFor(0);
    await expect.poll(folders).toBe(0);
    expect(await states()).toEqual([null]);
  });
  await awayFor(600);
  await app.page.clock.runFor('01:00');
  await expect.poll(states, { timeout: 60_000 }).toEqual([true]);
  await expect(app.page.getByText('备份演练没有通过')).toHaveCount(0);

  await test.step('one whose records lie is told', async () => {
    const lying = join(dataFolder, 'lying.zip');
    await lieAboutARecord(file, lying);
    const notes = JSON.parse(await readFile(join(dataFolder, 'backups.json'), 'utf8')) as readonly object[];
    const { size } = await stat(lying);
    const note = { ...notes[0], path: lying, bytes: size, rehearsal: null };
    await writeFile(join(dataFolder, 'backups.json'), JSON.stringify([note]));
    await app.page.clock.runFor('01:00');
    await expect(app.page.getByText('备份演练没有通过')).toBeVisible({ timeout: 60_000 });
    expect(await states()).toEqual([false]);
  });
  await app.close();
});

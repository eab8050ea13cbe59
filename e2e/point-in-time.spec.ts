import { expect } from '@playwright/test';
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { jpeg, writeSample } from './support/sample-files.ts';

/** Its change sets are of two days in November 2026. */
const FIXTURE = join(process.cwd(), 'e2e', 'fixtures', 'archives', 'version-2');
const DAY_OF_FIXTURE = '2026-11-25';

async function run(words: readonly string[], exitCode = 0, stdin = '') {
  const done = await runCommand([...words, '--json'], stdin);
  expect(done.exitCode, `${words.join(' ')}\n${done.stdout}\n${done.stderr}`).toBe(exitCode);
  return done.json;
}

async function titles(dataFolder: string): Promise<readonly string[]> {
  const { records } = await run(['list', '--kind', 'honor', '--data', dataFolder]);
  return (records as readonly { readonly title: string }[]).map(({ title }) => title).toSorted();
}

/** The fixture, to which a record with an attachment was added today. */
async function grownArchive(dataFolder: string): Promise<void> {
  await cp(FIXTURE, dataFolder, { recursive: true });
  await rm(join(dataFolder, 'database.json'));
  const honor = JSON.stringify({ kind: 'honor', title: '示例荣誉今日', date: { raw: '2024年5月' } });
  const added = await run(['add', '--kind', 'honor', '--file', '-', '--data', dataFolder], 0, honor);
  const scan = await writeSample(join(dataFolder, 'files-of-the-test'), '示例证书.jpg', jpeg(400, 300));
  await run(['attach', String(added['id']), scan, '--data', dataFolder]);
}

test('an archive is restored as it was at the end of a day, from a package and from its own journal', async ({
  dataFolder,
}) => {
  test.setTimeout(240_000);
  await grownArchive(dataFolder);
  const today = await titles(dataFolder);
  expect(today).toContain('示例荣誉今日');
  const file = join(dataFolder, 'full.zip');
  await run(['backup', '--out', file, '--data', dataFolder]);

  const [fromPackage, fromJournal, ofToday] = ['from-package', 'from-journal', 'of-today'].map((name) =>
    join(dataFolder, name),
  ) as [string, string, string];
  const answers = [
    await run(['restore', file, '--as-of', DAY_OF_FIXTURE, '--into', fromPackage]),
    await run(['restore', '--as-of', DAY_OF_FIXTURE, '--into', fromJournal, '--data', dataFolder]),
  ];
  for (const [index, folder] of [fromPackage, fromJournal].entries()) {
    expect(answers[index]).toMatchObject({ ok: true, folder, asOf: DAY_OF_FIXTURE, changeSets: 1, of: 3 });
    expect(answers[index]).toMatchObject({ records: { honor: 2, attachment: 0 } });
    expect(await titles(folder)).toEqual(today.filter((title) => title !== '示例荣誉今日'));
    expect(await run(['verify', '--data', folder])).toMatchObject({ ok: true });
  }
  // It is an archive like any other: it can be gone on with.
  const honor = JSON.stringify({ kind: 'honor', title: '示例荣誉另记', date: { raw: '2024年6月' } });
  await run(['add', '--kind', 'honor', '--file', '-', '--data', fromPackage], 0, honor);
  expect(await titles(fromPackage)).toContain('示例荣誉另记');

  await run(['restore', file, '--as-of', '2099-12-31', '--into', ofToday]);
  expect(await titles(ofToday)).toEqual(today);
  expect(await run(['fixity', '--data', ofToday])).toMatchObject({ ok: true, checked: 1 });
  expect(await titles(dataFolder)).toEqual(today);
});

test('a day before the archive, a day that is none, and the present archive as a target are refused', async ({
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await grownArchive(dataFolder);
  const before = await titles(dataFolder);
  const into = join(dataFolder, 'into');
  const refused = (words: readonly string[]) => run(['restore', ...words, '--data', dataFolder], 2);
  expect(await refused(['--as-of', '2020-01-01', '--into', into])).toMatchObject({ error: { code: 'nothing-yet' } });
  expect(await refused(['--as-of', '2026-02-30', '--into', into])).toMatchObject({ error: { code: 'bad-option' } });
  expect(await refused(['--as-of', DAY_OF_FIXTURE])).toMatchObject({
    error: { code: 'bad-option', where: '--into', message: expect.stringContaining('现有档案不会改动') as unknown },
  });
  const full = join(dataFolder, 'journal');
  expect(await refused(['--as-of', DAY_OF_FIXTURE, '--into', full])).toMatchObject({ error: { code: 'not-empty' } });
  expect(await titles(dataFolder)).toEqual(before);
  expect(await readdir(dataFolder)).not.toContain('into');
});

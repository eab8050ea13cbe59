import { expect } from '@playwright/test';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { oddFiles, refusedFiles } from './support/hostile-ledgers.ts';

const LEDGER = `荣誉名称,获奖时间,获奖单位,授予单位,级别
示例文明单位,2023年5月,示例单位甲,示例授予机关,国家级
示例先进集体,2022.10,示例单位乙,示例省委,省级
`;

type Row = { readonly sheet: string; readonly row: number; readonly ids: readonly string[] };

/** Every line of the journal: whatever changed the archive is in it. */
async function journalOf(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'journal');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted();
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('');
}

test('a ledger is looked at, imported, imported again, and taken back', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  const file = join(dataFolder, '示例台账.csv');
  await writeFile(file, LEDGER);

  const looked = await runCommand(['import', file, '--dry-run', ...data]);
  expect(looked.json, looked.stderr).toMatchObject({ ok: true, batch: null, kind: 'honor', rows: 2, added: 2 });
  expect(await journalOf(dataFolder)).toBe('');

  const imported = await runCommand(['import', file, ...data]);
  expect(imported.json, imported.stderr).toMatchObject({ ok: true, added: 2, changed: 0, unchanged: 0, rejected: [] });
  const rows = imported.json['records'] as readonly Row[];
  expect(rows.map(({ row, ids }) => [row, ids.length])).toEqual([
    [2, 1],
    [3, 1],
  ]);
  expect(imported.json['sheets']).toMatchObject([
    { name: '示例台账', rows: 2, mapping: [{ field: 'title' }, {}, {}, {}, {}] },
  ]);
  const journal = await journalOf(dataFolder);

  const again = await runCommand(['import', file, ...data]);
  expect(again.json).toMatchObject({ ok: true, batch: null, added: 0, changed: 0, unchanged: 2, records: rows });
  expect(await journalOf(dataFolder)).toBe(journal);

  const batch = imported.json['batch'] as string;
  const inspected = await runCommand(['undo-import', batch, '--dry-run', ...data]);
  expect(inspected.json).toMatchObject({ ok: true, sequence: null, takenBack: 6, units: 4, edited: [] });
  const undone = await runCommand(['undo-import', batch, ...data]);
  expect(undone.json, undone.stderr).toMatchObject({ ok: true, batch, edited: [], units: 4 });
  expect((await runCommand(['list', '--kind', 'honor', ...data])).json).toEqual({ ok: true, records: [] });
  expect((await runCommand(['list', '--kind', 'unit', ...data])).json).toEqual({ ok: true, records: [] });
  const twice = await runCommand(['undo-import', batch, ...data]);
  expect(twice.json).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
  // The undo is a change like any other.
  await runCommand(['undo', String(undone.json['sequence']), ...data]);
  const back = (await runCommand(['list', '--kind', 'honor', ...data])).json['records'];
  expect(back).toHaveLength(2);
});

test('a row that cannot be imported stops the file, unless only the valid ones are wanted', async ({ dataFolder }) => {
  test.setTimeout(120_000);
  const data = ['--data', dataFolder, '--json'];
  const file = join(dataFolder, '示例台账.csv');
  await writeFile(file, `${LEDGER}示例先进个人,2023年13月,示例单位丙,示例省委,省级\n`);
  const refused = await runCommand(['import', file, ...data]);
  expect(refused.exitCode).toBe(2);
  expect(refused.json).toMatchObject({
    ok: false,
    error: { code: 'rejected-rows' },
    added: 0,
    rejected: [{ sheet: '示例台账', row: 4, column: 'B', code: 'impossible-date' }],
  });
  expect(await journalOf(dataFolder)).toBe('');
  const imported = await runCommand(['import', file, '--only-valid', ...data]);
  expect(imported.json, imported.stderr).toMatchObject({ ok: true, added: 2, rejected: [{ row: 4 }] });
});

test('what cannot be read ends in a message within seconds, and nothing is changed', async ({ dataFolder }) => {
  test.setTimeout(300_000);
  for (const { name, bytes, code } of refusedFiles()) {
    const file = join(dataFolder, name);
    await writeFile(file, bytes);
    const started = performance.now();
    const run = await runCommand(['import', file, '--data', dataFolder, '--json']);
    expect(performance.now() - started, name).toBeLessThan(30_000);
    expect(run.exitCode, `${name} ${run.stdout}`).toBe(2);
    expect(run.json, name).toMatchObject({ ok: false, error: { code, where: name } });
    expect((run.json['error'] as { readonly message: string }).message).toMatch(/\p{Script=Han}.*档案没有变化/u);
  }
  expect(await journalOf(dataFolder)).toBe('');
});

test('odd files are read for what they are, and a formula stays a text', async ({ dataFolder }) => {
  test.setTimeout(300_000);
  const data = ['--data', dataFolder, '--json'];
  for (const { name, bytes } of oddFiles()) {
    const file = join(dataFolder, name);
    await writeFile(file, bytes);
    const run = await runCommand(['import', file, '--dry-run', ...data]);
    expect(run.json, `${name} ${run.stdout}`).toMatchObject({ ok: true, rows: 1, added: 1 });
  }
  const file = join(dataFolder, '公式.csv');
  const title = '=HYPERLINK("http://example.com";"示例")';
  await writeFile(
    file,
    `荣誉名称,获奖时间,获奖单位,备注\n示例先进集体,2023年5月,示例单位甲,"${title.replaceAll('"', '""')}"\n`,
  );
  const run = await runCommand(['import', file, ...data]);
  expect(run.json, run.stdout).toMatchObject({ ok: true, added: 1 });
  const { records } = (await runCommand(['list', '--kind', 'honor', ...data])).json as {
    readonly records: readonly { readonly note: string }[];
  };
  expect(records[0]?.note).toContain(title);
});

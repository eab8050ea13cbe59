import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { readDocxWithMammoth } from './support/read-docx.ts';

const LEDGER = `荣誉名称,获奖时间,获奖单位,授予单位,级别,文号
示例𠮷𬭎文明单位,2023年5月4日,示例单位甲,示例授予机关,国家级,示发〔2023〕5号
示例先进集体,2022年10月,示例单位乙,示例省委,省级,
示例先进单位,2022年,示例单位甲,示例市委,市级,
示例老荣誉,2013年,示例单位甲,示例市委,市级,
`;

type Check = { readonly code: string; readonly ok: boolean; readonly detail: string };

async function importLedger(dataFolder: string): Promise<readonly string[]> {
  const data = ['--data', dataFolder, '--json'];
  const ledger = join(dataFolder, '示例台账.csv');
  await writeFile(ledger, LEDGER);
  const imported = await runCommand(['import', ledger, ...data]);
  expect(imported.json, imported.stderr).toMatchObject({ ok: true, added: 4 });
  const plan = { title: '示例实施方案', issued: '2023年5月4日', issuers: ['示例工委'] };
  const added = await runCommand(['add', '--kind', 'plan', '--file', '-', ...data], JSON.stringify(plan));
  expect(added.exitCode, added.stderr).toBe(0);
  return data;
}

test('a compilation of honours and a chronicle are written, and read again by another program', async ({
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const data = await importLedger(dataFolder);
  const honors = join(dataFolder, '汇编.docx');
  const window = ['--from', '2014', '--to', '2023'];
  const compiled = await runCommand(['export', 'honors', ...window, '--out', honors, ...data]);
  expect(compiled.json, compiled.stderr).toMatchObject({ ok: true, file: honors, entries: 3, omittedUndated: 0 });
  const checks = compiled.json['checks'] as readonly Check[];
  expect(checks.length).toBeGreaterThan(5);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const text = await readDocxWithMammoth(honors);
  expect(text).toContain(
    '本汇编收录2014—2023年荣誉3项，均为集体荣誉。按级别分，国家级1项、省部级1项、市厅级1项。其中3项尚待核实。',
  );
  expect(text.filter((line) => line.startsWith('【'))).toEqual([
    '【示例𠮷𬭎文明单位】2023年5月4日，由示例授予机关授予示例单位甲。文号：示发〔2023〕5号。',
    '【示例先进集体】2022年10月，由示例省委授予示例单位乙。',
    '【示例先进单位】2022年，由示例市委授予示例单位甲。',
  ]);
  expect(text.join(' ')).toContain('2022 — 1 1 2 2023 1 — — 1 合计 1 1 1 3');

  const chronicle = join(dataFolder, '大事记.docx');
  const told = await runCommand([
    'export',
    'chronicle',
    '--from',
    '2022年1月',
    '--to',
    '2023',
    '--out',
    chronicle,
    ...data,
  ]);
  expect(told.json, told.stderr).toMatchObject({
    ok: true,
    entries: 4,
    perChapter: { honor: 3, plan: 1, activity: 0 },
  });
  const body = (await readDocxWithMammoth(chronicle)).filter((line) => !line.includes('\t')).slice(-12);
  expect(body.map((line) => line.replace(/】.*/, '】'))).toEqual([
    '2022年',
    '10月',
    '本月',
    '【示例先进集体】',
    '全年及月份待考',
    '本年',
    '【示例先进单位】',
    '2023年',
    '5月',
    '4日',
    '【示例实施方案】',
    '【示例𠮷𬭎文明单位】',
  ]);
});

test('a compilation may be of one unit or one level, and says what it cannot do', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = await importLedger(dataFolder);
  const out = ['--out', join(dataFolder, '汇编.docx')];
  const ofUnit = ['export', 'honors', '--from', '2010', '--to', '2023', '--unit', '示例单位甲', '--by', 'unit', ...out];
  expect((await runCommand([...ofUnit, ...data])).json).toMatchObject({ ok: true, entries: 3 });
  const ofLevel = ['export', 'honors', '--year', '2022', '--level', '省级', ...out, ...data];
  expect((await runCommand(ofLevel)).json).toMatchObject({ ok: true, entries: 1, perChapter: { 省部级: 1 } });
  const none = ['export', 'chronicle', '--year', '1990', ...out, ...data];
  expect((await runCommand(none)).json).toMatchObject({ ok: true, entries: 0 });

  const refusals: readonly (readonly [readonly string[], string, string | null])[] = [
    [['--from', '2020'], 'bad-option', '--to'],
    [['--year', '2020', '--from', '2020'], 'bad-option', '--from'],
    [['--from', '某年', '--to', '2020'], 'bad-date', '--from'],
    [['--from', '2021', '--to', '2020'], 'bad-option', null],
    [['--year', '2020', '--level', '宇宙级'], 'bad-level', '--level'],
    [['--year', '2020', '--unit', '没有的单位'], 'unknown-unit', '--unit'],
    [['--year', '2020', '--by', 'colour'], 'bad-option', '--by'],
  ];
  for (const [words, code, where] of refusals) {
    const run = await runCommand(['export', 'honors', ...words, ...out, ...data]);
    expect(run.exitCode, words.join(' ')).toBe(2);
    expect(run.json, words.join(' ')).toMatchObject({ ok: false, error: { code, where } });
  }
});

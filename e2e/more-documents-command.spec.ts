import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { readDocxWithMammoth } from './support/read-docx.ts';

const LEDGER = `荣誉名称,获奖时间,获奖单位,授予单位,级别,文号
示例𠮷𬭎文明单位,2023年5月4日,示例单位甲,示例授予机关,国家级,示发〔2023〕5号
示例先进集体,2022年10月,示例单位乙,示例省委,省级,
示例先进单位,2022年,示例单位甲,示例市委,市级,
`;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Check = { readonly code: string; readonly ok: boolean };

async function documentXml(path: string): Promise<string> {
  return strFromU8(unzipSync(new Uint8Array(await readFile(path)))['word/document.xml'] ?? new Uint8Array());
}

test('ledger, catalogue, unit and certificates are written, found sound, and read by another program', async ({
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const data = ['--data', dataFolder, '--json'];
  const ledgerFile = join(dataFolder, '示例台账.csv');
  await writeFile(ledgerFile, LEDGER);
  const imported = await runCommand(['import', ledgerFile, ...data]);
  expect(imported.json, imported.stderr).toMatchObject({ ok: true, added: 3 });
  const listed = await runCommand(['list', '--kind', 'honor', ...data]);
  const [first] = listed.json['records'] as readonly { readonly id: string; readonly title: string }[];
  const picture = join(dataFolder, '示例证书.png');
  await writeFile(picture, PIXEL);
  const attached = await runCommand(['attach', first?.id ?? '', picture, '--role', '证书', ...data]);
  expect(attached.json, attached.stderr).toMatchObject({ ok: true });
  const out = (name: string) => join(dataFolder, `${name}.docx`);
  const write = async (what: string, ...words: readonly string[]) => {
    const run = await runCommand(['export', what, ...words, '--out', out(what), ...data]);
    expect(run.json, run.stderr).toMatchObject({ ok: true, file: out(what) });
    expect((run.json['checks'] as readonly Check[]).filter(({ ok }) => !ok)).toEqual([]);
    return { json: run.json, text: await readDocxWithMammoth(out(what)) };
  };
  const window = ['--from', '2022年4月', '--to', '2023'];

  const ledger = await write('ledger', ...window, '--order', 'level', '--columns', 'date,recipients,level');
  expect(ledger.json).toMatchObject({ entries: 3, pictures: 0 });
  expect(ledger.text.join(' ')).toContain('（2022年4月至2023年12月）');
  expect(ledger.text.join(' ')).toContain(
    '序号 时间 名称 级别 获奖单位或个人 1 2023年5月4日 示例𠮷𬭎文明单位 国家级 示例单位甲 2 2022年10月 示例先进集体 省部级',
  );
  expect(await documentXml(out('ledger'))).toContain('w:orient="landscape"');

  const unit = await write('unit', '--unit', '示例单位甲', ...window, '--gaps');
  expect(unit.json).toMatchObject({ entries: 2 });
  expect(unit.text).toEqual(expect.arrayContaining(['示例单位甲荣誉简介', '一、名称沿革', '四、待补证据']));

  const certificates = await write('certificates', ...window);
  expect(certificates.json).toMatchObject({ entries: 3, pictures: 1, perChapter: { certified: 1, uncertified: 2 } });
  expect(certificates.text).toContain('二、没有证书附件的荣誉（2项）');
  expect(await documentXml(out('certificates'))).toContain('<pic:pic');

  expect((await write('catalogue')).text).toContain('没有编好档号的归档文件。');
  const settings = { year: ['--year', '2023'], retention: ['--retention', '永久'] };
  const issued = await runCommand(['filing', 'issue', ...settings.year, ...settings.retention, ...data]);
  expect(issued.json).toMatchObject({ ok: false });

  const refusals: readonly (readonly [readonly string[], string, string])[] = [
    [['ledger', '--year', '2023', '--order', 'colour'], 'bad-option', '--order'],
    [['ledger', '--year', '2023', '--columns', 'colour'], 'bad-option', '--columns'],
    [['ledger', '--year', '2023', '--kind', 'unit'], 'bad-kind', '--kind'],
    [['unit', '--year', '2023'], 'bad-option', '--unit'],
    [['catalogue', '--retention', '长期'], 'bad-retention', '--retention'],
    [['certificates'], 'bad-option', '--from'],
  ];
  for (const [words, code, where] of refusals) {
    const run = await runCommand(['export', ...words, '--out', out('none'), ...data]);
    expect(run.json, words.join(' ')).toMatchObject({ ok: false, error: { code, where } });
  }
});

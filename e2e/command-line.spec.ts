import { expect } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from './support/data-folder.ts';
import { runCommand } from './support/command-line.ts';
import { readDocxParagraphs } from './support/read-docx.ts';

const HONOR = {
  kind: 'honor',
  title: '示例省级文明单位',
  date: { raw: '2023年5月' },
  level: '省级',
  awardedBy: ['示例省文明委'],
  recipients: ['示例单位甲'],
  collective: true,
  documentNo: '示文明〔2023〕5号',
  works: ['文明创建'],
  note: '含生僻字𠮷𬭎',
  source: '',
};

test('the main job: load, add, get, list, search and export', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  const sample = await runCommand(['sample', ...data]);
  expect(sample.exitCode, sample.stderr).toBe(0);
  expect(sample.json).toMatchObject({ ok: true, byKind: { honor: 2, plan: 5, activity: 32, unit: 14 } });
  expect((await runCommand(['sample', ...data])).json).toMatchObject({ ok: true, added: 0 });

  const added = await runCommand(['add', '--kind', 'honor', '--file', '-', ...data], JSON.stringify(HONOR));
  expect(added.exitCode, added.stderr).toBe(0);
  const record = added.json['record'] as { readonly id: string };
  expect(record).toMatchObject({
    ...HONOR,
    level: '省部级',
    date: { raw: '2023年5月', start: '2023-05-01', end: '2023-05-31', precision: 'month' },
  });
  expect((await runCommand(['get', record.id, ...data])).json).toEqual({ ok: true, record });

  const listed = await runCommand(['list', '--kind', 'honor', '--year', '2023', ...data]);
  expect(listed.json).toEqual({ ok: true, records: [record] });

  for (const text of ['文', '文明', '2023年5月', '2023.5', '示文明〔2023〕5号', '𠮷', '示例省文明委']) {
    const found = await runCommand(['search', text, '--kind', 'honor', ...data]);
    const hits = found.json['hits'] as readonly { readonly id: string }[];
    expect(
      hits.map((hit) => hit.id),
      text,
    ).toContain(record.id);
  }
  const file = join(dataFolder, '年鉴.docx');
  const exported = await runCommand(['export', 'yearbook', '--year', '2023', '--out', file, '--undated', ...data]);
  expect(exported.exitCode, exported.stderr).toBe(0);
  expect(exported.json).toMatchObject({ ok: true, file, entries: 40 });
  const checks = exported.json['checks'] as readonly { readonly ok: boolean }[];
  expect(checks).toHaveLength(10);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const paragraphs = await readDocxParagraphs(file);
  expect(paragraphs.filter((text) => text.includes(HONOR.title))).toHaveLength(1);
});

test('the other kinds are added and listed, with the fields that they say they have', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  const answer = (await runCommand(['fields', ...data])).json as unknown as FieldsAnswer;
  expect(answer.kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['honor', 'plan', 'activity', 'practice', 'evaluation', 'person', 'programme', 'unit']),
  );
  for (const { kind, fields } of answer.kinds.filter((each) => SCRIPTED.has(each.kind))) {
    const input = kind === 'unit' ? { names: [{ name: '示例单位' }] } : { title: `示例${kind}` };
    const added = await runCommand(['add', '--kind', kind, '--file', '-', ...data], JSON.stringify(input));
    expect(added.json, kind).toMatchObject({ ok: true, record: { kind } });
    const { json } = await runCommand(['list', '--kind', kind, ...data]);
    expect(json['records'], kind).toMatchObject([added.json['record']]);
    const [record] = json['records'] as readonly Readonly<Record<string, unknown>>[];
    expect(Object.keys(record ?? {}), kind).toEqual(expect.arrayContaining(fields.map(({ name }) => name)));
  }
});

/** Honours, plans and activities are scripted elsewhere in this file. */
const SCRIPTED: ReadonlySet<string> = new Set(['practice', 'evaluation', 'person', 'programme', 'unit']);

type FieldsAnswer = {
  readonly kinds: readonly { readonly kind: string; readonly fields: readonly { readonly name: string }[] }[];
};

test('bad requests and bad input end with 2 and name the place', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  const input = (change: object) => JSON.stringify({ ...HONOR, ...change });
  const add = ['add', '--kind', 'honor', '--file', '-', ...data];
  const cases: readonly (readonly [readonly string[], string, string, string | null])[] = [
    [['nonsense', ...data], '', 'unknown-command', 'nonsense'],
    [['list', ...data], '', 'bad-option', '--kind'],
    [['list', '--kind', 'nobody', ...data], '', 'bad-kind', '--kind'],
    [['list', '--kind', 'honor', '--year', '23', ...data], '', 'bad-year', '--year'],
    [['list', '--kind', 'honor', '--colour', 'red', ...data], '', 'unknown-option', '--colour'],
    [['get', 'nobody', ...data], '', 'not-found', 'nobody'],
    [['search', 'x', '--limit', '0', ...data], '', 'bad-limit', '--limit'],
    [['export', 'yearbook', '--year', '2023', ...data], '', 'bad-option', '--out'],
    [['add', '--kind', 'honor', '--file', '/nowhere/record.json', ...data], '', 'unreadable-file', '--file'],
    [add, '{"title":', 'bad-json', '--file'],
    [add, input({ title: '  ' }), 'required', 'title'],
    [add, input({ date: '2023年13月' }), 'impossible-date', 'date'],
    [add, input({ title: '长'.repeat(100_000) }), 'too-long', 'title'],
    [add, input({ recipients: ['甲', 7] }), 'not-text', 'recipients[1]'],
    [add, input({ colour: 'red' }), 'unknown-field', 'colour'],
  ];
  for (const [words, stdin, code, where] of cases) {
    const run = await runCommand(words, stdin);
    expect(run.exitCode, `${words.join(' ')}\n${run.stderr}`).toBe(2);
    expect(run.json, words.join(' ')).toMatchObject({ ok: false, error: { code, where } });
    expect((run.json['error'] as { readonly message: string }).message).not.toBe('');
  }
  expect((await runCommand(['list', '--kind', 'honor', ...data])).json).toEqual({ ok: true, records: [] });
});

test('text with control characters and lone surrogates is cleaned, and the answer says where', async ({
  dataFolder,
}) => {
  const file = join(dataFolder, 'record.json');
  await writeFile(file, '\uFEFF{"title":"示例\\u0007荣誉\\uD800","note":"一\\u0000二"}');
  const added = await runCommand(['add', '--kind', 'honor', '--file', file, '--data', dataFolder, '--json']);
  expect(added.json).toMatchObject({ ok: true, record: { title: '示例荣誉', note: '一二' } });
  const notices = added.json['notices'] as readonly { readonly field: string; readonly code: string }[];
  expect(notices.map(({ field, code }) => `${field} ${code}`).toSorted()).toEqual([
    'note control-characters',
    'title control-characters',
    'title lone-surrogates',
  ]);
});

test('an export that cannot be written leaves nothing behind', async ({ dataFolder }) => {
  const target = join(dataFolder, 'journal');
  const words = ['export', 'yearbook', '--year', '2023', '--out', target, '--data', dataFolder, '--json'];
  const run = await runCommand(words);
  expect(run.exitCode).toBe(2);
  expect(run.json).toMatchObject({ ok: false, error: { where: '--out' } });
});

test('without --json people read plain text', async ({ dataFolder }) => {
  const run = await runCommand(['list', '--kind', 'plan', '--data', dataFolder]);
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toBe('共 0 条\n');
  const archive = JSON.parse(await readFile(join(dataFolder, 'archive.json'), 'utf8')) as object;
  expect(archive).toHaveProperty('archiveId');
});

test('a data folder that cannot be written is refused with a message', async ({ dataFolder }) => {
  const file = join(dataFolder, 'a-file');
  await writeFile(file, '');
  const run = await runCommand(['list', '--kind', 'plan', '--data', join(file, 'below'), '--json']);
  expect(run.exitCode).toBe(2);
  expect(run.json).toMatchObject({ ok: false, error: { code: 'data-not-writable', where: '--data' } });
});

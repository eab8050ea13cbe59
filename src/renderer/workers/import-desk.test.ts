import { describe, expect, it } from 'vitest';
import { NO_CHOICES, planImport } from '#domain/import/plan-import';
import { blank, TODAY, unit } from '#domain/records/record-fixtures';
import { inlineRows, workbookFixture } from '#formats/ledger-file/workbook-fixture';
import { openBlockOnDesk, openFileOnDesk, type ImportDesk } from './import-desk.ts';
import type { BookView } from './import-messages.ts';
import { createKnownArchive } from './known-archive.ts';

const HEAD = ['荣誉名称', '获奖时间', '获奖单位', '经办人'];
const ROW = ['示例文明单位', '2023年5月', '示例单位甲', '张示例'];
const LEDGER = [HEAD, ROW].map((row) => row.join(',')).join('\n');
const bytesOf = (text: string) => new TextEncoder().encode(text);
const LOCATION = { what: 'column', column: 3, target: { role: 'value', field: 'location' } } as const;

const knowing = (...records: Parameters<ReturnType<typeof createKnownArchive>['put']>[0]) => {
  const archive = createKnownArchive();
  archive.put(records);
  return archive;
};

async function open(bytes: Uint8Array<ArrayBuffer>, name = '示例.csv', archive = knowing()): Promise<ImportDesk> {
  const opened = await openFileOnDesk(bytes, name, { archive, today: TODAY }, () => undefined);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

function sheets(view: BookView) {
  if (view.type !== 'tables') throw new Error('not read as tables');
  return view.sheets;
}

const targets = (view: BookView, sheet = 0) =>
  sheets(view)[sheet]?.tables[0]?.columns.map(({ target, reason }) => `${target.field} ${reason.code}`);
const fieldsOf = (desk: ImportDesk) => desk.rows().map(({ records }) => records[0]?.fields);

/** What the archive has learned of the headings of the ledger. */
async function learnedRecord() {
  const desk = await open(bytesOf(LEDGER));
  desk.change({ sheet: '示例', table: 0 }, LOCATION);
  return blank('importTemplate', 'template-a', { template: JSON.stringify(desk.learned()[0]?.template) });
}

describe('a file on the desk', () => {
  it('is named with its hash, and shows its tables without their rows', async () => {
    const view = (await open(bytesOf(LEDGER))).view();
    expect(view.file).toMatchObject({ name: '示例.csv', format: 'csv' });
    expect(view.file.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect((await open(bytesOf(`${LEDGER}\n`))).view().file.sha256).not.toBe(view.file.sha256);
    expect(view.mayBe).toEqual(['tables']);
    expect(sheets(view)[0]?.tables[0]).toMatchObject({ kind: 'honor', counts: { data: 1, header: 1 } });
    expect(sheets(view)[0]?.tables[0]).not.toHaveProperty('rows');
  });

  it('is refused with its reason when it cannot be read', async () => {
    const tools = { archive: knowing(), today: TODAY };
    expect(await openFileOnDesk(bytesOf('%PDF-1.7\n'), '示例.pdf', tools, () => undefined)).toMatchObject({
      ok: false,
      error: { code: 'not-a-ledger', kind: 'pdf' },
    });
  });

  it('gives the same rows until its reading changes', async () => {
    const desk = await open(bytesOf(LEDGER));
    const rows = desk.rows();
    expect(desk.rows()).toBe(rows);
    expect(fieldsOf(desk)).toMatchObject([{ title: ROW[0], note: '经办人：张示例' }]);
    desk.change({ sheet: '示例', table: 0 }, LOCATION);
    expect(fieldsOf(desk)).toMatchObject([{ title: ROW[0], location: '张示例' }]);
    expect(fieldsOf(desk)[0]).not.toHaveProperty('note');
  });

  it('is planned by what the archive is told to be by then', async () => {
    const archive = knowing();
    const desk = await open(bytesOf(LEDGER), '示例.csv', archive);
    const unknown = () => planImport(desk.rows(), desk.context(), NO_CHOICES).unknownUnits.map(({ name }) => name);
    expect(unknown()).toEqual(['示例单位甲']);
    archive.put([unit('unit-a', '示例单位甲')]);
    expect(unknown()).toEqual([]);
    archive.put([unit('unit-a', '示例单位甲', { deletedAt: '2026-11-24T10:00:00.000Z' })]);
    expect(unknown()).toEqual(['示例单位甲']);
  });
});

it('tells names apart by the units that are known by then', async () => {
  const archive = knowing();
  const both = '示例办公室、示例研究室';
  const desk = await open(bytesOf(LEDGER.replace('示例单位甲', both)), '示例.csv', archive);
  const names = () => planImport(desk.rows(), desk.context(), NO_CHOICES).unknownUnits.map(({ name }) => name);
  expect(names()).toEqual(['示例办公室', '示例研究室']);
  archive.put([unit('unit-both', both)]);
  expect(names()).toEqual([]);
});

describe('what is learned', () => {
  it('is how a corrected table is read, and nothing of one that was only looked at', async () => {
    const desk = await open(bytesOf(LEDGER));
    expect(desk.learned()).toEqual([]);
    desk.change({ sheet: '示例', table: 0 }, LOCATION);
    expect(desk.learned()).toMatchObject([{ title: '示例', template: { kind: 'honor' } }]);
    expect(targets(desk.view())?.[3]).toBe('location changed');
  });

  it('is how the next file of these headings is read', async () => {
    const desk = await open(bytesOf(LEDGER), '又一年.csv', knowing(await learnedRecord()));
    expect(targets(desk.view())?.[3]).toBe('location template');
    expect(desk.learned()).toEqual([]);
  });

  it('is nothing of a sheet that is not read', async () => {
    const desk = await open(bytesOf(LEDGER));
    desk.change({ sheet: '示例', table: 0 }, LOCATION);
    desk.readSheet('示例', false);
    expect(desk.learned()).toEqual([]);
  });
});

describe('a sheet', () => {
  const rows = inlineRows([HEAD, ROW]);
  const book = workbookFixture({ sheets: [rows, rows], names: ['今年', '旧稿'], states: ['', ' state="hidden"'] });

  it('that is hidden is read when it is asked for, as its headings were learned to be read', async () => {
    const desk = await open(book, '示例.xlsx', knowing(await learnedRecord()));
    expect(sheets(desk.view())).toMatchObject([{ isRead: true }, { isHidden: true, isRead: false, tables: [] }]);
    expect(desk.rows()).toHaveLength(1);
    desk.readSheet('旧稿', true);
    expect(targets(desk.view(), 1)?.[3]).toBe('location template');
    expect(desk.rows().map(({ sheet }) => sheet)).toEqual(['今年', '旧稿']);
  });

  it('that is left out for a while has what was corrected when it is read again', async () => {
    const desk = await open(book, '示例.xlsx');
    desk.change({ sheet: '今年', table: 0 }, LOCATION);
    desk.readSheet('今年', false);
    expect(sheets(desk.view())[0]).toMatchObject({ isRead: false, tables: [] });
    expect(desk.rows()).toEqual([]);
    desk.readSheet('今年', true);
    expect(targets(desk.view())?.[3]).toBe('location changed');
    expect(desk.rows()).toHaveLength(1);
  });
});

describe('a pasted block', () => {
  const paste = (text: string) => openBlockOnDesk(text, '粘贴的内容', { archive: knowing(), today: TODAY });

  it('is a book of one sheet; blank lines keep their number', async () => {
    const opened = await paste(`${HEAD.join('\t')}\n\n${ROW.join('\t')}\n`);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.view().file).toMatchObject({ name: '粘贴的内容', format: 'pasted' });
    expect(opened.value.rows()).toMatchObject([{ sheet: '粘贴的内容', row: 3, status: 'ok' }]);
  });

  it('of nothing but blanks has no content', async () => {
    expect(await paste(' \t \n\t\n')).toEqual({ ok: false, error: { code: 'no-content' } });
  });
});

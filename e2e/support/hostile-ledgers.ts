import { strToU8, zipSync, type ZipOptions } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet, 荣誉, whose XML is given. */
function workbookOf(sheet: string, more: Record<string, string> = {}, options: ZipOptions = {}): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="荣誉" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('s1', 'worksheet', 'worksheets/sheet1.xml')}${relation('s2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet.startsWith('<?xml') ? sheet : `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), options);
}

/** `sheetData` of rows of texts, from row 1. */
function textRows(rows: readonly (readonly string[])[], further = ''): string {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}${further}</sheetData>`;
}

/** Of a sheet of Excel. */
const LAST_ROW = 1_048_576;

/** Little-endian with its mark, as Notepad and WPS write it; lone surrogates stay what they are. */
function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

const ROWS = [
  ['荣誉名称', '获奖时间', '获奖单位', '授予单位', '级别'],
  ['示例先进集体', '2023年5月', '示例单位甲', '示例授予机关', '市级'],
];

type Hostile = { readonly name: string; readonly bytes: Uint8Array; readonly code: string };

/** Bit rot in the packed bytes of the sheet, which unpack all the same and are something else then. */
function withFlippedBit(bytes: Uint8Array): Uint8Array {
  const rotten = bytes.slice();
  const name = strToU8('xl/worksheets/sheet1.xml');
  const at = rotten.findIndex((_, place) => name.every((byte, index) => rotten[place + index] === byte));
  const place = at + name.length + 40;
  rotten[place] = (rotten[place] ?? 0) ^ 0x10;
  return rotten;
}

/** Files that must end in a message and leave the archive as it was. */
export function refusedFiles(): readonly Hostile[] {
  const good = workbookOf(textRows(ROWS));
  const locked = good.slice();
  const view = new DataView(locked.buffer);
  for (let place = 0; place + 46 < locked.length; place += 1) {
    if (view.getUint32(place, true) === 0x02_01_4b_50) view.setUint16(place + 8, 1, true);
  }
  const entities = Array.from({ length: 9 }, (_, depth) => `<!ENTITY e${depth + 1} "${`&e${depth};`.repeat(10)}">`);
  const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "哈">${entities.join('')}]>`;
  const external = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  return [
    {
      name: '炸弹.xlsx',
      bytes: workbookOf(textRows(ROWS), { 'xl/styles.xml': '<x/>'.repeat(5_000_000) }, { level: 9 }),
      code: 'unpacks-too-large',
    },
    { name: '截断.xlsx', bytes: good.slice(0, good.length / 2), code: 'damaged' },
    { name: '坏了一位.xlsx', bytes: withFlippedBit(good), code: 'damaged' },
    { name: '加密.xlsx', bytes: locked, code: 'password-protected' },
    {
      name: '实体.xlsx',
      bytes: workbookOf(`${external}<worksheet>${textRows([['&a;']])}</worksheet>`),
      code: 'unsafe-markup',
    },
    {
      name: '实体膨胀.xlsx',
      bytes: workbookOf(`${laughs}<worksheet>${textRows([['&e9;']])}</worksheet>`),
      code: 'unsafe-markup',
    },
    { name: '空白.xlsx', bytes: new Uint8Array(), code: 'empty-file' },
    { name: '其实是PDF.xlsx', bytes: strToU8('%PDF-1.7 示例'), code: 'not-a-ledger' },
    { name: '网页.xls', bytes: strToU8('<html><body><p>示例</p></body></html>'), code: 'web-page' },
  ];
}

/** Files that are odd and can be read all the same; each has one honour. */
export function oddFiles(): readonly Omit<Hostile, 'code'>[] {
  const cells = (row: readonly string[]) => row.map((text) => `<td>${text}</td>`).join('');
  const table = `<html><body><table>${ROWS.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table></body></html>`;
  const blank = Array.from(
    { length: LAST_ROW - ROWS.length },
    (_, row) => `<row r="${row + 3}"><c r="A${row + 3}" s="1"/></row>`,
  );
  const further = (heading: string, text: string) =>
    ROWS.map((row, index) => [...row, index === 0 ? heading : text].join(',')).join('\n');
  return [
    { name: '其实是工作簿.csv', bytes: workbookOf(textRows(ROWS)) },
    { name: '网页表格.xls', bytes: strToU8(table) },
    { name: '原型表头.csv', bytes: strToU8(`${further('__proto__', '{"polluted":true}')}\n`) },
    { name: '控制字符.csv', bytes: strToU8(`${further('备注', '示例\u0000\u0001\u001B[31m\uFFFE')}\n`) },
    { name: '残缺字符.txt', bytes: utf16(`${further('备注', '示例\uD800残缺')}\n`) },
    { name: '一万字.csv', bytes: strToU8(`${further('备注', '字'.repeat(10_000))}\n`) },
    { name: '空白行.xlsx', bytes: workbookOf(textRows(ROWS, blank.join(''))) },
    {
      name: '合并全表.xlsx',
      bytes: workbookOf(`${textRows(ROWS)}<mergeCells><mergeCell ref="F1:XFD1048576"/></mergeCells>`),
    },
  ];
}

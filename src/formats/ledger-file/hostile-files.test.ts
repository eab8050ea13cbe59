import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { MAX_FILE_BYTES } from './read-limits.ts';
import { readLedgerFile } from './read-ledger-file.ts';
import { biffStream, compoundFixture, inlineRows, workbookFixture } from './workbook-fixture.ts';

/** On a machine that does other things as well. */
const SECONDS = 10_000;

const PROTOTYPE = Reflect.ownKeys(Object.prototype);

async function problemOf(bytes: Uint8Array, name = '示例.xlsx') {
  const started = performance.now();
  const result = await readLedgerFile(bytes, name);
  expect(performance.now() - started).toBeLessThan(SECONDS);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(PROTOTYPE);
  return result.ok ? result.value : result.error;
}

function plainWorkbook(bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array {
  const rows = Array.from({ length: 60 }, (_, row) => [`示例荣誉${row}`, `示例单位${row}`, row]);
  const book = utils.book_new(utils.aoa_to_sheet(rows), '台账');
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

describe('a zip bomb', () => {
  it('is refused by what it unpacks to, whatever it says of its size', async () => {
    const bytes = workbookFixture({ sheets: [inlineRows([['甲']])], styles: '<x/>'.repeat(5_000_000) }, { level: 9 });
    const view = new DataView(bytes.buffer);
    // Says in its directory and before its parts that nothing is larger than a byte.
    for (let place = 0; place + 46 < bytes.length; place += 1) {
      if (view.getUint32(place, true) === 0x02_01_4b_50) view.setUint32(place + 24, 1, true);
      if (view.getUint32(place, true) === 0x04_03_4b_50) view.setUint32(place + 22, 1, true);
    }
    expect(await problemOf(bytes)).toMatchObject({ code: 'unpacks-too-large' });
  });

  it('is refused when it has more parts than any document', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`p${index}`, new Uint8Array()]));
    expect(await problemOf(zipSync(parts, { level: 0 }))).toEqual({ code: 'too-many-parts', limit: 10_000 });
  });

  it('of texts that are shown a million times is refused', async () => {
    const cell = '<c t="s"><v>0</v></c>';
    const row = `<row>${cell.repeat(100)}</row>`;
    const bytes = workbookFixture({
      sheets: [`<sheetData>${row.repeat(1000)}</sheetData>`],
      sharedStrings: `<si><t>${'荣'.repeat(30_000)}</t></si>`,
    });
    expect(await problemOf(bytes)).toMatchObject({ code: 'too-many-characters' });
  });

  it('of repeated cells is refused', async () => {
    const cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>甲</text:p></table:table-cell>';
    const content = `<table:table table:name="表"><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`;
    expect(await problemOf(odsFile(content), '示例.ods')).toMatchObject({ code: 'too-many-cells' });
  });
});

describe('a file that is not whole', () => {
  it.each(['xlsx', 'ods'] as const)('of the kind %s is refused wherever it ends', async (bookType) => {
    const whole = plainWorkbook(bookType);
    for (const share of [0.02, 0.1, 0.4, 0.7, 0.95]) {
      const part = whole.slice(0, Math.floor(whole.length * share));
      expect(await problemOf(part)).toEqual({ code: 'damaged' });
    }
  });

  it.each(['xlsx', 'ods'] as const)(
    'of the kind %s is refused when a bit of its content has turned',
    async (bookType) => {
      const whole = plainWorkbook(bookType);
      const sheet = partPlace(whole, bookType === 'ods' ? 'content.xml' : 'xl/worksheets/sheet1.xml');
      for (const offset of [12, 40, 90]) {
        const bytes = whole.slice();
        bytes[sheet + offset] = (bytes[sheet + offset] ?? 0) ^ 4;
        expect(await problemOf(bytes)).toEqual({ code: 'damaged' });
      }
    },
  );

  it('of any kind never stops the program, whatever bits turn', async () => {
    // The library says there what it does not know.
    vi.spyOn(console, 'error').mockReturnValue();
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    for (const bookType of ['xlsx', 'biff8', 'ods'] as const) {
      const whole = plainWorkbook(bookType);
      for (let round = 0; round < 60; round += 1) {
        const bytes = whole.slice();
        for (let turn = 0; turn < 1 + (round % 5); turn += 1) bytes[random(bytes.length)] = random(256);
        const result = await readLedgerFile(bytes, '示例');
        expect(typeof result.ok).toBe('boolean');
      }
    }
  });

  it('may be empty, or have nothing in it', async () => {
    expect(await problemOf(new Uint8Array())).toEqual({ code: 'empty-file' });
    expect(await problemOf(strToU8('\r\n\r\n,,\r\n'), '示例.csv')).toEqual({ code: 'no-content' });
    expect(await problemOf(workbookFixture({ sheets: ['<sheetData/>'] }))).toEqual({ code: 'no-content' });
  });

  it('is not even looked at when it is too large', async () => {
    const found = MAX_FILE_BYTES + 1;
    expect(await problemOf(new Uint8Array(found))).toEqual({ code: 'file-too-large', limit: MAX_FILE_BYTES, found });
  });
});

describe('a password', () => {
  it('on a workbook of today is named', async () => {
    const bytes = compoundFixture({ EncryptionInfo: strToU8('示例'), EncryptedPackage: new Uint8Array(5000) });
    expect(await problemOf(bytes)).toEqual({ code: 'password-protected' });
  });

  it('on a workbook of 2003 is named', async () => {
    const stream = biffStream(plainWorkbook('biff8'));
    const start = 4 + (stream[2] ?? 0);
    const filePass = Uint8Array.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]);
    const bytes = compoundFixture({
      Workbook: Uint8Array.from([...stream.slice(0, start), ...filePass, ...stream.slice(start)]),
    });
    expect(await problemOf(bytes, '示例.xls')).toEqual({ code: 'password-protected' });
  });

  it('on a zip or an OpenDocument is named', async () => {
    const bytes = plainWorkbook('xlsx');
    const view = new DataView(bytes.buffer);
    for (let place = 0; place + 46 < bytes.length; place += 1) {
      if (view.getUint32(place, true) === 0x02_01_4b_50) view.setUint16(place + 8, 1, true);
    }
    expect(await problemOf(bytes)).toEqual({ code: 'password-protected' });
    const manifest = { 'META-INF/manifest.xml': strToU8('<m:manifest><m:encryption-data/></m:manifest>') };
    expect(await problemOf(odsFile('', manifest), '示例.ods')).toEqual({ code: 'password-protected' });
  });
});

describe('markup with a document type', () => {
  const expansion = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]>`;
  const external = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

  it.each([expansion, external])('is refused in a sheet', async (type) => {
    const sheet = `<?xml version="1.0"?>${type}<worksheet>${inlineRows([['&a;']])}</worksheet>`;
    expect(await problemOf(workbookFixture({ sheets: [sheet] }))).toEqual({ code: 'unsafe-markup' });
  });

  it('is refused in UTF-16 too', async () => {
    const text = `\uFEFF<?xml version="1.0"?>${external}<sst><si><t>&a;</t></si></sst>`;
    const part = new Uint8Array(Uint16Array.from({ length: text.length }, (_, place) => text.charCodeAt(place)).buffer);
    const bytes = workbookFixture({ sheets: [inlineRows([['甲']])], more: { 'xl/sharedStrings.xml': part } });
    expect(await problemOf(bytes)).toEqual({ code: 'unsafe-markup' });
  });

  it('is refused in a Word file and in an OpenDocument', async () => {
    expect(await problemOf(wordFile(`${external}<w:document/>`), '示例.docx')).toEqual({ code: 'unsafe-markup' });
    expect(await problemOf(odsFile('', {}, external), '示例.ods')).toEqual({ code: 'unsafe-markup' });
  });
});

describe('a sheet without measure', () => {
  it('of 1,048,576 blank formatted rows is its content', async () => {
    const rows: string[] = [];
    for (let row = 2; row <= 1_048_576; row += 1) {
      rows.push(`<row r="${row}" ht="20"><c r="A${row}" s="1"/></row>`);
    }
    const sheet = `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>${rows.join('')}</sheetData>`;
    const bytes = workbookFixture({ sheets: [sheet] }, { level: 0 });
    expect(await problemOf(bytes)).toMatchObject({ book: { sheets: [{ rows: [{ number: 1, cells: ['甲'] }] }] } });
  }, 60_000);

  it('of merges and links over all 17 billion cells costs nothing', async () => {
    const sheet =
      `${inlineRows([['甲', '乙']])}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>` +
      '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="rId1"/></hyperlinks>';
    expect(await problemOf(workbookFixture({ sheets: [sheet] }))).toMatchObject({
      book: { sheets: [{ rows: [{ cells: ['甲', '乙'] }], merges: [{ top: 1, left: 0, bottom: 1, right: 1 }] }] },
    });
  });

  it('of cells at its far end only is refused', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    const bytes = workbookFixture({ sheets: [`<sheetData>${rows.join('')}</sheetData>`] });
    expect(await problemOf(bytes)).toMatchObject({ code: 'too-many-cells' });
  });

  it('of a tag that does not end is refused', async () => {
    const bytes = workbookFixture({ sheets: [`<sheetData><row r="${'1'.repeat(9_000_000)}`] }, { level: 1 });
    expect(await problemOf(bytes)).toMatchObject({ code: expect.stringMatching(/damaged|unpacks/) as unknown });
  });
});

describe('what a file says', () => {
  it('may be the name of a prototype, and is a word like any other', async () => {
    const bytes = workbookFixture({ sheets: [inlineRows([['__proto__', 'constructor']])], names: ['__proto__'] });
    expect(await problemOf(bytes)).toMatchObject({
      book: { sheets: [{ name: '__proto__', rows: [{ cells: ['__proto__', 'constructor'] }] }] },
    });
    const xls = utils.book_new(utils.aoa_to_sheet([['__proto__']]), '__proto__');
    const read = await problemOf(
      new Uint8Array(write(xls, { type: 'array', bookType: 'biff8' }) as ArrayBuffer),
      '示例.xls',
    );
    expect(read).toMatchObject({ book: { sheets: [{ name: '__proto__', rows: [{ cells: ['__proto__'] }] }] } });
    const content =
      '<table:table table:name="__proto__"><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row></table:table>' +
      `<table:database-ranges><table:database-range table:target-range-address="$__proto__.A1:.B2"/></table:database-ranges>`;
    expect(await problemOf(odsFile(content), '示例.ods')).toMatchObject({ book: { sheets: [{ name: '__proto__' }] } });
  });

  it('is cleaned of what must not be stored, and it is told of how many cells', async () => {
    const text = '甲_x0001_乙&#xFFFE;_xD800_丙𠮷';
    expect(await problemOf(workbookFixture({ sheets: [inlineRows([[text, '丁']])] }))).toMatchObject({
      book: { sheets: [{ rows: [{ cells: ['甲乙丙𠮷', '丁'] }] }] },
      notices: [{ code: 'cells-cleaned', count: 1 }],
    });
  });

  it('about files elsewhere is not followed', async () => {
    const link = '<Relationship Id="rId1" Type="x/worksheet" Target="http://example.com/x.xml" TargetMode="External"/>';
    const bytes = workbookFixture({
      sheets: [inlineRows([['甲']])],
      more: { 'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${link}</Relationships>`) },
    });
    expect(await problemOf(bytes)).toEqual({ code: 'no-content' });
  });
});

describe('what is no ledger', () => {
  it.each([
    ['pdf', strToU8('%PDF-1.7 示例')],
    ['picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['rich-text', strToU8('{\\rtf1 x}')],
    ['archive', zipSync({ 'a.txt': strToU8('x') })],
    ['other', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0])],
    ['other', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256)],
    [
      'excel-xml-2003',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
  ])('is named: %s', async (kind, bytes) => {
    expect(await problemOf(bytes)).toEqual({ code: 'not-a-ledger', kind });
  });

  it('may be an old Word file', async () => {
    const bytes = compoundFixture({ WordDocument: new Uint8Array(5000) });
    expect(await problemOf(bytes, '示例.doc')).toEqual({ code: 'not-a-ledger', kind: 'word-97' });
  });
});

function odsFile(spreadsheet: string, more: Record<string, Uint8Array> = {}, type = '') {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?>${type}<office:document-content>${spreadsheet}</office:document-content>`,
    ),
    ...more,
  });
}

function wordFile(document: string) {
  const target = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r" Type="${target}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(document),
  });
}

/** Where the packed bytes of a part begin. */
function partPlace(bytes: Uint8Array, name: string): number {
  const text = new TextDecoder('latin1').decode(bytes);
  const place = text.indexOf(name);
  const view = new DataView(bytes.buffer);
  return place + name.length + view.getUint16(place - 2, true);
}

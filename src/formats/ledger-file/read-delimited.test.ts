import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLedgerFile } from './read-ledger-file.ts';

async function read(bytes: Uint8Array, name = '2021年台账.csv') {
  const result = await readLedgerFile(bytes, name);
  return result.ok ? result.value : result.error;
}

async function rowsOf(text: string) {
  const result = await readLedgerFile(strToU8(text), '示例.csv');
  if (!result.ok) throw new Error(result.error.code);
  return result.value.book.sheets[0]?.rows.map(({ number, cells }) => [number, ...cells]);
}

const TEXT = '名称,级别\r\n示例荣誉,省部级\r\n';
const ROWS = [{ cells: ['名称', '级别'] }, { cells: ['示例荣誉', '省部级'] }];
/** 名称,级别 CRLF 示例荣誉,省部级 CRLF in GBK, and 㐀 of GB18030 behind it. */
const GBK = Uint8Array.from(
  'c3fbb3c62cbcb6b1f00d0acabec0fdc8d9d3fe2ccaa1b2bfbcb60d0a'.match(/../g)?.map((hex) => Number.parseInt(hex, 16)) ?? [],
);
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let place = 0; place < text.length; place += 1) view.setUint16(place * 2, text.charCodeAt(place), isLittle);
  return bytes;
};

describe('the encoding', () => {
  it.each([
    ['UTF-8', strToU8(TEXT), []],
    ['UTF-8 with a mark', strToU8(`\uFEFF${TEXT}`), []],
    ['GBK', GBK, [{ code: 'encoding-detected', encoding: 'gb18030' }]],
    ['UTF-16 with a mark', utf16(`\uFEFF${TEXT}`, true), []],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${TEXT}`, false), []],
    ['UTF-16 without a mark', utf16(TEXT, true), [{ code: 'encoding-detected', encoding: 'utf-16le' }]],
    ['UTF-16 BE without a mark', utf16(TEXT, false), [{ code: 'encoding-detected', encoding: 'utf-16be' }]],
  ])('%s is found out', async (_, bytes, notices) => {
    expect(await read(bytes)).toMatchObject({ book: { sheets: [{ name: '2021年台账', rows: ROWS }] }, notices });
  });

  it('of four bytes in GB18030 is read', async () => {
    const rare = Uint8Array.from([...GBK, 0x81, 0x39, 0xee, 0x39]);
    expect(await read(rare)).toMatchObject({ book: { sheets: [{ rows: [...ROWS, { cells: ['㐀'] }] }] } });
  });

  it('that fits nothing is not guessed', async () => {
    expect(await read(Uint8Array.from([...GBK, 0xff, 0x20, 0xff]))).toEqual({ code: 'unknown-encoding' });
  });
});

describe('the separator', () => {
  it.each([
    [
      'a,b,c\n1,2,3',
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a\tb\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a;b;c\n1,5;2;3\n',
      [
        ['a', 'b', 'c'],
        ['1,5', '2', '3'],
      ],
    ],
    [
      'a|b\n1|2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['sep=;\na,1;b', [['a,1', 'b']]],
    ['示例荣誉\n示例，荣誉', [['示例荣誉'], ['示例，荣誉']]],
    ['示例台账\n\n名称\t级别\n"一\n二"\t省', [['示例台账'], ['名称', '级别'], ['一\n二', '省']]],
  ])('of %j is found out', async (text, rows) => {
    expect((await rowsOf(text))?.map(([, ...cells]) => cells)).toEqual(rows);
  });
});

describe('rows', () => {
  it('have the number of the line on which they begin', async () => {
    expect(await rowsOf('a,b\r\n\r\n"一\n二",3\r\n,,\r\nc,d')).toEqual([
      [1, 'a', 'b'],
      [3, '一\n二', '3'],
      [6, 'c', 'd'],
    ]);
  });

  it('have cells in quotes, and quotes in cells', async () => {
    expect(await rowsOf('"说""好""",5" 屏,"甲,乙"\n"没有关上,丙\n')).toEqual([
      [1, '说"好"', '5" 屏', '甲,乙'],
      [2, '"没有关上', '丙'],
    ]);
  });

  it('may be text that looks like a formula, and stay it', async () => {
    expect(await rowsOf('=1+1,+86,-3,@x\n')).toEqual([[1, '=1+1', '+86', '-3', '@x']]);
  });

  it('take a time that grows with their length only', async () => {
    const started = performance.now();
    for (const piece of ['"', '"a,', '""', '"a""', ',', '\n', '"\n']) {
      await read(strToU8(piece.repeat(400_000)), '示例.csv');
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);

  it('are read by the hundred thousand, thirty cells each', async () => {
    const line = `${Array.from({ length: 30 }, (_, index) => `示例${index}`).join(',')}\n`;
    expect(await read(strToU8(line.repeat(100_000)))).toMatchObject({ notices: [] });
  }, 30_000);
});

describe('text with what does not belong there', () => {
  it('is read without stray NULs and other control characters, and says so', async () => {
    const text = '名称,备注\n示例先进集体,示例\u0000\u0001\u001B\n';
    expect(await rowsOf(text)).toEqual([
      [1, '名称', '备注'],
      [2, '示例先进集体', '示例'],
    ]);
    expect(await read(strToU8(text), '示例.csv')).toMatchObject({ notices: [{ code: 'cells-cleaned', count: 1 }] });
  });

  it('is read without half characters of UTF-16', async () => {
    const bytes = utf16('\uFEFF名称,备注\n示例先进集体,残\uD800缺\n', true);
    expect(await read(bytes, '示例.txt')).toMatchObject({
      book: { sheets: [{ rows: [{}, { cells: ['示例先进集体', '残缺'] }] }] },
      notices: [{ code: 'cells-cleaned', count: 1 }],
    });
  });

  it('is no text when it has NULs all over', async () => {
    expect(await read(strToU8('abc\0\0\0def\0'.repeat(20)), '示例.csv')).toMatchObject({ code: 'not-a-ledger' });
  });
});

describe('a web page that was saved as a workbook', () => {
  const page = (body: string) =>
    strToU8(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8>
    <style>td{color:red}</style><script>document.write("<table><tr><td>坏")</script></head><body>${body}</body></html>`);

  it('is read as its tables, numbers as they are shown', async () => {
    const body =
      '<table><tr><td colspan=2>示例&nbsp;台账<br>2021年</td><td rowspan="2">备注</td></tr>' +
      '<tr style="display:none"><td>2021.10</td><td>甲 &amp; 乙</td></tr><tr><td>丙<td></tr></table><p>尾</p>';
    const result = await read(page(body), '示例.xls');
    expect(result).toMatchObject({ notices: [{ code: 'web-page-tables' }] });
    expect(result).toMatchObject({
      book: {
        format: 'xls',
        sheets: [
          {
            name: '表1',
            rows: [
              { number: 1, isHidden: false, cells: ['示例 台账\n2021年', '', '备注'] },
              { number: 2, isHidden: true, cells: ['2021.10', '甲 & 乙'] },
              { number: 3, isHidden: false, cells: ['丙'] },
            ],
            merges: [
              { top: 1, left: 0, bottom: 1, right: 1 },
              { top: 1, left: 2, bottom: 2, right: 2 },
            ],
          },
        ],
      },
    });
  });

  it('is refused when there is no table, or one beyond measure', async () => {
    expect(await read(page('<p>示例</p>'), '示例.xls')).toEqual({ code: 'web-page' });
    expect(await read(strToU8('MIME-Version: 1.0\r\nX-Document-Type: Workbook'), '示例.xls')).toEqual({
      code: 'web-page',
    });
    expect(await read(page('<table><tr><td colspan=999999999>甲</td></tr></table>'), '示例.xls')).toMatchObject({
      code: 'too-many-cells',
    });
  });
});

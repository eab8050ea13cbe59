import { describe, expect, it } from 'vitest';
import { csvPlain, csvSafe } from './csv-safe.ts';
import { MAX_TABULAR_CHARACTERS, MAX_TABULAR_ROWS, parseTabularText, writeTabularText } from './tabular-text.ts';

function rowsOf(text: string) {
  const result = parseTabularText(text);
  return result.ok ? result.value : result.error;
}

describe('a copied block', () => {
  it.each([
    ['nothing', '', []],
    ['one cell', '甲', [['甲']]],
    ['one cell with the line break behind it', '甲\r\n', [['甲']]],
    ['one empty cell', '\r\n', [['']]],
    [
      'rows of cells',
      '甲\t乙\r\n丙\t丁\r\n',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    ['line breaks of Unix', '甲\n乙', [['甲'], ['乙']]],
    ['line breaks of old Macs', '甲\r乙\r', [['甲'], ['乙']]],
    [
      'empty cells',
      '\t甲\t\r\n\t\t',
      [
        ['', '甲', ''],
        ['', '', ''],
      ],
    ],
    ['an empty row between', '甲\r\n\r\n乙', [['甲'], [''], ['乙']]],
    ['rows of different length', '甲\r\n乙\t丙', [['甲'], ['乙', '丙']]],
    ['a line break inside a cell', '"一\n二"\t丙', [['一\n二', '丙']]],
    ['a line break of Windows inside a cell', '"一\r\n二"\r\n丙', [['一\n二'], ['丙']]],
    ['a tab inside a cell', '"一\t二"\t丙', [['一\t二', '丙']]],
    ['doubled quotes', '"说""好""\n了"', [['说"好"\n了']]],
    ['a doubled quote alone', '""""', [['"']]],
    ['a quote inside a cell', '5" 屏\t甲', [['5" 屏', '甲']]],
    ['a quote at the beginning of a cell', '"甲\t乙', [['"甲', '乙']]],
    ['a cell in quotes of its own', '"模范机关+N"\t甲', [['"模范机关+N"', '甲']]],
    ['a cell that begins with words in quotes', '"模范机关+N"工程\t甲', [['"模范机关+N"工程', '甲']]],
    ['two quotes', '""\t甲', [['""', '甲']]],
    ['one quote', '"', [['"']]],
    ['a quote before the end of a row', '甲\t"\r\n乙', [['甲', '"'], ['乙']]],
    ['a byte order mark', '\uFEFF甲\t乙', [['甲', '乙']]],
    ['blanks, which stay', ' 甲 \t　', [[' 甲 ', '　']]],
  ])('of %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('may have as many rows as the limit and not one more', () => {
    expect(rowsOf('甲\n'.repeat(MAX_TABULAR_ROWS))).toHaveLength(MAX_TABULAR_ROWS);
    expect(rowsOf('甲\n'.repeat(MAX_TABULAR_ROWS + 1))).toEqual({
      code: 'too-many-rows',
      limit: MAX_TABULAR_ROWS,
      row: MAX_TABULAR_ROWS + 1,
      column: 1,
    });
  });

  it('may have as many characters as the limit and not one more', () => {
    expect(rowsOf('x'.repeat(MAX_TABULAR_CHARACTERS))).toHaveLength(1);
    expect(rowsOf('x'.repeat(MAX_TABULAR_CHARACTERS + 1))).toMatchObject({
      code: 'too-many-characters',
      row: 1,
      column: 1,
    });
  });

  it('is refused with the place where it became too long', () => {
    const row = `${'x'.repeat(499)}\t${'y'.repeat(499)}\n`;
    expect(rowsOf(row.repeat(2_000))).toEqual({
      code: 'too-many-characters',
      limit: MAX_TABULAR_CHARACTERS,
      row: 1_001,
      column: 1,
    });
    expect(rowsOf(`z${row.repeat(1_000)}`)).toMatchObject({ row: 1_000, column: 2 });
  });

  it('is read in a time that grows with its length only', () => {
    const started = Date.now();
    for (const piece of ['"', '"a\t', '""\t', '"""\t', '"\n', '"a""\t', '\t', '""a']) {
      parseTabularText(piece.repeat(Math.floor(MAX_TABULAR_CHARACTERS / piece.length)));
      parseTabularText(`"${piece.repeat(300_000)}`);
    }
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});

describe('a written block', () => {
  it('is what Excel would write', () => {
    expect(
      writeTabularText([
        ['甲', '说"好"'],
        ['一\n二', ''],
      ]),
    ).toBe('甲\t说"好"\r\n"一\n二"\t\r\n');
  });

  it('is read back as it was', () => {
    const pieces = ['', '甲', '"', '\t', '\n', '\r\n', 'a b', '\uFEFF', "'", '=', '""'];
    let state = 3;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const cell = () => Array.from({ length: random(5) }, () => pieces[random(pieces.length)]).join('');
    for (let round = 0; round < 3_000; round += 1) {
      const rows = Array.from({ length: random(4) }, () => Array.from({ length: 1 + random(4) }, cell));
      // A mark at the very beginning is the file's, not the cell's.
      if (rows[0]?.[0]?.startsWith('\uFEFF') === true) continue;
      const expected = rows.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')));
      expect(rowsOf(writeTabularText(rows))).toEqual(expected);
    }
  });

  it('of nothing is nothing', () => {
    expect(writeTabularText([])).toBe('');
  });
});

describe('a cell for a spreadsheet', () => {
  it.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3',
    '@A1',
    '\t=1',
    '\r=1',
    ' =1',
    '\u200b=1',
    '＝1+1',
    '＋a',
    '－a',
    '＠a',
    '=',
    '-',
    '\t甲',
    "'=1",
  ])('that could be a formula (%j) gets an apostrophe', (cell) => {
    expect(csvSafe(cell)).toBe(`'${cell}`);
  });

  it.each(['', '甲', '模范机关+N', '2023-05-04', '-5', '+3.5%', '-1,200.50', '+86 530 5310000', "'甲", '5=5', '1@2'])(
    'that runs nothing (%j) stays',
    (cell) => {
      expect(csvSafe(cell)).toBe(cell);
    },
  );

  it('is got back by taking the apostrophe off', () => {
    for (const cell of ['=1', "'=1", "''=1", '甲', "'甲", "'", "''", '-5', "'-5", '', '\t', '+', '＝']) {
      expect(csvPlain(csvSafe(cell))).toBe(cell);
    }
  });
});

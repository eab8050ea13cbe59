import { describe, expect, it, test } from 'vitest';
import { FILE_CODE_PRESETS, parseFileCodeTemplate } from './file-code-template.ts';

function problemsOf(text: string, width?: number) {
  const parsed = parseFileCodeTemplate(text, width);
  return parsed.ok ? [] : parsed.error.map(({ code, at, text: piece }) => [code, at, piece]);
}

describe('a template', () => {
  it('is read as segments and what stands between them', () => {
    expect(parseFileCodeTemplate('{全宗号}-{门类}·{年度}-{保管期限}-{机构}-{件号:4}')).toEqual({
      ok: true,
      value: {
        text: '{全宗号}-{门类}·{年度}-{保管期限}-{机构}-{件号:4}',
        segments: ['fonds', 'category', 'year', 'retention', 'department', 'number'],
        separators: ['-', '·', '-', '-', '-'],
        numberWidth: 4,
      },
    });
  });

  it('may leave out segments, have longer separators, or be the number alone', () => {
    expect(parseFileCodeTemplate('{年度}--{件号:3}')).toMatchObject({
      ok: true,
      value: { segments: ['year', 'number'], separators: ['--'], numberWidth: 3 },
    });
    expect(parseFileCodeTemplate('{件号:5}')).toMatchObject({ ok: true, value: { separators: [], numberWidth: 5 } });
  });

  it('may be typed with full-width marks and blanks in the braces', () => {
    expect(parseFileCodeTemplate('｛年度｝-{ 件号 ： 5 }')).toMatchObject({
      ok: true,
      value: { text: '{年度}-{ 件号 : 5 }', segments: ['year', 'number'], numberWidth: 5 },
    });
  });

  it('takes the width of the number from the settings where it names none', () => {
    expect(parseFileCodeTemplate('{件号}')).toMatchObject({ value: { numberWidth: 4 } });
    expect(parseFileCodeTemplate('{件号}', 5)).toMatchObject({ value: { numberWidth: 5 } });
    expect(parseFileCodeTemplate('{件号:5}', 5)).toMatchObject({ value: { numberWidth: 5 } });
    expect(problemsOf('{件号:5}', 4)).toEqual([['width-disagrees', 0, '{件号:5}']]);
  });
});

describe('what is wrong with a template is named with its place:', () => {
  test.each([
    ['', 'empty-template', 0, ''],
    ['  ', 'empty-template', 0, '  '],
    ['{年度-{件号}', 'unbalanced-brace', 0, '{'],
    ['{年度}-件号}', 'unbalanced-brace', 7, '}'],
    ['{年度}-{序号}-{件号}', 'unknown-segment', 5, '{序号}'],
    ['{}-{件号}', 'unknown-segment', 0, '{}'],
    ['{constructor}-{件号}', 'unknown-segment', 0, '{constructor}'],
    ['{年度}-{年度}-{件号}', 'repeated-segment', 5, '{年度}'],
    ['{件号:2}', 'bad-width', 0, '{件号:2}'],
    ['{件号:6}', 'bad-width', 0, '{件号:6}'],
    ['{件号:}', 'bad-width', 0, '{件号:}'],
    ['{件号:四}', 'bad-width', 0, '{件号:四}'],
    ['{年度:4}-{件号}', 'bad-width', 0, '{年度:4}'],
    ['{年度}{件号}', 'missing-separator', 4, '{件号}'],
    ['{年度}年{件号}', 'bad-separator', 4, '年'],
    ['{年度}0{件号}', 'bad-separator', 4, '0'],
    ['{年度} {件号}', 'bad-separator', 4, ' '],
    ['{年度}/{件号}', 'bad-separator', 4, '/'],
    ['-{年度}-{件号}', 'stray-separator', 0, '-'],
    ['{年度}-{件号}-', 'stray-separator', 9, '-'],
    ['{年度}', 'missing-number', 4, ''],
    ['{件号}-{年度}', 'number-not-last', 0, '{件号}'],
  ])('%j: %s', (text, code, at, piece) => {
    expect(problemsOf(text)).toEqual([[code, at, piece]]);
  });

  test('all of them at once, in the order of their places', () => {
    expect(problemsOf('-{年度}{年度}年{机构}').map(([code]) => code)).toEqual([
      'stray-separator',
      'repeated-segment',
      'missing-separator',
      'bad-separator',
      'missing-number',
    ]);
    expect(problemsOf('{甲}-{乙}-{件号}').map(([, , piece]) => piece)).toEqual(['{甲}', '{乙}']);
  });
});

test('the presets are templates of any width', () => {
  for (const text of Object.values(FILE_CODE_PRESETS)) {
    for (const width of [3, 4, 5]) {
      expect(parseFileCodeTemplate(text, width)).toMatchObject({ ok: true, value: { numberWidth: width } });
    }
  }
});

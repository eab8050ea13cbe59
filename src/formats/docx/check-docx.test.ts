import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_DETAILS } from '#domain/compilation/compilation-options';
import { composeDocument, type DocumentOrder } from '#domain/documents/compose-document';
import { yearsWindow } from '#domain/dates/date-window';
import { DOCUMENT_CHECKS, type DocumentCheckCode } from '#domain/document/document-check';
import { activityOf, honorOf, OPTIONS, planOf, undated } from '#domain/yearbook/yearbook-fixtures';
import { checkDocx, type ExpectedRecord } from './check-docx.ts';
import { entryBookmarks } from './entry-bookmarks.ts';
import { renderDocx } from './render-docx.ts';

const RECORDS = [
  planOf('p-1', { title: '“模范机关+N”实施方案 <修订> & 说明' }),
  activityOf('a-1', { title: '【𠮷林𬭎声】' }),
  honorOf('h-1', { title: '示例荣誉甲' }),
  honorOf('h-2', { title: '示例荣誉乙', level: '省部级' }),
  honorOf('h-3', { title: '示例荣誉丙', date: undated('五月') }),
];
const SCOPE = {
  window: yearsWindow(2022, 2023),
  unit: null,
  level: null,
  includeUndated: true,
  title: '示例文档',
  editor: '示例单位',
  compiledOn: '2024-01-15',
};
const ORDERS: readonly DocumentOrder[] = [
  { kind: 'yearbook', options: { ...OPTIONS, includeUndated: true } },
  { kind: 'honors', options: { ...SCOPE, groupBy: 'level', details: USUAL_DETAILS, includeUnverified: true } },
  { kind: 'chronicle', options: { ...SCOPE, kinds: ['honor', 'plan', 'activity'] } },
  {
    kind: 'ledger',
    options: { ...SCOPE, ledger: 'honor', order: 'level', columns: [{ name: 'title', heading: '荣誉名称' }] },
  },
  { kind: 'certificates', options: SCOPE },
];
const KINDS_OF_HONORS: readonly string[] = ['honors', 'ledger', 'certificates'];

async function make(order: DocumentOrder, records = RECORDS) {
  const { tree, chosen } = composeDocument(order, records);
  const names = entryBookmarks(tree);
  const expected = chosen.map(({ id, title }): ExpectedRecord => ({ title, bookmark: names.get(id) ?? '' }));
  return { bytes: await renderDocx(tree), expected };
}

it.each(ORDERS)('a $kind as it is written passes every check', async (order) => {
  for (const records of [RECORDS, []]) {
    const { bytes, expected } = await make(order, records);
    expect(expected.length).toBe(records.length === 0 ? 0 : KINDS_OF_HONORS.includes(order.kind) ? 3 : 5);
    expect(checkDocx(bytes, expected)).toEqual(DOCUMENT_CHECKS.map((code) => ({ code, ok: true, detail: '' })));
  }
});

describe('a file that is not as it should be', () => {
  let bytes: Uint8Array;
  let expected: readonly ExpectedRecord[];
  beforeAll(async () => {
    ({ bytes, expected } = await make(ORDERS[0] as DocumentOrder));
  });

  /** The file with a part changed, which must change. */
  function withPart(name: string, change: (text: string) => string): Uint8Array {
    const parts = unzipSync(bytes);
    const before = strFromU8(parts[name] ?? new Uint8Array());
    const after = change(before);
    expect(after).not.toBe(before);
    return zipSync({ ...parts, [name]: strToU8(after) });
  }
  const inDocument = (change: (text: string) => string) => withPart('word/document.xml', change);
  const failuresOf = (file: Uint8Array, records = expected) =>
    checkDocx(file, records).flatMap(({ code, ok, detail }) => (ok ? [] : [[code, detail] as const]));

  it.each<[string, (text: string) => string, readonly DocumentCheckCode[], string]>([
    ['a record is not there', (xml) => xml.replaceAll('示例荣誉甲', '示例荣誉'), ['complete'], '示例荣誉甲'],
    [
      'a record is there twice',
      (xml) => xml.replace(/<w:tr>(?:(?!<w:tr>).)*示例荣誉乙.*?<\/w:tr>/s, '$&$&'),
      ['unrepeated', 'references'],
      '示例荣誉乙',
    ],
    ['a style is unknown', (xml) => xml.replace('w:val="Title"', 'w:val="Nobody"'), ['styles'], 'Nobody'],
    [
      'a font is not described',
      (xml) => xml.replace('<w:rFonts w:hint="eastAsia"/>', '<w:rFonts w:eastAsia="示例体"/>'),
      ['fonts'],
      '示例体',
    ],
    [
      'a reference leads nowhere',
      (xml) => xml.replace('w:anchor="_Toc000001"', 'w:anchor="_Toc9"'),
      ['references'],
      '_Toc9',
    ],
    ['a bookmark is not ended', (xml) => xml.replace('<w:bookmarkEnd w:id="0"/>', ''), ['references'], '0'],
    [
      'a heading is not in the contents',
      (xml) => xml.replace(/(?<=w:val="Heading1"\/>.*?)二、工作方案/s, '二、示例章名'),
      ['contents'],
      '二、示例章名',
    ],
    [
      'a character cannot be read',
      (xml) => xml.replace('示例荣誉丙', '示例荣誉丙\u0001'),
      ['characters'],
      'word/document.xml',
    ],
    [
      'a reference means such a character',
      (xml) => xml.replace('示例荣誉丙', '示例荣誉丙&#x1F;&#xFFFE;'),
      ['characters'],
      'word/document.xml',
    ],
  ])('is found out when %s', (_what, change, codes, detail) => {
    const failures = failuresOf(inDocument(change));
    expect(failures.map(([code]) => code)).toEqual(codes);
    expect(failures[0]?.[1]).toBe(detail);
  });

  it('is found out when it has a record that was not chosen, or lacks one that was', () => {
    const [first, ...others] = expected;
    expect(failuresOf(bytes, others)).toEqual([['unrepeated', first?.bookmark]]);
    const more = [...expected, { title: '示例荣誉丁', bookmark: 'R_h_4' }];
    expect(failuresOf(bytes, more)).toEqual([['complete', '示例荣誉丁']]);
  });

  it('is found out when the type is another than official documents have', () => {
    const change = (xml: string) => xml.replaceAll('方正小标宋简体', '宋体');
    expect(failuresOf(withPart('word/styles.xml', change)).map(([code]) => code)).toEqual(['fonts']);
    const smaller = (xml: string) => xml.replace('w:line="579"', 'w:line="560"');
    expect(failuresOf(withPart('word/styles.xml', smaller))).toEqual([['fonts', 'Normal']]);
  });

  it('is found out when it is cut off, lacks a part, or a part is broken', () => {
    expect(failuresOf(bytes.slice(0, bytes.length / 2))).toEqual([['package', 'damaged']]);
    const { 'word/styles.xml': _styles, ...rest } = unzipSync(bytes);
    expect(failuresOf(zipSync(rest))).toEqual([['package', 'word/styles.xml']]);
    expect(failuresOf(inDocument((xml) => xml.replace('</w:body>', '')))).toEqual([['package', 'word/document.xml']]);
    expect(failuresOf(zipSync({ ...unzipSync(bytes), 'word/document.xml': Uint8Array.of(0xff, 0xfe, 0xfd) }))).toEqual([
      ['package', 'word/document.xml'],
    ]);
  });
});

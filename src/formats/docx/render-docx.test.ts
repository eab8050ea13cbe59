import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentTree } from '#domain/document/document-tree';
import { composeYearbook } from '#domain/yearbook/compose-yearbook';
import { activityOf, bodies, honorOf, month, OPTIONS, planOf } from '#domain/yearbook/yearbook-fixtures';
import { RenderAborted, renderDocx } from './render-docx.ts';

const records = [
  planOf('p-1', { title: '“模范机关+N”实施方案 <修订> & 说明' }),
  activityOf('a-1', { title: '𠮷林𬭎声', date: month('2023-04'), summary: '𠮷。\n第二段。' }),
  honorOf('h-1', { awardedBy: bodies('省委', '省政府'), documentNo: '鲁发〔2023〕5号' }),
  honorOf('h-2', { collective: false }),
];
const { tree } = composeYearbook(records, OPTIONS);

async function partsOf(source: DocumentTree): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(await renderDocx(source));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

describe('a yearbook as a Word file', () => {
  let parts: Readonly<Record<string, string>>;
  let body: string;
  beforeAll(async () => {
    parts = await partsOf(tree);
    body = parts['word/document.xml'] ?? '';
  });

  it('contains every record once, under its bookmark', () => {
    for (const id of ['p_1', 'a_1', 'h_1', 'h_2']) expect(count(body, new RegExp(`w:name="R_${id}"`, 'g'))).toBe(1);
  });

  it('keeps rare characters and escapes markup', () => {
    expect(body).toContain('𠮷林𬭎声');
    expect(body).toContain('&lt;修订&gt; &amp; 说明');
  });

  it('has contents that are filled in, linked, and not to be updated on opening', () => {
    expect(body).toContain('TOC \\h \\o &quot;1-2&quot; \\z');
    expect(body).not.toContain('w:dirty="true"');
    expect(parts['word/settings.xml']).not.toContain('<w:updateFields w:val="true"/>');
    expect(count(body, /<w:hyperlink /g)).toBe(5);
    for (const [, anchor = ''] of body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)) {
      expect(count(body, new RegExp(`<w:bookmarkStart [^>]*w:name="${anchor}"`, 'g'))).toBe(1);
    }
    expect(body, 'the tab of the style is used, which ends at the type area').not.toContain('9025');
  });

  it('is an A4 page with the margins of an official document, the body numbered from 1', () => {
    expect(count(body, /<w:pgSz [^>]*w:w="11906" w:h="16838"/g)).toBe(3);
    expect(count(body, /<w:pgMar [^>]*w:top="2098" w:right="1475" w:bottom="1984" w:left="1587"/g)).toBe(3);
    expect(body).toContain('<w:pgNumType w:start="1" w:fmt="decimal"/>');
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  });

  it('numbers odd pages at the right and even ones at the left, and the cover not at all', () => {
    const footers = Object.entries(parts).filter(([path]) => /^word\/footer\d+\.xml$/.test(path));
    expect(footers.filter(([, xml]) => xml.includes('FooterOdd'))).toHaveLength(2);
    expect(footers.filter(([, xml]) => xml.includes('FooterEven'))).toHaveLength(2);
    expect(body.slice(0, body.indexOf('</w:sectPr>'))).not.toContain('footerReference');
  });

  it('repeats the header row of a table and keeps rows whole', () => {
    expect(count(body, /<w:tblHeader\/>/g)).toBe(2);
    expect(count(body, /<w:cantSplit\/>/g)).toBe(4);
  });

  it('is dated with the day given and names its editor', () => {
    const core = parts['docProps/core.xml'] ?? '';
    expect(core).toContain('2024-01-15T00:00:00Z</dcterms:created>');
    expect(core).toContain('<dc:title>菏泽市直机关荣誉年鉴（2023年卷）</dc:title>');
    expect(core).toContain('<dc:creator>中共菏泽市委市直机关工作委员会</dc:creator>');
  });

  it('sets Chinese quotation marks in the Chinese font even after a Latin letter', () => {
    expect(body).toMatch(/w:ascii="黑体" w:hAnsi="黑体"[^>]*\/><\/w:rPr><w:t xml:space="preserve">”</);
  });

  it('gives the same bytes for the same tree', async () => {
    expect(await renderDocx(tree)).toEqual(await renderDocx(tree));
  });

  it('is valid and small when the year has nothing', async () => {
    const empty = await partsOf(composeYearbook([], OPTIONS).tree);
    expect(empty['word/document.xml']).toContain('2023年暂无收录的荣誉。');
    expect(empty['word/document.xml']).not.toContain('<w:tbl>');
  });
});

it('a document without chapters has no contents', async () => {
  const { 'word/document.xml': text = '' } = await partsOf({ ...tree, chapters: [] });
  expect(text).not.toContain(tree.contentsTitle);
  expect(count(text, /<w:sectPr/g)).toBe(2);
});

describe('rendering', () => {
  it('reports every block and ends with the total', async () => {
    const reports: (readonly [number, number])[] = [];
    await renderDocx(tree, { onProgress: (done, total) => reports.push([done, total]) });
    expect(reports.map(([done]) => done)).toEqual(reports.map((_, index) => index + 1));
    expect(reports.at(-1)?.[0]).toBe(reports.at(-1)?.[1]);
  });

  it('pauses as often as asked and stops when it is told to', async () => {
    const signal = { aborted: false };
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      signal.aborted = pauses === 2;
      return Promise.resolve();
    };
    await expect(renderDocx(tree, { yieldEvery: 1, pause, signal })).rejects.toThrow(RenderAborted);
    expect(pauses).toBe(2);
  });

  it('refuses text that would make the file unreadable', async () => {
    const broken = { ...tree, contentsTitle: '目\u{FFFE}录' };
    await expect(renderDocx(broken)).rejects.toThrow('U+FFFE');
  });
});

describe('a document without cover and contents', () => {
  it('begins with its title on page 1, and is signed at the right', async () => {
    const opening = { ...tree.opening, blocks: [{ kind: 'signature', text: '示例单位　2024年1月15日' }] as const };
    const sheet = { ...tree, cover: null, contentsTitle: null, opening, chapters: [] };
    const body = (await partsOf(sheet))['word/document.xml'] ?? '';
    expect(count(body, /<w:sectPr/g)).toBe(1);
    expect(body).not.toMatch(/TOC|w:br w:type="page"/);
    expect(body).toContain('<w:pgNumType w:start="1" w:fmt="decimal"/>');
    expect(count(body, /<w:pStyle w:val="Title"/g)).toBe(1);
    expect(count(body, /<w:pStyle w:val="Signature"/g)).toBe(1);
  });
});

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pictureKey, type DocumentTree, type Picture } from '#domain/document/document-tree';
import { layOutDocument } from './outline.ts';
import { printedSize, type PrintPictures } from './print-picture.ts';
import { renderDocx } from './render-docx.ts';

const PICTURE: Picture = {
  sha256: 'a'.repeat(64),
  mime: 'image/jpeg',
  rotation: 0,
  name: '示例<照片>.jpg',
  box: { width: 140, height: 90 },
};
/** Nobody looks inside: what goes into the file is what was given. */
const BYTES = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256);
const PICTURES: PrintPictures = new Map([
  [pictureKey(PICTURE), { bytes: BYTES, type: 'jpeg', width: 1600, height: 1200 }],
]);
const TREE: DocumentTree = {
  properties: { title: '示例', subject: '', creator: '示例单位', compiledOn: '2024-01-15' },
  cover: null,
  contentsTitle: null,
  opening: { titleLines: ['示例'], blocks: [] },
  chapters: [
    {
      title: '一、图片',
      startsNewPage: true,
      blocks: [
        { kind: 'figure', picture: PICTURE, caption: '示例图题' },
        { kind: 'figure', picture: PICTURE, caption: '同一幅图片' },
        {
          kind: 'table',
          columns: [{ title: '图', width: 1, align: 'center' }],
          rows: [{ entryId: null, cells: [{ ...PICTURE, box: { width: 30, height: 30 } }] }],
        },
      ],
    },
  ],
};

async function partsOf(pictures: PrintPictures) {
  const parts = unzipSync(await renderDocx(TREE, { pictures }));
  return { parts, body: strFromU8(parts['word/document.xml'] ?? new Uint8Array()) };
}

describe('a picture in a Word file', () => {
  it('is in the package once, as it was given, and shown wherever it stands', async () => {
    const { parts, body } = await partsOf(PICTURES);
    expect(parts['word/media/picture1.jpeg']).toEqual(BYTES);
    expect(parts['word/media/picture2.jpeg']).toBeUndefined();
    expect(strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())).toContain(
      'Id="media1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/picture1.jpeg"',
    );
    expect(body.match(/r:embed="media1"/g)).toHaveLength(2);
    expect(body).toContain('name="示例&lt;照片&gt;.jpg"');
    expect([...body.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2']);
  });

  it('is named where it cannot be printed', async () => {
    const { body } = await partsOf(new Map());
    expect(body.match(/〔图片缺：示例&lt;照片&gt;\.jpg〕/g)).toHaveLength(3);
    expect(body).not.toContain('<w:drawing>');
  });

  it('fills its box in one direction, keeps its shape, and is not blown up', () => {
    // 140 × 90 mm hold 4:3 at 120 × 90 mm.
    expect(printedSize(PICTURE, PICTURES)).toEqual({ width: 6802, height: 5102 });
    const small = new Map([[pictureKey(PICTURE), { bytes: BYTES, type: 'png' as const, width: 96, height: 48 }]]);
    expect(printedSize(PICTURE, small)).toEqual({ width: 1440, height: 720 });
  });

  it('takes its room when pages are counted, and its caption stays with it', () => {
    const [first] = TREE.chapters;
    const figures = Array.from({ length: 5 }, () => first?.blocks[0]).filter((block) => block !== undefined);
    const chapters = [
      { title: '一', startsNewPage: true, blocks: figures },
      { title: '二', startsNewPage: true, blocks: [] },
    ];
    // Two of 90 mm with their captions fill a page of 225 mm.
    const pages = layOutDocument({ ...TREE, chapters }, PICTURES).outline.map(({ page }) => page);
    expect(pages).toEqual([2, 5]);
  });
});

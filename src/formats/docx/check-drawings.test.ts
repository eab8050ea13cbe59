import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { pictureKey, shownPictures, type DocumentTree, type Picture } from '#domain/document/document-tree';
import { checkDocx } from './check-docx.ts';
import type { PrintPictures } from './print-picture.ts';
import { renderDocx } from './render-docx.ts';

const pictureOf = (seed: string, name: string): Picture => ({
  sha256: seed.repeat(64),
  mime: 'image/jpeg',
  rotation: 0,
  name,
  box: { width: 140, height: 90 },
});
/** A start, a frame, a scan and an end. */
const JPEG = Uint8Array.of(
  0xff,
  0xd8,
  0xff,
  0xc0,
  0x00,
  0x0b,
  0x08,
  0x00,
  0x01,
  0x00,
  0x01,
  0x01,
  0x01,
  0x11,
  0x00,
  0xff,
  0xda,
  0x00,
  0x08,
  0x01,
  0x01,
  0x00,
  0x00,
  0x3f,
  0x00,
  0x01,
  0xff,
  0xd9,
);
const [FIRST, SECOND, LOST] = [
  pictureOf('a', '示例<甲>.jpg'),
  pictureOf('b', '示例乙.jpg'),
  pictureOf('c', '示例丙.jpg'),
];
const PICTURES: PrintPictures = new Map(
  [FIRST, SECOND].map((picture) => [pictureKey(picture), { bytes: JPEG, type: 'jpeg', width: 1600, height: 1200 }]),
);
const TREE: DocumentTree = {
  properties: { title: '示例', subject: '', creator: '示例单位', compiledOn: '2024-01-15' },
  cover: null,
  contentsTitle: null,
  opening: { titleLines: ['示例'], blocks: [] },
  chapters: [
    {
      title: '一、示例章',
      startsNewPage: true,
      blocks: [
        ...[FIRST, SECOND, LOST].map((picture) => ({ kind: 'figure', picture, caption: '示例图题' }) as const),
        {
          kind: 'table',
          columns: ['年份', '国家级', '省部级'].map((title) => ({ title, width: 1, align: 'center' })),
          rows: [
            { entryId: null, cells: ['2022年', '3', '—'] },
            { entryId: null, cells: ['2023年', '5', '7'] },
          ],
        },
        {
          kind: 'chart',
          caption: '示例统计图',
          categories: ['2022年', '2023年'],
          series: [
            { name: '国家级', values: [3, 5] },
            { name: '省部级', values: [0, 7] },
          ],
          isStacked: true,
        },
      ],
    },
  ],
};
const SHOWN = shownPictures(TREE).flatMap((picture) => (PICTURES.has(pictureKey(picture)) ? [picture.name] : []));

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await renderDocx(TREE, { pictures: PICTURES });
});

const failuresOf = (file: Uint8Array, wanted = SHOWN) =>
  checkDocx(file, [], wanted).flatMap(({ code, ok, detail }) => (ok ? [] : [[code, detail]]));
function withPart(name: string, change: (content: Uint8Array) => Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const before = parts[name];
  if (!before) throw new Error(`no part ${name} among ${Object.keys(parts).join(' ')}`);
  return zipSync({ ...parts, [name]: change(before) });
}
const inText = (change: (text: string) => string) => (content: Uint8Array) => {
  const after = change(strFromU8(content));
  expect(after).not.toBe(strFromU8(content));
  return strToU8(after);
};

it('finds nothing wrong with pictures and charts as they are written', () => {
  expect(SHOWN).toEqual(['示例<甲>.jpg', '示例乙.jpg']);
  expect(failuresOf(bytes)).toEqual([]);
});

it('finds a picture that is not shown, or shown too often', () => {
  expect(failuresOf(bytes, [...SHOWN, '示例丙.jpg'])).toEqual([['pictures', '示例丙.jpg']]);
  expect(failuresOf(bytes, ['示例乙.jpg'])).toEqual([['pictures', '示例<甲>.jpg']]);
  expect(failuresOf(bytes, [...SHOWN, '示例乙.jpg'])).toEqual([['pictures', '示例乙.jpg']]);
});

it('finds a picture that is cut off, and one that nothing leads to', () => {
  const cut = withPart('word/media/picture1.jpeg', (content) => content.slice(0, -2));
  expect(failuresOf(cut)).toEqual([['pictures', '示例<甲>.jpg']]);
  const astray = withPart(
    'word/_rels/document.xml.rels',
    inText((text) => text.replace('media/picture2.jpeg', 'media/picture9.jpeg')),
  );
  expect(failuresOf(astray)).toEqual([['pictures', '示例乙.jpg、word/media/picture2.jpeg']]);
});

it('finds a bit of a stored picture that has changed since', () => {
  const damaged = bytes.slice();
  const at = strFromU8(damaged, true).indexOf(strFromU8(JPEG, true));
  expect(at).toBeGreaterThan(0);
  damaged[at + JPEG.length - 3] = 2;
  expect(failuresOf(damaged)).toEqual([['pictures', '示例<甲>.jpg']]);
});

it('finds a number of a chart that is not the one of its table, and a chart that is not there', () => {
  const other = withPart(
    'word/charts/chart1.xml',
    inText((text) => text.replace('<c:v>7</c:v>', '<c:v>8</c:v>')),
  );
  expect(failuresOf(other)).toEqual([['charts', '示例统计图']]);
  const table = withPart(
    'word/document.xml',
    inText((text) => text.replace(/(<w:t[^>]*>)3(<\/w:t>)/, '$14$2')),
  );
  expect(failuresOf(table)).toEqual([['charts', '示例统计图']]);
  const none = withPart(
    'word/_rels/document.xml.rels',
    inText((text) => text.replace('charts/chart1.xml', 'charts/chart9.xml')),
  );
  expect(failuresOf(none)).toEqual([['charts', '示例统计图']]);
});

/** What the benchmark of Word documents runs, bundled for plain Node. */
import { USUAL_DETAILS } from '#domain/compilation/compilation-options';
import { yearsWindow } from '#domain/dates/date-window';
import { composeDocument } from '#domain/documents/compose-document';
import { documentBlocks, pictureKey, type DocumentTree, type Figure } from '#domain/document/document-tree';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { PrintPicture } from '#formats/docx/print-picture';
import { renderDocx } from '#formats/docx/render-docx';
import { buildHonors } from './build-honors.ts';

const BOX = { width: 156, height: 88 } as const;

export function recordsOf(drafts: readonly unknown[]): readonly ArchiveRecord[] {
  return buildHonors(drafts).records;
}

/** A compilation of all honours with the pictures before it, from the records to the bytes. */
export async function makeDocument(
  records: readonly ArchiveRecord[],
  images: readonly PrintPicture[],
): Promise<Uint8Array> {
  const tree = composeTree(records, images.length);
  const figures = (tree.plates?.blocks ?? []).filter((block) => block.kind === 'figure');
  const pictures = new Map(
    figures.flatMap(({ picture }, index) => {
      const print = images[index];
      return print === undefined ? [] : [[pictureKey(picture), print] as const];
    }),
  );
  return renderDocx(tree, { pictures });
}

function composeTree(records: readonly ArchiveRecord[], pictures: number): DocumentTree {
  const options = {
    window: yearsWindow(1949, 2100),
    unit: null,
    level: null,
    title: '示例汇编',
    editor: '示例单位',
    compiledOn: '2026-11-30',
    groupBy: 'level',
    details: USUAL_DETAILS,
    includeUnverified: true,
    includeUndated: true,
  } as const;
  const { tree } = composeDocument({ kind: 'honors', options }, records);
  const blocks = Array.from({ length: pictures }, (_, index): Figure => {
    const name = `示例照片${index}.jpg`;
    const sha256 = String(index).padStart(64, '0');
    return { kind: 'figure', picture: { sha256, mime: 'image/jpeg', rotation: 0, name, box: BOX }, caption: name };
  });
  return { ...tree, plates: { titleLines: ['图片专辑'], blocks } };
}

/** The entries' own words, for the library that is compared with. */
export function textsOf(records: readonly ArchiveRecord[]): readonly string[] {
  return documentBlocks(composeTree(records, 0)).flatMap((block) =>
    block.kind === 'entry' ? [`【${block.title}】${block.paragraphs.join('')}`] : [],
  );
}

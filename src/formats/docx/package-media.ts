import { pictureKey, type Picture } from '#domain/document/document-tree';
import { printedSize, type PrintPicture, type PrintPictures } from './print-picture.ts';
import { paragraph, textRuns, type Markup } from './word-markup.ts';
import { escapedXmlText } from './xml-text.ts';
import type { TextStyle } from './text-styles.ts';

/** What the document shows beside its text, and where it lies in the package. */
export type MediaPart = {
  readonly relationship: string;
  /** Under word/. */
  readonly target: string;
  readonly print: PrintPicture;
};

/** English Metric Units, of which DrawingML counts in: 635 are a twip. */
const EMU_PER_TWIP = 635;
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** Gathers the pictures of one document while it is rendered. */
export function createMedia(pictures: PrintPictures) {
  const parts = new Map<string, MediaPart>();
  let drawings = 0;

  const partOf = (key: string, print: PrintPicture): MediaPart => {
    const number = parts.size + 1;
    const part = parts.get(key) ?? {
      relationship: `picture${number}`,
      target: `media/picture${number}.${print.type}`,
      print,
    };
    parts.set(key, part);
    return part;
  };

  /** A picture as a paragraph of its own, or its name when it cannot be printed. */
  const picture = (wanted: Picture, styles: { readonly shown: TextStyle; readonly missing: TextStyle }): Markup => {
    const size = printedSize(wanted, pictures);
    const print = pictures.get(pictureKey(wanted));
    if (size === null || print === undefined) {
      return paragraph(styles.missing, textRuns(missingPicture(wanted.name), styles.missing));
    }
    drawings += 1;
    const { relationship } = partOf(pictureKey(wanted), print);
    return paragraph(styles.shown, inlineDrawing(drawings, wanted.name, size, relationship));
  };

  return { pictures, picture, parts: (): readonly MediaPart[] => [...parts.values()] };
}

export type Media = ReturnType<typeof createMedia>;

/** What stands in the place of a picture that cannot be printed. */
export function missingPicture(name: string): string {
  return `〔图片缺：${name}〕`;
}

/** The relationships by which the document finds its pictures, to be put among its others. */
export function mediaRelationships(parts: readonly MediaPart[]): Markup {
  return parts
    .map(({ relationship, target }) => `<Relationship Id="${relationship}" Type="${RELATIONSHIP}" Target="${target}"/>`)
    .join('');
}

/** ISO/IEC 29500-1, 20.4.2.8: a drawing that stands in the line like a character. */
function inlineDrawing(
  number: number,
  name: string,
  size: { readonly width: number; readonly height: number },
  relationship: string,
): Markup {
  const extent = `cx="${size.width * EMU_PER_TWIP}" cy="${size.height * EMU_PER_TWIP}"`;
  const named = `id="${number}" name="${escapedXmlText(name)}"`;
  return (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent ${extent}/><wp:docPr ${named}/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">` +
    `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}

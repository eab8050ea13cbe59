import { pictureKey, type Chart, type Picture } from '#domain/document/document-tree';
import { chartMarkup } from './chart-markup.ts';
import { millimetres, TYPE_AREA } from './page-geometry.ts';
import { printedSize, type PrintPicture, type PrintPictures } from './print-picture.ts';
import { paragraph, styled, type Markup } from './word-markup.ts';
import { escapedXmlText } from './xml-text.ts';
import type { TextStyle } from './text-styles.ts';

/** What the document shows beside its text, and where it lies in the package. */
export type MediaPart = {
  readonly relationship: string;
  readonly kind: 'image' | 'chart';
  /** Under word/. */
  readonly target: string;
  readonly bytes: Uint8Array;
};

/** English Metric Units, of which DrawingML counts in: 635 are a twip. */
const EMU_PER_TWIP = 635;
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** Gathers the pictures and charts of one document while it is rendered. */
export function createMedia(pictures: PrintPictures) {
  const parts: MediaPart[] = [];
  const images = new Map<string, MediaPart>();
  let drawings = 0;

  const add = (part: Omit<MediaPart, 'relationship'>): MediaPart => {
    const added = { ...part, relationship: `media${parts.length + 1}` };
    parts.push(added);
    return added;
  };
  const imageOf = (key: string, { bytes, type }: PrintPicture): MediaPart => {
    const image = images.get(key) ?? add({ kind: 'image', target: `media/picture${images.size + 1}.${type}`, bytes });
    images.set(key, image);
    return image;
  };
  const draw = (drawing: Omit<Drawing, 'number'>): Markup => {
    drawings += 1;
    return inlineDrawing({ ...drawing, number: drawings });
  };

  return {
    pictures,
    /** A picture as a paragraph of its own, or its name when it cannot be printed. */
    picture: (wanted: Picture, styles: { readonly shown: TextStyle; readonly missing: TextStyle }): Markup => {
      const size = printedSize(wanted, pictures);
      const print = pictures.get(pictureKey(wanted));
      if (size === null || print === undefined) return styled(styles.missing, missingPicture(wanted.name));
      const { relationship } = imageOf(pictureKey(wanted), print);
      return paragraph(
        styles.shown,
        draw({ name: wanted.name, size, graphic: pictureGraphic(relationship, wanted.name, size) }),
      );
    },
    chart: (chart: Chart, style: TextStyle): Markup => {
      const number = parts.length - images.size + 1;
      const bytes = new TextEncoder().encode(chartMarkup(chart));
      const { relationship } = add({ kind: 'chart', target: `charts/chart${number}.xml`, bytes });
      return paragraph(style, draw({ name: chart.caption, size: CHART_SIZE, graphic: chartGraphic(relationship) }));
    },
    parts: (): readonly MediaPart[] => parts,
  };
}

export type Media = ReturnType<typeof createMedia>;

/** As wide as the text and a third of a page high. */
export const CHART_SIZE = { width: TYPE_AREA.width, height: millimetres(75) } as const;

/** What stands in the place of a picture that cannot be printed. */
export function missingPicture(name: string): string {
  return `〔图片缺：${name}〕`;
}

/** The relationships by which the document finds what it shows, to be put among its others. */
export function mediaRelationships(parts: readonly MediaPart[]): Markup {
  return parts
    .map(
      ({ relationship, kind, target }) =>
        `<Relationship Id="${relationship}" Type="${RELATIONSHIP}/${kind}" Target="${target}"/>`,
    )
    .join('');
}

/** What the parts are, as far as their names do not tell: docx has named the types of pictures. */
export function mediaContentTypes(parts: readonly MediaPart[]): Markup {
  return parts
    .filter(({ kind }) => kind === 'chart')
    .map(({ target }) => `<Override PartName="/word/${target}" ContentType="${CHART_TYPE}"/>`)
    .join('');
}

type Size = { readonly width: number; readonly height: number };
type Drawing = { readonly number: number; readonly name: string; readonly size: Size; readonly graphic: Markup };

/** ISO/IEC 29500-1, 20.4.2.8: a drawing that stands in the line like a character. */
function inlineDrawing({ number, name, size, graphic }: Drawing): Markup {
  const named = escapedXmlText(name);
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extentOf(size)}/>` +
    `<wp:docPr id="${number}" name="${named}" descr="${named}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${DRAWING}/main">${graphic}</a:graphic></wp:inline></w:drawing></w:r>`
  );
}

function pictureGraphic(relationship: string, name: string, size: Size): Markup {
  return (
    `<a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture">` +
    `<pic:nvPicPr><pic:cNvPr id="0" name="${escapedXmlText(name)}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extentOf(size)}/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
  );
}

function chartGraphic(relationship: string): Markup {
  const uri = `${DRAWING}/chart`;
  return `<a:graphicData uri="${uri}"><c:chart xmlns:c="${uri}" r:id="${relationship}"/></a:graphicData>`;
}

function extentOf({ width, height }: Size): string {
  return `cx="${width * EMU_PER_TWIP}" cy="${height * EMU_PER_TWIP}"`;
}

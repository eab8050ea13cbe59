import {
  BorderStyle,
  Footer,
  HeightRule,
  PageOrientation,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  WidthType,
} from 'docx';
import { millimetres, PAGE } from './page-geometry.ts';
import { pageNumberRun } from './page-number-footers.ts';
import { TEXT_STYLES } from './text-styles.ts';

/** A4 on its side: two centimetres around, a little more above and below. */
const MARGIN = { side: millimetres(20), top: millimetres(22), bottom: millimetres(22) } as const;

/** What is between the margins of a page on its side, twips. */
export const LANDSCAPE_AREA = {
  width: PAGE.height - 2 * MARGIN.side,
  height: PAGE.width - MARGIN.top - MARGIN.bottom,
} as const;

export const LANDSCAPE_PAGE = {
  // Of a page that lies on its side the size is given as of one that stands.
  size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
  margin: {
    top: MARGIN.top,
    bottom: MARGIN.bottom,
    left: MARGIN.side,
    right: MARGIN.side,
    header: 0,
    footer: 0,
    gutter: 0,
  },
} as const;

const NUMBER_HEIGHT = TEXT_STYLES.footerOdd.pitch;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/**
 * GB/T 9704-2012, 7.4 and 7.5: the number keeps its place on the sheet, whose foot is the left edge of a page on its
 * side. It stands there turned, 7 mm beside the type area, odd ones at the end that is right on the sheet. A cell of a
 * floating table is what Word, WPS and LibreOffice all turn.
 */
export function landscapeFooters(): { readonly default: Footer; readonly even: Footer } {
  return { default: turnedNumber(TEXT_STYLES.footerOdd.id), even: turnedNumber(TEXT_STYLES.footerEven.id) };
}

function turnedNumber(style: string): Footer {
  const number = new Table({
    width: { size: NUMBER_HEIGHT, type: WidthType.DXA },
    columnWidths: [NUMBER_HEIGHT],
    layout: TableLayoutType.FIXED,
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: MARGIN.side - millimetres(7) - NUMBER_HEIGHT,
      absoluteVerticalPosition: MARGIN.top,
    },
    rows: [
      new TableRow({
        height: { value: LANDSCAPE_AREA.height, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: NUMBER_HEIGHT, type: WidthType.DXA },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            children: [new Paragraph({ style, children: [pageNumberRun()] })],
          }),
        ],
      }),
    ],
  });
  return new Footer({ children: [number, new Paragraph({ style: TEXT_STYLES.afterLastTable.id })] });
}

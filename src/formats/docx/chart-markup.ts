import type { Chart } from '#domain/document/document-tree';
import { FANG_SONG, ROMAN } from './text-styles.ts';
import type { Markup } from './word-markup.ts';
import { escapedXmlText } from './xml-text.ts';

/** Told apart on a black and white print too: dark and light in turns. */
const FILLS = ['9E1B1B', 'D9A5A5', '595959', 'BFBFBF', '8C6D3F', 'E3D3B4'] as const;
const AXES = '<c:axId val="1"/><c:axId val="2"/>';
const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/**
 * word/charts/chartN.xml (ISO/IEC 29500-1, 21.2): columns with their numbers. The numbers are written out in the chart
 * itself and there is no workbook behind it, so that every program draws it and nobody is asked to update a link; the
 * numbers to be edited stand in the table above it.
 */
export function chartMarkup({ categories, series, isStacked }: Chart): Markup {
  const grouping = isStacked ? 'stacked' : 'clustered';
  const columns = series.map(({ name, values }, index) =>
    column(name, values, categories, index, isStacked && index % 2 === 0 ? 'FFFFFF' : '000000'),
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/>` +
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>' +
    `<c:grouping val="${grouping}"/><c:varyColors val="0"/>${columns.join('')}<c:gapWidth val="80"/>` +
    `${isStacked ? '<c:overlap val="100"/>' : ''}${AXES}</c:barChart>${categoryAxis()}${valueAxis()}</c:plotArea>` +
    (series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '') +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textProperties('000000')}</c:chartSpace>`
  );
}

function column(
  name: string,
  values: readonly number[],
  categories: readonly string[],
  index: number,
  labelColor: string,
): Markup {
  const fill = `<a:solidFill><a:srgbClr val="${FILLS[index % FILLS.length]}"/></a:solidFill>`;
  const points = (given: readonly (string | number)[]) =>
    given.map((value, at) => `<c:pt idx="${at}"><c:v>${escapedXmlText(String(value))}</c:v></c:pt>`).join('');
  // A nought is no column; its number would stand in the next one's.
  const labels = '<c:numFmt formatCode="0;;;" sourceLinked="0"/>';
  const shown = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize']
    .map((what) => `<c:${what} val="${what === 'showVal' ? 1 : 0}"/>`)
    .join('');
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:strRef><c:f>Sheet1!$${letter(index)}$1</c:f><c:strCache><c:ptCount val="1"/>${points([name])}</c:strCache></c:strRef></c:tx>` +
    `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>` +
    `<c:dLbls>${labels}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(labelColor)}${shown}</c:dLbls>` +
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${categories.length + 1}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${points(categories)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>Sheet1!$${letter(index)}$2:$${letter(index)}$${values.length + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

/** The column of a sheet that nobody sees: the schema asks where the numbers are from. */
function letter(index: number): string {
  return 'BCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(index);
}

function categoryAxis(): Markup {
  return (
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>' +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/>' +
    '<c:crosses val="autoZero"/></c:catAx>'
  );
}

function valueAxis(): Markup {
  const line = '<a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln>';
  return (
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>' +
    `<c:axPos val="l"/><c:majorGridlines><c:spPr>${line}</c:spPr></c:majorGridlines>` +
    '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    '<c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>'
  );
}

/** 五号, in hundredths of a point. */
function textProperties(color: string): Markup {
  const fill = `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
  return (
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1050">${fill}<a:latin typeface="${ROMAN}"/>` +
    `<a:ea typeface="${FANG_SONG}"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
  );
}

import { TYPE_AREA } from './page-geometry.ts';
import { ENTRY_TITLE, TEXT_STYLES, type TextStyle } from './text-styles.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Their pages stand at the right end of the line, after dots. */
const HAS_LEADER: ReadonlySet<string> = new Set(
  [TEXT_STYLES.contentsChapter, TEXT_STYLES.contentsSection, TEXT_STYLES.indexItem].map(({ id }) => id),
);
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * word/styles.xml, from the one table that pages are computed with too. Written here rather than through docx so that a
 * paragraph in the document needs nothing but the name of its style.
 */
export function styleSheet(): string {
  const styles = Object.values(TEXT_STYLES).map(paragraphStyle).join('');
  return `${HEADER}<w:styles xmlns:w="${NAMESPACE}">${defaults()}${styles}${tableStyle()}${characterStyles()}</w:styles>`;
}

function defaults(): string {
  const body = TEXT_STYLES.body;
  const run = `<w:rPr>${fonts(body.eastAsia, body.latin)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>`;
  return `<w:docDefaults><w:rPrDefault>${run}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
}

function paragraphStyle(style: TextStyle): string {
  const isNormal = style.id === 'Normal';
  const basis = isNormal
    ? ''
    : `<w:basedOn w:val="Normal"/>${style.outline === null ? '' : '<w:next w:val="Normal"/>'}`;
  const custom = /^[\x20-\x7e]+$/.test(style.name) ? '' : ' w:customStyle="1"';
  return (
    `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''}${custom} w:styleId="${style.id}">` +
    `<w:name w:val="${style.name}"/>${basis}<w:qFormat/>${paragraphProperties(style)}${runProperties(style)}</w:style>`
  );
}

/** The order of the elements is the schema's (CT_PPr). */
function paragraphProperties(style: TextStyle): string {
  return [
    '<w:pPr>',
    `<w:keepNext w:val="${style.keepNext ? 1 : 0}"/><w:widowControl w:val="0"/>`,
    HAS_LEADER.has(style.id) ? contentsTab() : '',
    // Hanging is Word's default; LibreOffice 7.4 reads the element the other way round when it is on.
    style.hangs ? '' : '<w:overflowPunct w:val="0"/>',
    '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${style.before}" w:after="${style.after}" w:line="${style.pitch}" w:lineRule="${style.grows ? 'atLeast' : 'exact'}"/>`,
    `<w:ind w:left="${style.left}" w:right="${style.right}" ${firstLine(style)}/>`,
    `<w:jc w:val="${style.align}"/>`,
    style.outline === null ? '' : `<w:outlineLvl w:val="${style.outline}"/>`,
    '</w:pPr>',
  ].join('');
}

function firstLine({ firstLine: indent }: TextStyle): string {
  return indent < 0 ? `w:hanging="${-indent}"` : `w:firstLine="${indent}"`;
}

function contentsTab(): string {
  return `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${TYPE_AREA.width}"/></w:tabs>`;
}

/** Sizes are in half-points here, a tenth of the number of twips. */
function runProperties(style: TextStyle): string {
  const size = style.size / 10;
  return (
    `<w:rPr>${fonts(style.eastAsia, style.latin)}<w:spacing w:val="${style.spacing}"/>` +
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  );
}

function fonts(eastAsia: string, latin: string): string {
  return `<w:rFonts w:hint="eastAsia" w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="${latin}"/>`;
}

function tableStyle(): string {
  return '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';
}

function characterStyles(): string {
  return (
    `<w:style w:type="character" w:customStyle="1" w:styleId="${ENTRY_TITLE.id}"><w:name w:val="${ENTRY_TITLE.name}"/>` +
    `<w:rPr>${fonts(ENTRY_TITLE.eastAsia, ENTRY_TITLE.latin)}</w:rPr></w:style>`
  );
}

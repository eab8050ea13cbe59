import type { OutlineEntry } from './outline.ts';
import { TEXT_STYLES } from './text-styles.ts';
import { paragraph, styled, type Markup } from './word-markup.ts';
import { escapedXmlText } from './xml-text.ts';

const INSTRUCTION = 'TOC \\h \\o "1-2" \\z';
const BEGIN = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${escapedXmlText(INSTRUCTION)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
const END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

/**
 * The table of contents: a real Word field, filled in beforehand and not marked for updating, so that it is complete on
 * first opening and nobody is asked anything. Word can still update it.
 */
export function renderContents(title: string, outline: readonly OutlineEntry[]): Markup {
  const lines = outline.map((entry, index) => contentsLine(entry, index === 0, index === outline.length - 1));
  return (
    styled(TEXT_STYLES.contentsTitle, title) +
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>' +
    `<w:sdtContent>${lines.join('')}</w:sdtContent></w:sdt>`
  );
}

function contentsLine({ level, title, page, bookmark }: OutlineEntry, isFirst: boolean, isLast: boolean): Markup {
  const style = level === 1 ? TEXT_STYLES.contentsChapter : TEXT_STYLES.contentsSection;
  const hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>';
  const line =
    `<w:hyperlink w:anchor="${bookmark}" w:history="1"><w:r>${hint}<w:t xml:space="preserve">${escapedXmlText(title)}</w:t></w:r>` +
    `<w:r><w:tab/></w:r><w:r>${hint}<w:t>${page}</w:t></w:r></w:hyperlink>`;
  return paragraph(style, `${isFirst ? BEGIN : ''}${line}${isLast ? END : ''}`);
}

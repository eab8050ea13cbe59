import type { Cover } from '#domain/document/document-tree';
import { millimetres, TYPE_AREA } from './page-geometry.ts';
import { TEXT_STYLES, type TextStyle } from './text-styles.ts';
import { paragraph, textRuns, type Markup } from './word-markup.ts';
import { countLines } from './wrap-lines.ts';

/** From the top of the type area to the title, which so stands a little above the page's third. */
const ABOVE_TITLE = millimetres(48);
const ABOVE_SUBTITLE = millimetres(10);
/** From the last line to the foot of the type area. */
const BELOW_DATE = millimetres(14);

/**
 * The cover: title in the upper third, who compiled it and when at the foot. Every line has an exact pitch, so the space
 * between is computed and the foot stands where it should, however many lines the title takes.
 */
export function renderCover(cover: Cover): Markup {
  const { coverTitle, coverSubtitle, coverLine } = TEXT_STYLES;
  const used =
    ABOVE_TITLE +
    ABOVE_SUBTITLE +
    BELOW_DATE +
    cover.titleLines.reduce((sum, line) => sum + heightOf(line, coverTitle), 0) +
    heightOf(cover.subtitle, coverSubtitle) +
    heightOf(cover.editor, coverLine) +
    heightOf(cover.date, coverLine);
  return [
    ...cover.titleLines.map((line, index) => coverParagraph(line, coverTitle, index === 0 ? ABOVE_TITLE : 0)),
    coverParagraph(cover.subtitle, coverSubtitle, ABOVE_SUBTITLE),
    coverParagraph(cover.editor, coverLine, Math.max(0, TYPE_AREA.height - used)),
    coverParagraph(cover.date, coverLine, 0),
  ].join('');
}

function coverParagraph(text: string, style: TextStyle, before: number): Markup {
  return paragraph(style, textRuns(text, style), before === 0 ? {} : { before });
}

function heightOf(text: string, style: TextStyle): number {
  return countLines([{ text, face: style }], { ...style, width: TYPE_AREA.width }) * style.pitch;
}

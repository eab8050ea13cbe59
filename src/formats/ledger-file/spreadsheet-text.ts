import { escapedXmlText } from '../docx/xml-text.ts';

/** What Excel keeps in a cell; it calls a file with more damaged. */
const MAX_CELL_CHARACTERS = 32_767;
// XML 1.0, 2.2: what no document may contain, not even as a reference.
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const LINE_BREAK = /\r\n?/g;
/** Office's escape for a character by its code; text that happens to look like one has to be escaped itself. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const FORMULA_START = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\n]/u;

/** Text of a cell, escaped. Characters that XML cannot hold are left out; what is too long ends in an ellipsis. */
export function cellText(text: string): string {
  const short = text.length > MAX_CELL_CHARACTERS ? `${text.slice(0, MAX_CELL_CHARACTERS - 1)}…` : text;
  const clean = short.replace(LINE_BREAK, '\n').replace(FORBIDDEN, '');
  return escapedXmlText(clean.replace(LOOKS_ESCAPED, '_x005F_'));
}

/** Whether a spreadsheet would take the text for a formula if somebody typed it (CWE-1236). */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/** Which of the styles below a cell has. */
export const STYLE = { plain: 0, header: 1, text: 2, quoted: 3, number: 4, date: 5, note: 6 } as const;

const BORDER = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('');
const TOP = '<alignment vertical="top" wrapText="1"/>';

function format(numFmt: number, font: number, fill: number, border: number, more: string, alignment = TOP): string {
  return (
    `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${more}>${alignment}</xf>`
  );
}

/**
 * `xl/styles.xml`. Text has the format @, so that a cell that somebody edits stays text; one that looks like a formula
 * has quotePrefix as well, Excel's own apostrophe, which also outlives a change of format.
 */
export const STYLES_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>' +
  '<font><b/><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>' +
  '<font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${BORDER}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="7">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  format(49, 1, 2, 1, '', '<alignment horizontal="center" vertical="center" wrapText="1"/>') +
  format(49, 0, 0, 1, '') +
  format(49, 0, 0, 1, ' quotePrefix="1"') +
  format(0, 0, 0, 1, '') +
  format(164, 0, 0, 1, '') +
  format(49, 2, 0, 0, '') +
  '</cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

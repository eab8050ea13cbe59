/** Excel takes the full-width signs for formulas too, on Chinese and Japanese systems. */
const FORMULA_START = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^[+-]?\d[\d ,]*(?:\.\d+)?%?$/;
const GUARDED = /^'+/;

/**
 * A cell that a spreadsheet does not run as a formula (CWE-1236; OWASP, "CSV Injection"): what begins with = + - @, a
 * tab or a line break gets an apostrophe before it.
 *
 * Pasted from the clipboard, the apostrophe stays visible until the cell is edited. That is wanted: what else hides a
 * formula changes the text without showing it (a blank or an invisible character is overlooked, and Excel runs a
 * formula behind a blank all the same) or itself is a formula (="…"). Numbers such as -5 and +3.5% run nothing and stay.
 * `csvPlain` takes the apostrophe off again, so pasting back what was copied changes nothing; cells that began with an
 * apostrophe before such a sign get one more for that reason.
 */
export function csvSafe(cell: string): string {
  return isFormula(cell.replace(GUARDED, '')) ? `'${cell}` : cell;
}

/** The cell that `csvSafe` was given. */
export function csvPlain(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.replace(GUARDED, '')) ? cell.slice(1) : cell;
}

function isFormula(cell: string): boolean {
  return FORMULA_START.test(cell) && !NUMBER.test(cell);
}

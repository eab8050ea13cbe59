/** What a trap ledger holds for certain, written down while it is made. */

/**
 * @typedef {object} TrueRecord
 * @property {'honor' | 'plan' | 'activity'} kind
 * @property {string} title
 * @property {string | null} start first possible day
 * @property {string | null} end last possible day
 * @property {string | null} level
 * @property {readonly string[]} units who has it, as printed; of persons their units
 * @property {readonly string[]} persons
 *
 * @typedef {{ sheet: string, row: number, side: number }} TruePlace `side` counts tables that stand side by side, from 0
 * @typedef {TruePlace & { records: readonly TrueRecord[] }} ValidRow
 * @typedef {TruePlace & { column: string, field: string }} InvalidRow `column` in letters, '' where no cell is meant
 * @typedef {{ twin: TruePlace | { archive: number }, place: TruePlace, how: string }} TruePair
 */

/**
 * @typedef {object} Truth
 * @property {ValidRow[]} valid
 * @property {InvalidRow[]} invalid
 * @property {TruePair[]} exact
 * @property {TruePair[]} probable
 * @property {Record<string, unknown>[]} archive records that the archive holds already, as the command line takes them
 */

/** @returns {Truth} */
export function noTruth() {
  return { valid: [], invalid: [], exact: [], probable: [], archive: [] };
}

/**
 * @param {import('./made-up-honors.mjs').Made} made
 * @param {{ start: string, end: string }} date
 * @param {Partial<TrueRecord>} [other]
 * @returns {TrueRecord}
 */
export function trueHonor(made, date, other = {}) {
  const { start, end } = date;
  return { kind: 'honor', title: made.title, start, end, level: made.level, units: [made.unit], persons: [], ...other };
}

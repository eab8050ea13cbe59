/**
 * A ledger with every trap that offices build: at least 800 rows on 12 sheets, and a hidden one, with the truth beside
 * it. The same seed gives the same bytes.
 */
import { createMaker, KNOWN_UNITS } from './made-up-honors.mjs';
import { writeSheets } from './sheet-writer.mjs';
import * as sheets from './trap-sheets.mjs';
import { noTruth } from './truth.mjs';
import { twinSheet } from './twin-sheet.mjs';

/** @param {number} seed */
export function trapLedger(seed) {
  const maker = createMaker(seed);
  const truth = noTruth();
  const bytes = writeSheets([
    sheets.bannerSheet(maker, truth),
    sheets.sectionSheet(maker, truth),
    sheets.splitDateSheet(maker, truth),
    sheets.hiddenSheet(maker),
    sheets.pagedSheet(maker, truth),
    sheets.besideSheet(maker, truth),
    sheets.belowSheet(maker, truth),
    sheets.personSheet(maker, truth),
    sheets.numberSheet(maker, truth),
    sheets.textSheet(maker, truth),
    sheets.planSheet(maker, truth),
    sheets.brokenSheet(maker, truth),
    twinSheet(maker, truth),
  ]);
  return { bytes, name: '示例荣誉台账.xlsx', truth, units: KNOWN_UNITS };
}

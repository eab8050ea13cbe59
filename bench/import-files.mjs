/** Ledgers of made-up honours as files, and the same honours as records for an archive. */
import { utils, write } from '@e965/xlsx';
import { createMaker, dayOf, serialOf } from '../scripts/import-fixtures/made-up-honors.mjs';

const HEADINGS = ['序号', '荣誉名称', '授予单位', '级别', '获奖时间', '获奖单位', '文号', '备注'];
/** The widest ledger that must pass: what the columns above leave is more of what only the note holds. */
export const WIDE_COLUMNS = 30;

/** @typedef {import('../scripts/import-fixtures/made-up-honors.mjs').Made} Made */

/** Made-up honours of which no two are the same. @param {number} count @param {number} [seed] @returns {readonly Made[]} */
export function makeHonors(count, seed = 1) {
  const { make } = createMaker(seed);
  return Array.from({ length: count }, () => make());
}

/** As the command line and forms take it. @param {Made} made */
export function draftOf(made) {
  const { title, level, giver, unit, documentNo } = made;
  return { kind: 'honor', title, level, awardedBy: [giver], date: dayOf(made).text, recipients: [unit], documentNo };
}

/** A workbook as Excel saves it: shared strings, days as numbers with a format, every tenth as text. @param {readonly Made[]} honors */
export function toWorkbook(honors) {
  const rows = honors.map((made, index) => {
    const day = index % 10 === 0 ? dayOf(made, index / 10).text : { t: 'n', v: serialOf(made), z: 'yyyy/m/d' };
    const note = index % 5 === 0 ? `示例备注${index}` : '';
    return [index + 1, made.title, made.giver, made.levelText, day, made.unit, made.documentNo, note];
  });
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['示例荣誉台账'], HEADINGS, ...rows]), '荣誉');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }));
}

/** @param {readonly Made[]} honors */
export function toWideText(honors) {
  const more = Array.from({ length: WIDE_COLUMNS - HEADINGS.length }, (_, index) => `示例项${index + 1}`);
  const lines = honors.map((made, index) => {
    const note = index % 5 === 0 ? `示例备注${index}` : '';
    const own = [index + 1, made.title, made.giver, made.levelText, dayOf(made).text, made.unit, made.documentNo, note];
    return [...own, ...more.map((_, column) => `${index % 7}-${column}`)].join(',');
  });
  return new TextEncoder().encode(`\uFEFF${[[...HEADINGS, ...more].join(','), ...lines].join('\r\n')}\r\n`);
}

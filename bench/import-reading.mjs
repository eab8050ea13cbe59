/**
 * Run by `import.mjs` in a process of its own: reading, understanding and planning a workbook of 10,000 rows against an
 * archive of 10,000 records, beside the bare reading of the same bytes by the library of spreadsheets. Prints JSON.
 */
import { read } from '@e965/xlsx';
import process from 'node:process';
import { draftOf, makeHonors, toWorkbook } from './import-files.mjs';
import { collectGarbage, median } from './measures.mjs';

const ROWS = 10_000;
const RECORDS = 10_000;
/** So many rows are in the archive already. */
const KNOWN = 2_000;
const ROUNDS = 7;
const NAME = '示例荣誉台账.xlsx';

const [bundle = ''] = process.argv.slice(2);
const ours = await import(bundle);
const honors = makeHonors(RECORDS + ROWS - KNOWN);
const archive = ours.archiveOf(honors.slice(0, RECORDS).map(draftOf), NAME);
const bytes = toWorkbook(honors.slice(RECORDS - KNOWN));

/** @type {Record<'bareMs' | 'readMs' | 'rowsMs' | 'planMs' | 'oursMs', number[]>} */
const times = { bareMs: [], readMs: [], rowsMs: [], planMs: [], oursMs: [] };
// In turns, so that whatever else the machine does falls on both alike; the first turn only warms up.
for (let round = 0; round <= ROUNDS; round += 1) {
  const [bareMs, steps] = [timeBare(), await timeOurs()];
  if (round === 0) continue;
  times.bareMs.push(bareMs);
  for (const [step, ms] of Object.entries(steps)) times[/** @type {keyof typeof times} */ (step)].push(ms);
}
const medians = Object.fromEntries(Object.entries(times).map(([step, list]) => [step, median(list)]));
process.stdout.write(JSON.stringify({ rows: ROWS, records: RECORDS, rounds: ROUNDS, bytes: bytes.length, ...medians }));

function timeBare() {
  collectGarbage();
  const start = performance.now();
  const book = read(bytes);
  const elapsed = performance.now() - start;
  if (book.SheetNames.length !== 1) throw new Error('The library has not read the workbook.');
  return elapsed;
}

async function timeOurs() {
  collectGarbage();
  const start = performance.now();
  const book = await ours.readFile(bytes, NAME);
  const bookRead = performance.now();
  const rows = ours.proposeRows(book, archive);
  const rowsRead = performance.now();
  const { counts } = ours.plan(rows, archive);
  const end = performance.now();
  if (counts.rows !== ROWS || counts.rejected > 0) throw new Error(JSON.stringify(counts));
  return { readMs: bookRead - start, rowsMs: rowsRead - bookRead, planMs: end - rowsRead, oursMs: end - start };
}

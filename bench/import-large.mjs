/**
 * Run by `import.mjs` in a process of its own: reading, understanding and planning the largest ledger that must pass,
 * a text file of 100,000 rows and 30 columns, against an archive of 10,000 records. Prints JSON. The memory is the most
 * that the whole process ever had of the machine (its peak resident set), garbage that was not collected yet and Node
 * itself included; the making of the file is not, since another process does it.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { draftOf, makeHonors } from './import-files.mjs';

const RECORDS = 10_000;
const [bundle = '', file = ''] = process.argv.slice(2);
const ours = await import(bundle);
const archive = ours.archiveOf(makeHonors(RECORDS, 2).map(draftOf), basename(file));
// Not the peak so far: that of a process begins with what the one had that started it.
const beforeMb = process.memoryUsage().rss / 1024 ** 2;
const start = performance.now();
const book = await ours.readFile(readFileSync(file), basename(file));
const read = performance.now();
const rows = ours.proposeRows(book, archive);
const proposed = performance.now();
const { counts } = ours.plan(rows, archive);
const end = performance.now();
process.stdout.write(
  JSON.stringify({
    rows: counts.rows,
    rejected: counts.rejected,
    readMs: read - start,
    rowsMs: proposed - read,
    planMs: end - proposed,
    beforeMb,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);

/** Importing a file of every trap again, after what was sure of it has come in, proposes nothing that is not there. */
import { expect, it } from 'vitest';
import { buildImport } from '#domain/import/build-import';
import { commitOf } from '#domain/import/commit-of';
import { planContext } from '#domain/import/plan-context';
import { NO_CHOICES, planImport } from '#domain/import/plan-import';
import { proposeBook, readBookRows, rowsContext } from '#domain/import/propose-book';
import type { Entry } from '#domain/records/archive-record';
import { createAuthorities } from '#domain/records/authorities';
import type { ImportBatch } from '#domain/records/import-batch';
import { countingIds, LATER, TODAY } from '#domain/records/record-fixtures';
import type { Unit } from '#domain/records/unit';
import { createGrowingUnitDirectory, createUnitDirectory } from '#domain/units/unit-directory';
import { readLedgerFile } from '#formats/ledger-file/read-ledger-file';
import { trapLedger } from './trap-ledger.mjs';

it.each([1, 7, 20_261_124])('the ledger of traps with seed %d', async (seed) => {
  const ledger = trapLedger(seed);
  const read = await readLedgerFile(ledger.bytes, ledger.name);
  if (!read.ok) throw new Error(read.error.code);
  const { book } = read.value;
  const [entries, founded, batches]: [Entry[], Unit[], ImportBatch[]] = [[], [], []];
  const planAgain = () => {
    const units = createUnitDirectory(founded);
    const context = { fileName: ledger.name, today: TODAY, units, templates: [], kind: null };
    const proposal = proposeBook(book, context);
    if (proposal.type !== 'tables') throw new Error('taken for a decision');
    const file = { name: ledger.name, sha256: 'a'.repeat(64), format: book.format };
    const archive = planContext(file, TODAY, { entries, units, batches, pairs: [] });
    return planImport(readBookRows(book, proposal.reading, rowsContext(context)), archive, NO_CHOICES);
  };

  const first = planAgain();
  const units = createGrowingUnitDirectory([]);
  const built = buildImport(commitOf(first, NO_CHOICES, { onlySure: true }), {
    current: () => null,
    units,
    authorities: createAuthorities({ units, people: [], programmes: [], rulebook: null }),
    templates: [],
    stamp: LATER,
    newId: countingIds(),
  });
  if (!built.ok) throw new Error(built.error.code);
  for (const { after } of built.value.changes) {
    if (after.kind === 'unit') founded.push(after);
    else if (after.kind === 'importBatch') batches.push(after);
    else if (after.kind === 'honor' || after.kind === 'plan' || after.kind === 'activity') entries.push(after);
  }

  const { counts } = planAgain();
  expect(counts).toEqual({ ...first.counts, added: 0, unchanged: first.counts.added });
});

/** What the benchmark of importing runs, bundled for plain Node. */
import { planContext } from '#domain/import/plan-context';
import { NO_CHOICES, planImport, type PlanContext } from '#domain/import/plan-import';
import type { ImportPlan } from '#domain/import/import-plan';
import type { ImportRow } from '#domain/import/import-row';
import { readTableRows } from '#domain/import/read-table-rows';
import type { SourceBook } from '#domain/import/source-book';
import { understandBook } from '#domain/import/understand-book';
import { readLedgerFile } from '#formats/ledger-file/read-ledger-file';
import { buildHonors, TODAY } from './build-honors.ts';

/** The archive as planning asks for it. */
export function archiveOf(drafts: readonly unknown[], fileName: string): PlanContext {
  const { records: entries, units } = buildHonors(drafts);
  const file = { name: fileName, sha256: 'a'.repeat(64), format: 'xlsx' } as const;
  return planContext(file, TODAY, { entries, units, batches: [], pairs: [] });
}

/** The file as a worker reads it; it must be good. */
export async function readFile(bytes: Uint8Array, fileName: string): Promise<SourceBook> {
  const read = await readLedgerFile(bytes, fileName);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.book;
}

/** What the book proposes when nobody corrects its reading. */
export function proposeRows(book: SourceBook, { file, units }: PlanContext): readonly ImportRow[] {
  const isKnownUnit = (name: string) => units.find(name) !== null;
  const { sheets } = understandBook(book, { fileName: file.name, sheets: null, isKnownUnit });
  const tables = sheets.filter(({ isRead }) => isRead).flatMap((sheet) => sheet.tables);
  return tables.flatMap((table) => readTableRows(book, table, { today: TODAY, isKnownUnit }));
}

export function plan(rows: readonly ImportRow[], archive: PlanContext): ImportPlan {
  return planImport(rows, archive, NO_CHOICES);
}

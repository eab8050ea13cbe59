import * as v from 'valibot';
import type { Entry } from '../records/archive-record.ts';
import type { ImportBatch } from '../records/import-batch.ts';
import type { ImportTemplate } from '../records/import-template.ts';
import type { NotDuplicate } from '../records/not-duplicate.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import type { ImportFile } from './import-commit.ts';
import type { PlanContext } from './plan-import.ts';
import { tableTemplateSchema, type TableTemplate } from './table-template.ts';

/** What the archive holds that planning an import asks for. */
export type ArchiveForImport = {
  /** Deleted ones included. */
  readonly entries: readonly Entry[];
  readonly units: UnitDirectory;
  /** Those that were taken back included. */
  readonly batches: readonly ImportBatch[];
  /** Pairs that a person called different; deleted ones do not count. */
  readonly pairs: readonly NotDuplicate[];
};

/** Answers what planning asks of the archive: where records came from, and which are known to be different. */
export function planContext(file: ImportFile, today: string, archive: ArchiveForImport): PlanContext {
  const { entries, units, batches, pairs } = archive;
  const byId = new Map<string, ImportBatch>(batches.map((batch) => [batch.id, batch]));
  const distinct = new Set(
    pairs.flatMap(({ record, other, deletedAt }) =>
      deletedAt === null && record?.id && other?.id ? [pairKey(record.id, other.id)] : [],
    ),
  );
  return {
    file,
    today,
    entries,
    units,
    placeOf: ({ origin }) => {
      const batch = origin === null ? undefined : byId.get(origin.batch);
      if (origin === null || batch === undefined) return null;
      return { fileName: batch.title, fileSha256: batch.sha256, sheet: origin.sheet, row: origin.row };
    },
    areDistinct: (a, b) => distinct.has(pairKey(a, b)),
  };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The tables that the archive has learned; what an earlier version wrote in another way is passed over. */
export function readTemplates(records: readonly ImportTemplate[]): readonly TableTemplate[] {
  return records.flatMap((record) => (record.deletedAt === null ? (readTemplate(record) ?? []) : []));
}

export function readTemplate({ template }: ImportTemplate): TableTemplate | null {
  const read = v.safeParse(tableTemplateSchema, parseJson(template));
  return read.success ? read.output : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

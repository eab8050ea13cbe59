import type { ArchiveForImport } from '#domain/import/plan-context';
import type { Entry } from '#domain/records/archive-record';
import { byAge } from '#domain/records/by-age';
import type { ImportBatch } from '#domain/records/import-batch';
import type { ImportTemplate } from '#domain/records/import-template';
import type { NotDuplicate } from '#domain/records/not-duplicate';
import type { Unit } from '#domain/records/unit';
import { createUnitDirectory, type UnitDirectory } from '#domain/units/unit-directory';
import type { KnownRecord } from './import-messages.ts';

/** What a worker knows of the archive, as the window tells it record by record. */
export type KnownArchive = {
  readonly put: (records: readonly KnownRecord[]) => void;
  readonly units: () => UnitDirectory;
  readonly templates: () => readonly ImportTemplate[];
  readonly forPlanning: () => ArchiveForImport;
};

export function createKnownArchive(): KnownArchive {
  const entries = new Map<string, Entry>();
  const units = new Map<string, Unit>();
  const batches = new Map<string, ImportBatch>();
  const pairs = new Map<string, NotDuplicate>();
  const templates = new Map<string, ImportTemplate>();
  let directory: UnitDirectory | null = null;
  const putOne = (record: KnownRecord): void => {
    switch (record.kind) {
      case 'unit':
        units.set(record.id, record);
        directory = null;
        return;
      case 'importBatch':
        return void batches.set(record.id, record);
      case 'notDuplicate':
        return void pairs.set(record.id, record);
      case 'importTemplate':
        return void templates.set(record.id, record);
      default:
        entries.set(record.id, record);
    }
  };
  const unitDirectory = () => {
    directory ??= createUnitDirectory([...units.values()].toSorted(byAge));
    return directory;
  };
  return {
    put: (records) => {
      for (const record of records) putOne(record);
    },
    units: unitDirectory,
    // The one that was learned last is applied last.
    templates: () => [...templates.values()].toSorted(byAge),
    forPlanning: () => ({
      entries: [...entries.values()],
      units: unitDirectory(),
      batches: [...batches.values()],
      pairs: [...pairs.values()],
    }),
  };
}

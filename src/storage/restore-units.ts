import { changeOf, type Change } from '#domain/changes/change-set';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { foundUnit, nextRevision, type Stamp } from '#domain/records/build-record';
import type { UnitId } from '#domain/records/record-base';
import { bodiesOf, RECORD_FIELDS } from '#domain/records/record-fields';
import { mapUnitFields } from '#domain/records/rows-field';
import type { Unit } from '#domain/records/unit';
import type { Archive } from './archive.ts';
import { recordTable } from './database.ts';
import { readAuthorities } from './read-authorities.ts';

type Settled<R extends ArchiveRecord> = { readonly records: readonly R[]; readonly unitChanges: readonly Change[] };

/**
 * Sees to it that what is brought back names units that are there: a name goes to the unit that is known by it now, as
 * after a merge, and otherwise its own unit comes back as well.
 */
export async function settleUnits<R extends ArchiveRecord>(
  archive: Archive,
  records: readonly R[],
  stamp: Stamp,
): Promise<Settled<R>> {
  const named = new Map<string, string>();
  for (const record of records) {
    for (const { unitId, printed } of bodiesOf(record)) if (unitId !== null) named.set(unitId, printed);
  }
  const returning = new Set<string>(records.map(({ id }) => id));
  const { units } = await readAuthorities(archive.database);
  const lost = [...named].filter(([id]) => units.get(id) === null && !returning.has(id));
  if (lost.length === 0) return { records, unitChanges: [] };

  const rows = await recordTable(archive.database, 'unit').bulkGet(lost.map(([id]) => id as UnitId));
  const replacements = new Map<string, string>();
  const unitChanges: Change[] = [];
  for (const [index, [id, printed]] of lost.entries()) {
    const known = units.find(printed);
    if (known) replacements.set(id, known.id);
    else unitChanges.push(bringBack(rows[index] ?? null, id as UnitId, printed, stamp));
  }
  const map = (id: string) => replacements.get(id) ?? id;
  return { records: records.map((record) => mapUnitFields(RECORD_FIELDS[record.kind], record, map)), unitChanges };
}

function bringBack(row: Unit | null, id: UnitId, printed: string, stamp: Stamp): Change {
  if (row === null) return changeOf(null, foundUnit(printed, id, stamp));
  return changeOf(row, { ...row, ...nextRevision(row, stamp), deletedAt: null, deleteReason: null });
}

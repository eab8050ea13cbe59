import * as v from 'valibot';
import { changeOf, type Change } from '../changes/change-set.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import type { ArchiveRecord } from './archive-record.ts';
import { buildEntry, firstRevision, type Stamp } from './build-entry.ts';
import { readEntryDraft } from './entry-draft.ts';
import { ENTRY_KINDS, type RecordId, type UnitId } from './record-base.ts';
import { unitSchema, type Unit } from './unit.ts';

const sampleSchema = v.object({
  units: v.array(
    v.object({ key: v.string(), ...v.entriesFromList(['names', 'brands', 'note', 'source'], v.unknown()) }),
  ),
  records: v.array(v.looseObject({ kind: v.picklist(ENTRY_KINDS) })),
});

/**
 * The sample's records as additions. Their ids are fixed, so loading the sample twice adds nothing.
 *
 * @param existing ids that the archive holds already, deleted ones included
 * @throws when the sample itself is not well formed, which its test rules out
 */
export function readSample(
  sample: unknown,
  existing: ReadonlySet<string>,
  presentUnits: readonly Unit[],
  stamp: Stamp,
  today: string,
): readonly Change[] {
  const { units, records } = v.parse(sampleSchema, sample);
  const sampleUnits = units.map(({ key, ...content }) =>
    v.parse(unitSchema, { kind: 'unit', id: `seed-unit-${key}`, ...firstRevision(stamp), ...content }),
  );
  const newUnits = sampleUnits.filter((unit) => !existing.has(unit.id));
  const known: Unit[] = [...newUnits, ...presentUnits];
  const additions: ArchiveRecord[] = [...newUnits];
  for (const [index, record] of records.entries()) {
    const id = `seed-${record.kind}-${String(index + 1).padStart(3, '0')}` as RecordId;
    if (existing.has(id)) continue;
    const read = readEntryDraft(record.kind, { ...record, id }, today);
    if (!read.ok) throw new Error(`Sample record ${index + 1}: ${JSON.stringify(read.error)}`);
    let founded = 0;
    const newId = () => `seed-unit-found-${index + 1}-${(founded += 1)}` as UnitId;
    const built = buildEntry(read.value.draft, null, createUnitDirectory(known), stamp, newId);
    known.push(...built.newUnits);
    additions.push(...built.newUnits, built.entry);
  }
  return additions.map((record) => changeOf(null, record));
}

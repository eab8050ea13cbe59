import * as v from 'valibot';
import { changeOf, type Change } from '../changes/change-set.ts';
import { createGrowingUnitDirectory } from '../units/unit-directory.ts';
import type { ArchiveRecord } from './archive-record.ts';
import { createAuthorities } from './authorities.ts';
import { buildRecord, nextRevision, type Stamp } from './build-record.ts';
import { readRecordDraft } from './record-draft.ts';
import { ENTRY_KINDS } from './record-base.ts';
import type { Unit } from './unit.ts';

const sampleSchema = v.object({
  units: v.array(
    v.object({ key: v.string(), ...v.entriesFromList(['names', 'brands', 'note', 'source'], v.unknown()) }),
  ),
  records: v.array(v.looseObject({ kind: v.picklist(ENTRY_KINDS) })),
});

/**
 * The sample's records as changes. Their ids are fixed, so what is in the archive already is left alone, and what was
 * deleted, as by undoing an earlier load, comes back.
 *
 * @param present the rows of the archive by id, deleted ones included
 * @throws when the sample itself is not well formed, which its test rules out
 */
export function readSample(
  sample: unknown,
  present: ReadonlyMap<string, ArchiveRecord>,
  stamp: Stamp,
  today: string,
): readonly Change[] {
  const { units, records } = v.parse(sampleSchema, sample);
  const isMissing = (id: string) => {
    const row = present.get(id);
    return row === undefined || row.deletedAt !== null;
  };
  const sampleUnits = units
    .map(({ key, ...content }) => readSampleUnit(`seed-unit-${key}`, content, stamp, today))
    .filter(({ id }) => isMissing(id));
  const presentUnits = [...present.values()].filter((record) => record.kind === 'unit');
  const directory = createGrowingUnitDirectory([...sampleUnits, ...presentUnits]);
  const authorities = createAuthorities({ units: directory, people: [], programmes: [], rulebook: null });
  const additions: ArchiveRecord[] = [...sampleUnits];
  for (const [index, record] of records.entries()) {
    const id = `seed-${record.kind}-${String(index + 1).padStart(3, '0')}`;
    if (!isMissing(id)) continue;
    const read = readRecordDraft(record.kind, { ...record, id }, today);
    if (!read.ok) throw new Error(`Sample record ${index + 1}: ${JSON.stringify(read.error)}`);
    let founded = 0;
    const newId = () => `seed-unit-found-${index + 1}-${(founded += 1)}`;
    const built = buildRecord(read.value.draft, null, authorities, stamp, newId);
    directory.add(built.newUnits);
    additions.push(...built.newUnits, built.record);
  }
  return additions.map((record) => bringBack(record, present.get(record.id), stamp));
}

const NO_AUTHORITIES = createAuthorities({
  units: createGrowingUnitDirectory([]),
  people: [],
  programmes: [],
  rulebook: null,
});

function readSampleUnit(id: string, content: object, stamp: Stamp, today: string): Unit {
  const read = readRecordDraft('unit', { ...content, id }, today);
  if (!read.ok) throw new Error(`Sample unit ${id}: ${JSON.stringify(read.error)}`);
  return buildRecord(read.value.draft, null, NO_AUTHORITIES, stamp, () => id).record;
}

/** An addition, or the next revision of the deleted record of that id. */
function bringBack(record: ArchiveRecord, before: ArchiveRecord | undefined, stamp: Stamp): Change {
  if (before === undefined) return changeOf(null, record);
  return changeOf(before, { ...record, ...nextRevision(before, stamp), deletedAt: null, deleteReason: null });
}

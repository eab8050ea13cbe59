import { createAuthorities } from '#domain/records/authorities';
import type { RecordOf } from '#domain/records/archive-record';
import { buildRecord } from '#domain/records/build-record';
import { readRecordDraft } from '#domain/records/record-draft';
import { createGrowingUnitDirectory, type UnitDirectory } from '#domain/units/unit-directory';

export const STAMP = { at: '2026-11-01T08:00:00.000Z', by: '示例' };
export const TODAY = '2026-11-24';

/** Records of drafts as the archive would make them, and the units that they found. */
export function buildHonors(drafts: readonly unknown[]): {
  readonly records: readonly RecordOf<'honor'>[];
  readonly units: UnitDirectory;
} {
  const units = createGrowingUnitDirectory([]);
  const authorities = createAuthorities({ units, people: [], programmes: [], rulebook: null });
  let last = 0;
  const newId = () => `bench-${String((last += 1)).padStart(12, '0')}`;
  const records = drafts.map((draft) => {
    const read = readRecordDraft('honor', draft, TODAY);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const built = buildRecord(read.value.draft, null, authorities, STAMP, newId);
    units.add(built.newUnits);
    return built.record;
  });
  return { records, units };
}

/** What the benchmark of the search runs, bundled for plain Node. */
import { createAuthorities } from '#domain/records/authorities';
import type { RecordOf } from '#domain/records/archive-record';
import { buildRecord, foundUnit } from '#domain/records/build-record';
import type { UnitId } from '#domain/records/record-base';
import { readRecordDraft } from '#domain/records/record-draft';
import { normalizeForSearch } from '#domain/search/normalize-text';
import { toSearchDocument } from '#domain/search/search-document';
import { createSearchEngine, loadSearchEngine, type SearchEngine } from '#domain/search/search-engine';
import { createGrowingUnitDirectory } from '#domain/units/unit-directory';

const STAMP = { at: '2026-11-01T08:00:00.000Z', by: '示例' };
const TODAY = '2026-11-24';

export function createEngine(): SearchEngine {
  return createSearchEngine();
}

/** The engine that was saved, which must be good. */
export function loadEngine(saved: unknown): SearchEngine {
  const loaded = loadSearchEngine(saved);
  if (!loaded.ok) throw new Error(loaded.error);
  return loaded.value.engine;
}

/** Records of drafts as the archive would make them, most recent first, as the search lists them. */
export function buildHonors(drafts: readonly unknown[]): readonly RecordOf<'honor'>[] {
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
  return records.toSorted((a, b) => ((a.date.end ?? '') < (b.date.end ?? '') ? 1 : -1));
}

/** A unit of a full name. */
export function buildUnit(id: UnitId, name: string): RecordOf<'unit'> {
  return foundUnit(name, id, STAMP);
}

/** The fields by which the search finds a record, normalised, the title first. */
export function searchedFields(record: RecordOf<'honor'>): readonly string[] {
  return toSearchDocument(record).fields.map(({ text }) => normalizeForSearch(text));
}

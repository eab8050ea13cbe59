/** What the benchmark of the search runs, bundled for plain Node. */
import type { RecordOf } from '#domain/records/archive-record';
import { foundUnit } from '#domain/records/build-record';
import type { UnitId } from '#domain/records/record-base';
import { normalizeForSearch } from '#domain/search/normalize-text';
import { toSearchDocument } from '#domain/search/search-document';
import { createSearchEngine, loadSearchEngine, type SearchEngine } from '#domain/search/search-engine';
import { buildHonors, STAMP } from './build-honors.ts';

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
export function buildRecords(drafts: readonly unknown[]): readonly RecordOf<'honor'>[] {
  return buildHonors(drafts).records.toSorted((a, b) => ((a.date.end ?? '') < (b.date.end ?? '') ? 1 : -1));
}

/** A unit of a full name. */
export function buildUnit(id: UnitId, name: string): RecordOf<'unit'> {
  return foundUnit(name, id, STAMP);
}

/** The fields by which the search finds a record, normalised, the title first. */
export function searchedFields(record: RecordOf<'honor'>): readonly string[] {
  return toSearchDocument(record).fields.map(({ text }) => normalizeForSearch(text));
}

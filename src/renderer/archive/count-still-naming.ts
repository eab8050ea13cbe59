import { mentionsOf } from '#domain/changes/record-ties';
import type { RecordKind } from '#domain/records/record-base';
import type { LiveRecords } from './live-records.ts';

/** Where records of a kind are named that may be deleted all the same: names are kept as printed. */
const NAMED_IN: Readonly<Partial<Record<RecordKind, RecordKind>>> = {
  person: 'honor',
  programme: 'honor',
  plan: 'plan',
};

/** How many records go on naming the persons, programmes and plans among those that are deleted. */
export function countStillNaming(records: LiveRecords, ids: readonly string[]): number {
  const deleted = new Set(ids);
  const kinds = new Set(ids.flatMap((id) => NAMED_IN[records.get(id)?.kind ?? 'link'] ?? []));
  return [...kinds]
    .flatMap((kind) => records.list(kind))
    .filter((record) => !deleted.has(record.id) && mentionsOf(record).some((id) => deleted.has(id))).length;
}

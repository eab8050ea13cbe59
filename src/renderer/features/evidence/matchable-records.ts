import type { MatchableRecord } from '#domain/attachments/match-file-names';
import { countingYear } from '#domain/dates/fuzzy-date';
import { recordDate, type LedgerRecord } from '#domain/records/archive-record';
import { bodiesOf, fieldValue } from '#domain/records/record-fields';
import { LEDGER_KINDS } from '#domain/records/record-base';
import type { LiveRecords } from '../../archive/live-records.ts';

/** Persons and programmes are named in scans of honours; the scans belong to the honours. */
const MATCHED_KINDS = LEDGER_KINDS.filter((kind) => kind !== 'person' && kind !== 'programme');

/** What file names are held against: every record that files may belong to. */
export function matchableRecords(records: LiveRecords): readonly MatchableRecord[] {
  const namesOf = new Map(records.list('unit').map(({ id, names }) => [String(id), names.map(({ name }) => name)]));
  const codeOf = new Map(records.list('filingItem').map(({ owner, code }) => [String(owner?.id ?? ''), code]));
  return MATCHED_KINDS.flatMap((kind): readonly LedgerRecord[] => records.list(kind)).map((record) => ({
    id: record.id,
    kind: record.kind,
    title: record.title,
    year: countingYear(recordDate(record)),
    bodies: bodiesOf(record).flatMap(({ printed, unitId }) => [printed, ...(namesOf.get(unitId ?? '') ?? [])]),
    documentNo: textOf(record, 'documentNo'),
    certificateNo: textOf(record, 'certificateNo'),
    fileCode: codeOf.get(record.id) ?? '',
  }));
}

function textOf(record: LedgerRecord, field: string): string {
  const value = fieldValue(record, field);
  return typeof value === 'string' ? value : '';
}

import { compareChronologically } from '#domain/dates/fuzzy-date';
import { isLedgerRecord, recordDate, recordTitle, type ArchiveRecord } from '#domain/records/archive-record';

/** The order in which commands list records. */
export function byDateThenTitle(a: ArchiveRecord, b: ArchiveRecord): number {
  const byDate = isLedgerRecord(a) && isLedgerRecord(b) ? compareChronologically(recordDate(a), recordDate(b)) : 0;
  return byDate || recordTitle(a).localeCompare(recordTitle(b), 'zh-CN');
}

import type { FindableRecord } from '../records/archive-record.ts';
import { isLedgerRecord, recordDate } from '../records/archive-record.ts';
import type { Honor } from '../records/honor.ts';
import type { SearchableThing } from './search-expression.ts';

/**
 * What has become of a record, as far as its kind has a status: of an honour the latest event of its reviews (保留,
 * 撤销 …), of a plan whether it is in force. An honour without events and every other kind has none: that it is still
 * valid is not something that anybody recorded.
 */
export function recordStatus(record: FindableRecord): string {
  if (record.kind === 'plan') return record.status;
  return record.kind === 'honor' ? latestEvent(record.statusEvents) : '';
}

/** The event with the latest day; of equals, and among events of unknown days, the one that was entered last. */
function latestEvent(events: Honor['statusEvents']): string {
  let latest: Honor['statusEvents'][number] | null = null;
  for (const event of events) {
    if (latest === null || (event.date.end ?? '') >= (latest.date.end ?? '')) latest = event;
  }
  return latest?.event ?? '';
}

export function recordSeries(record: FindableRecord): string {
  return record.kind === 'activity' ? record.series : '';
}

export function recordWorks(record: FindableRecord): readonly string[] {
  return 'works' in record ? record.works : [];
}

/** Which of the things that a search may ask for stand in the record itself. */
export function recordThings(record: FindableRecord): readonly SearchableThing[] {
  const things: SearchableThing[] = [];
  if ('documentNo' in record && record.documentNo !== '') things.push('documentNo');
  if (isLedgerRecord(record) && recordDate(record).end !== null) things.push('date');
  if (record.kind === 'honor' && record.level !== null) things.push('level');
  if (record.note !== '') things.push('note');
  return things;
}

import type { ReactNode } from 'react';
import { isLedgerRecord, type FindableRecord } from '#domain/records/archive-record';
import { isFilable } from '#domain/filing/filable-record';
import { AttachmentsSection } from '../features/attachments/attachments-section.tsx';
import { FilingSection } from '../features/filing/filing-section.tsx';
import { RecordLinks } from '../features/links/record-links.tsx';
import { RecordHistory } from '../features/record-history/record-history.tsx';
import { SimilarSection } from '../features/similar/similar-section.tsx';

/** What stands below the fields of a record on its page; features do not know each other, so it is put together here. */
export function RecordSections({ record }: { readonly record: FindableRecord }): ReactNode {
  return (
    <>
      <AttachmentsSection key={`attachments ${record.id}`} record={record} />
      {isLedgerRecord(record) && <RecordLinks key={`links ${record.id}`} record={record} />}
      {isFilable(record) && <FilingSection key={record.id} record={record} />}
      {isLedgerRecord(record) && <SimilarSection key={`similar ${record.id}`} record={record} />}
      <RecordHistory key={`history ${record.id}`} record={record} />
    </>
  );
}

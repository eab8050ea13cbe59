import type { ReactNode } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';

/** What stands below the fields of a record on its page; features do not know each other, so it is put together here. */
export function RecordSections({ record: _record }: { readonly record: LedgerRecord }): ReactNode {
  return null;
}

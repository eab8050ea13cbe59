import type { ArchiveRecord } from '#domain/records/archive-record';
import { describeOrigin } from './import-messages.ts';
import { useImportBatch } from './use-records.ts';

/** From which file, sheet and row a record was imported; nothing when it was not. */
export function OriginNote({ record }: { readonly record: ArchiveRecord }) {
  const batch = useImportBatch(record);
  const { origin } = record;
  if (batch === null || origin === null) return null;
  return <span data-testid="origin">{describeOrigin(batch.title, origin.sheet, origin.row)}</span>;
}

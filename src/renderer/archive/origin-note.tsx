import type { ArchiveRecord } from '#domain/records/archive-record';
import { useNavigation } from '../navigation/navigation.tsx';
import { describeOrigin } from './import-messages.ts';
import styles from './origin-note.module.css';
import { useImportBatch } from './use-records.ts';

/** From which file, sheet and row a record was imported, leading to that file; nothing when it was not. */
export function OriginNote({ record }: { readonly record: ArchiveRecord }) {
  const { go } = useNavigation();
  const batch = useImportBatch(record);
  const { origin } = record;
  if (batch === null || origin === null) return null;
  return (
    <button
      type="button"
      className={styles['link']}
      data-testid="origin"
      onClick={() => go({ screen: 'import', batch: batch.id })}
    >
      {describeOrigin(batch.title, origin.sheet, origin.row)}
    </button>
  );
}

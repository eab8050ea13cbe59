import type { LedgerRecord } from '#domain/records/archive-record';
import { useNavigation } from '../../navigation/navigation.tsx';
import styles from './links.module.css';

/** The title of a record, leading to its page. */
export function RecordLink({ record: { kind, id, title } }: { readonly record: LedgerRecord }) {
  const { go } = useNavigation();
  return (
    <button type="button" className={styles['to']} onClick={() => go({ screen: 'record', kind, id })}>
      {title}
    </button>
  );
}

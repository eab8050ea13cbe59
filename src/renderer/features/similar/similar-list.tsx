import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { isLedgerRecord, recordDate } from '#domain/records/archive-record';
import type { Resemblance } from '#domain/resemblance/resembling-records';
import { useSession } from '../../archive/session-context.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import styles from './similar.module.css';

/** Records with what makes each resemble the one at hand. */
export function SimilarList({ found }: { readonly found: readonly Resemblance[] }) {
  const { records } = useSession();
  const { go } = useNavigation();
  const shown = found.flatMap(({ id, reasons }) => {
    const record = records.get(id);
    return record && isLedgerRecord(record) && record.deletedAt === null ? [{ record, reasons }] : [];
  });
  return (
    <ul className={styles['list']} aria-label={messages.title}>
      {shown.map(({ record: { kind, id, title }, record, reasons }) => (
        <li key={id} className={styles['row']}>
          <span className={styles['kind']}>{KIND_NAMES[kind]}</span>
          <span className={styles['what']}>
            <button type="button" className={styles['open']} onClick={() => go({ screen: 'record', kind, id })}>
              {title}
            </button>
            <span className={styles['reasons']}>{messages.reasons(reasons)}</span>
          </span>
          <span className={styles['date']}>{formatFuzzyDate(recordDate(record))}</span>
        </li>
      ))}
    </ul>
  );
}

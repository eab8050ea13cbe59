import { isEntry, recordTitle } from '#domain/records/archive-record';
import { useSession } from '../../archive/session-context.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { formatRoute, recordRoute } from '../../navigation/route.ts';
import type { EntryView } from '#domain/import/plan-lists';
import styles from './import.module.css';
import { messages } from './messages.ts';

/** What an entry is the same as: a record to go to, or another place of the file. */
export function TwinNote({ view: { entry, twin } }: { readonly view: EntryView }) {
  const { records } = useSession();
  const { go } = useNavigation();
  const { outcome } = entry;
  if (twin) return <span>{messages.records.inFile(messages.records.at(twin.place.sheet, twin.place.row))}</span>;
  const record = 'twin' in outcome && outcome.twin.in === 'archive' ? records.get(outcome.twin.id) : null;
  if (!record || !isEntry(record)) return null;
  const route = recordRoute(record.kind, record.id);
  return (
    <a
      className={styles['twinLink']}
      href={formatRoute(route)}
      title={recordTitle(record)}
      onClick={(event) => {
        event.preventDefault();
        go(route);
      }}
    >
      {messages.records.inArchive}
    </a>
  );
}

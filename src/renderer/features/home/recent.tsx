import { ownersOf } from '#domain/changes/record-ties';
import { isFindable, recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { RECORD_KINDS, type RecordKind } from '#domain/records/record-base';
import type { LiveRecords } from '../../archive/live-records.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useEveryChange } from './use-every-change.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute, type Route } from '../../navigation/route.ts';
import { HomeCard, HomeRow } from './home-card.tsx';
import styles from './home-screen.module.css';
import { messages } from './messages.ts';
import { recentWork } from './recent-work.ts';
import { rememberLast } from './remember-last.ts';

const RECENT_SHOWN = 10;

/** How the window looks, and what it has learned of tables, is nobody's work. */
const WORKED_ON: readonly RecordKind[] = RECORD_KINDS.filter(
  (kind) => kind !== 'savedView' && kind !== 'importTemplate',
);

const recentOf = rememberLast((...lists: readonly (readonly ArchiveRecord[])[]) => recentWork(lists, RECENT_SHOWN));

/** What was done last, by whom, in whichever window. */
export function Recent() {
  const { records } = useSession();
  const { go } = useNavigation();
  useEveryChange();
  const recent = recentOf(...WORKED_ON.map((kind) => records.list(kind)), records.deleted());
  return (
    <HomeCard title={messages.recent}>
      <ul className={styles['list']} data-testid="recent">
        {recent.map((work) => {
          const route = routeTo(work.record, records);
          return (
            <HomeRow
              key={`${work.at} ${work.record.id}`}
              kind={`${messages.actions[work.action]}${KIND_NAMES[work.record.kind]}`}
              title={messages.recentTitle(recordTitle(work.record), work.count)}
              remark={`${work.by} ${shortTime(work.at)}`}
              onOpen={route && (() => go(route))}
            />
          );
        })}
      </ul>
    </HomeCard>
  );
}

/** The page of the record, or of the one that it belongs to; what was deleted is in the bin. */
function routeTo(record: ArchiveRecord, records: LiveRecords): Route | null {
  if (record.deletedAt !== null) return { screen: 'bin' };
  if (isFindable(record)) return recordRoute(record.kind, record.id);
  const owner = ownersOf(record)
    .map(records.get)
    .find((each) => each !== null);
  return owner && owner.deletedAt === null && isFindable(owner) ? recordRoute(owner.kind, owner.id) : null;
}

/** The time of day for today, else the day. */
function shortTime(at: string): string {
  const time = new Date(at);
  return time.toDateString() === new Date().toDateString()
    ? time.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })
    : time.toLocaleDateString('zh-CN');
}

import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import type { Level } from '#domain/vocabulary/levels';
import { useRecords } from '../../archive/use-records.ts';
import { ADD_NAMES, KIND_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { Drafts, Due, Gaps } from './attention.tsx';
import { COUNTED_SINCE, countYears } from './count-years.ts';
import styles from './home-screen.module.css';
import { messages } from './messages.ts';
import { Recent } from './recent.tsx';
import { rememberLast } from './remember-last.ts';
import { SecondPlaceReminder } from './second-place-reminder.tsx';
import { Years } from './years.tsx';

/** The levels that the office is asked about most. */
const ASKED_FOR: readonly Level[] = ['国家级', '省部级'];

const yearsOf = rememberLast(countYears);

/** What there is, what needs attention, and what was last worked on. */
export function Overview() {
  const [honors, plans, activities] = [useRecords('honor'), useRecords('plan'), useRecords('activity')];
  const table = yearsOf(honors, plans, activities);
  const counts: Readonly<Record<EntryKind, number>> = {
    honor: honors.length,
    plan: plans.length,
    activity: activities.length,
  };
  return (
    <Page title={messages.title} actions={<QuickActions />}>
      <div className={styles['numbers']}>
        {ENTRY_KINDS.map((kind) => (
          <KindNumber key={kind} kind={kind} count={counts[kind]} />
        ))}
        {ASKED_FOR.map((level) => (
          <div key={level} className={styles['asked']}>
            <span className={styles['numberName']}>{messages.sinceLevel(COUNTED_SINCE, level)}</span>
            <span className={styles['numberValue']}>{table.since.levels[level]}</span>
          </div>
        ))}
      </div>
      <div className={styles['columns']}>
        <div>
          <Recent />
          <Years table={table} />
        </div>
        <div>
          <SecondPlaceReminder />
          <Drafts />
          <Gaps />
          <Due />
        </div>
      </div>
    </Page>
  );
}

function QuickActions() {
  const { go } = useNavigation();
  return (
    <>
      <Button icon={<ImportOutlined aria-hidden />} onClick={() => go({ screen: 'import' })}>
        {messages.import}
      </Button>
      {ENTRY_KINDS.map((kind) => (
        <Button key={kind} icon={<PlusOutlined aria-hidden />} onClick={() => go({ screen: 'new', kind })}>
          {ADD_NAMES[kind]}
        </Button>
      ))}
    </>
  );
}

function KindNumber({ kind, count }: { readonly kind: EntryKind; readonly count: number }) {
  const { go } = useNavigation();
  return (
    <button type="button" className={styles['number']} onClick={() => go({ screen: 'ledger', kind })}>
      <span className={styles['numberName']}>{KIND_NAMES[kind]}</span>
      <span className={styles['numberValue']}>{count}</span>
    </button>
  );
}

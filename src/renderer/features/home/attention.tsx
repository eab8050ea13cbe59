import { Button } from 'antd';
import { useState } from 'react';
import { draftTitle, useDrafts } from '../../archive/drafts.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { findDue, type DueItem } from './find-due.ts';
import { findGaps } from './find-gaps.ts';
import { HomeCard, HomeRow } from './home-card.tsx';
import styles from './home-screen.module.css';
import { messages } from './messages.ts';
import { rememberLast } from './remember-last.ts';

const DUE_SHOWN = 6;
/** Who has more than this due works in a ledger, not on the home page. */
const MOST_DUE = 200;

const gapsOf = rememberLast(findGaps);
const dueOf = rememberLast(findDue);

/** Forms that were never saved; nothing when there are none. */
export function Drafts() {
  const { go } = useNavigation();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  return (
    <HomeCard title={messages.drafts}>
      <ul className={styles['list']}>
        {drafts.map((draft) => {
          const { key, kind, id, at, inOtherWindow } = draft;
          const name = (id === null ? messages.newDraft : messages.editedDraft)(KIND_NAMES[kind]);
          return (
            <HomeRow
              key={key}
              kind={name}
              title={draftTitle(draft) || messages.untitled}
              remark={inOtherWindow ? messages.inOtherWindow : new Date(at).toLocaleDateString('zh-CN')}
              onOpen={() => go(id === null ? { screen: 'new', kind } : { screen: 'edit', kind, id })}
            />
          );
        })}
      </ul>
    </HomeCard>
  );
}

/** What is to be completed, each leading to the ledger that shows just those. */
export function Gaps() {
  const { go } = useNavigation();
  const [honors, plans, activities] = [useRecords('honor'), useRecords('plan'), useRecords('activity')];
  const [practices, evaluations] = [useRecords('practice'), useRecords('evaluation')];
  const attachments = useRecords('attachment');
  const gaps = gapsOf(attachments, honors, plans, activities, practices, evaluations);
  return (
    <HomeCard title={messages.attention}>
      {gaps.length === 0 && <p className={styles['nothing']}>{messages.nothingToDo}</p>}
      <ul className={styles['list']}>
        {gaps.map(({ kind, gap, count }) => (
          <HomeRow
            key={`${kind} ${gap}`}
            title={messages.gap(KIND_NAMES[kind], gap)}
            remark={messages.items(count)}
            onOpen={() => go({ screen: 'ledger', kind, filter: gap })}
          />
        ))}
      </ul>
    </HomeCard>
  );
}

/** Rounds, reviews and plans whose time has come; nothing when there are none. */
export function Due() {
  const { archive } = useSession();
  const { go } = useNavigation();
  const [honors, programmes, plans] = [useRecords('honor'), useRecords('programme'), useRecords('plan')];
  const [isWhole, setWhole] = useState(false);
  const today = archive.today();
  const due = dueOf(today, honors, programmes, plans);
  if (due.length === 0) return null;
  const thisYear = Number(today.slice(0, 4));
  const open = ({ kind, id }: DueItem) => go({ screen: 'record', kind, id });
  return (
    <HomeCard title={messages.due}>
      <ul className={styles['list']}>
        {due.slice(0, isWhole ? MOST_DUE : DUE_SHOWN).map((item) => (
          <li key={`${item.what} ${item.id}`}>
            <button type="button" className={styles['dueItem']} onClick={() => open(item)}>
              <span className={styles['dueTitle']}>{item.title}</span>
              <span className={styles['dueRemark']}>{messages.dueItem(item, thisYear)}</span>
            </button>
          </li>
        ))}
      </ul>
      {due.length > DUE_SHOWN && (
        <Button type="link" size="small" onClick={() => setWhole(!isWhole)}>
          {isWhole ? messages.showFewer : messages.showAll(Math.min(due.length, MOST_DUE))}
        </Button>
      )}
    </HomeCard>
  );
}

import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Result, Space, Spin } from 'antd';
import { useLiveQuery } from 'dexie-react-hooks';
import { isEntry, recordTitle } from '#domain/records/archive-record';
import type { EntryKind } from '#domain/records/record-base';
import { findRecord } from '#storage/find-records';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Page } from '../../components/page.tsx';
import { useShortcut } from '../../hooks/use-shortcut.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { EntryDetails } from './entry-details.tsx';
import styles from './entry-page.module.css';
import { messages } from './messages.ts';

/** One record, to be read; F2 edits, Delete deletes, Escape goes back. */
export function EntryPage({ kind, id }: { readonly kind: EntryKind; readonly id: string }) {
  const { archive } = useSession();
  const { go, back } = useNavigation();
  const { deleteRecords } = useArchiveActions();
  const found = useLiveQuery(async () => (await findRecord(archive.database, id)) ?? 'missing', [archive, id]);
  const entry = found && found !== 'missing' && isEntry(found) ? found : null;

  const edit = () => go({ screen: 'edit', kind, id });
  const remove = async () => {
    if (entry && (await deleteRecords([entry.id], recordTitle(entry)))) go({ screen: 'ledger', kind });
  };
  useShortcut('F2', edit, entry !== null);
  useShortcut('Delete', () => void remove(), entry !== null);
  useShortcut('Escape', back);

  if (found === undefined) return <Spin className={styles['loading'] ?? ''} />;
  if (!entry) {
    const toLedger = <Button onClick={() => go({ screen: 'ledger', kind })}>{messages.backToLedger}</Button>;
    return <Result status="404" title={messages.notFound} subTitle={messages.notFoundHint} extra={toLedger} />;
  }
  return (
    <Page
      title={entry.title}
      actions={
        <Space>
          <Button onClick={back}>{messages.back}</Button>
          <Button icon={<DeleteOutlined aria-hidden />} danger onClick={() => void remove()}>
            {messages.remove}
          </Button>
          <Button type="primary" icon={<EditOutlined aria-hidden />} onClick={edit} title={messages.editKey}>
            {messages.edit}
          </Button>
        </Space>
      }
    >
      <EntryDetails entry={entry} />
      <p className={styles['footer']}>
        {messages.footer(entry.revision, entry.updatedBy, new Date(entry.updatedAt).toLocaleString('zh-CN'))}
      </p>
    </Page>
  );
}

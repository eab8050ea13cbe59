import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Result, Space } from 'antd';
import { isLedgerRecord, type LedgerRecord } from '#domain/records/archive-record';
import type { ReactNode } from 'react';
import type { LedgerKind } from '#domain/records/record-base';
import { OriginNote } from '../../archive/origin-note.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useRecord } from '../../archive/use-records.ts';
import { Page } from '../../components/page.tsx';
import { useShortcut } from '../../hooks/use-shortcut.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { EntryDetails } from './entry-details.tsx';
import styles from './entry-page.module.css';
import { messages } from './messages.ts';

type EntryPageProps = {
  readonly kind: LedgerKind;
  readonly id: string;
  /** What stands below the fields: attachments, links, history. */
  readonly children: (record: LedgerRecord) => ReactNode;
};

/** One record, to be read; F2 edits, Delete deletes, Escape goes back. */
export function EntryPage({ kind, id, children }: EntryPageProps) {
  const { go, back } = useNavigation();
  const { deleteRecords } = useArchiveActions();
  const found = useRecord(id);
  const entry = found && isLedgerRecord(found) ? found : null;

  const edit = () => go({ screen: 'edit', kind, id });
  const remove = async () => {
    if (entry && (await deleteRecords([entry.id], entry.title))) go({ screen: 'ledger', kind });
  };
  useShortcut('F2', edit, entry !== null);
  useShortcut('Delete', () => void remove(), entry !== null);
  useShortcut('Escape', back);

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
      {children(entry)}
      <p className={styles['footer']}>
        {messages.footer(entry.revision, entry.updatedBy, new Date(entry.updatedAt).toLocaleString('zh-CN'))}
        {entry.origin !== null && messages.footerOrigin}
        <OriginNote record={entry} />
      </p>
    </Page>
  );
}

import { Alert, Button, Empty, Space, Table, type TableColumnsType } from 'antd';
import { useEffect, useState } from 'react';
import type { ExportEntry } from '#contract/export-contract';
import type { DocumentOrder } from '#domain/documents/compose-document';
import { readDocumentOrder } from '#domain/documents/read-document-order';
import { SOURCE_KINDS } from '#domain/documents/source-kinds';
import { findChangesSince, type LaterChange } from '#storage/read-for-document';
import { callMain } from '../../archive/bridge.ts';
import { useSession } from '../../archive/session-context.tsx';
import { localMinute } from '../../components/local-minute.ts';
import { RunningJob } from './document-panel.tsx';
import styles from './documents.module.css';
import { JobReport } from './job-report.tsx';
import { messages } from './messages.ts';
import { volumeOf, type DocumentDesk } from './use-document-job.ts';

const words = messages.history;
const PAGE_SIZE = 20;

type Listed = { readonly key: string; readonly entry: ExportEntry; readonly order: DocumentOrder | null };
type History = { readonly listed: readonly Listed[]; readonly unreadable: number };

/** Every document that was handed out, latest first, each to be made again as it was. */
export function HistoryPanel({ desk }: { readonly desk: DocumentDesk }) {
  const history = useHistory(desk);
  const { job, isRunning, cancel } = desk;
  if (history === null) return null;
  if (history.listed.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.empty} />;
  return (
    <>
      <p className={styles['intro']}>{words.intro}</p>
      {history.unreadable > 0 && <Alert type="warning" showIcon title={words.unreadable(history.unreadable)} />}
      {isRunning && (
        <Space className={styles['actions'] ?? ''}>
          <Button onClick={cancel}>{messages.cancel}</Button>
        </Space>
      )}
      {job?.state === 'running' && <RunningJob progress={job.progress} />}
      {job && (
        <JobReport job={job} onPreview={(produced) => desk.show({ title: messages.names[job.kind], produced })} />
      )}
      <Table<Listed>
        className={styles['history'] ?? ''}
        size="small"
        columns={columnsOf(desk)}
        dataSource={[...history.listed]}
        pagination={history.listed.length > PAGE_SIZE ? { pageSize: PAGE_SIZE, showSizeChanger: false } : false}
        expandable={{ columnTitle: words.details, columnWidth: 64, expandedRowRender: detailsOf(desk) }}
      />
    </>
  );
}

function detailsOf(desk: DocumentDesk) {
  return (listed: Listed) => <Details listed={listed} desk={desk} />;
}

/** Null until it has been read; read again when a job has ended. */
function useHistory({ job }: DocumentDesk): History | null {
  const [history, setHistory] = useState<History | null>(null);
  const isRunning = job?.state === 'running';
  useEffect(() => {
    if (isRunning) return undefined;
    let isWanted = true;
    const read = async () => {
      const { entries, unreadable } = await callMain('exports:read', null);
      const listed = entries.map((entry, index) => ({
        key: `${entry.at} ${entries.length - index}`,
        entry,
        order: entry.order === null ? null : readDocumentOrder(entry.order),
      }));
      if (isWanted) setHistory({ listed, unreadable });
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [isRunning]);
  return history;
}

function columnsOf({ isRunning, repeat }: DocumentDesk): TableColumnsType<Listed> {
  return [
    { key: 'at', title: words.at, width: 150, render: (_, { entry }) => localMinute(entry.at) },
    { key: 'kind', title: messages.kind, width: 120, render: (_, { entry }) => kindName(entry.kind) },
    {
      key: 'title',
      title: words.title,
      ellipsis: true,
      render: (_, { entry, order }) => words.titled(entry.title, order ? volumeOf(order) : ''),
    },
    { key: 'entries', title: words.entries, width: 80, align: 'right', render: (_, { entry }) => entry.entries },
    { key: 'by', title: words.by, width: 110, ellipsis: true, render: (_, { entry }) => entry.by },
    {
      key: 'actions',
      title: words.actions,
      width: 110,
      render: (_, { entry, order }) =>
        order && (
          <Button
            size="small"
            disabled={isRunning}
            aria-label={words.repeatOf(entry.title)}
            onClick={() => void repeat(order, entry)}
          >
            {words.repeat}
          </Button>
        ),
    },
  ];
}

function kindName(kind: string): string {
  const names: Readonly<Record<string, string>> = messages.names;
  return Object.hasOwn(names, kind) ? (names[kind] ?? kind) : kind;
}

/** The file and the data it was made from, and what has become of the data. */
function Details({ listed, desk }: { readonly listed: Listed; readonly desk: DocumentDesk }) {
  const { entry, order } = listed;
  const { archive } = useSession();
  const changes = useChangesSince(entry, order);
  return (
    <dl className={styles['details']}>
      <dt>{words.file}</dt>
      <dd>{words.fileOf(entry.file, messages.kilobytes(entry.bytes))}</dd>
      <dt>SHA-256</dt>
      <dd className={styles['hash']}>{entry.sha256}</dd>
      <dt>{words.version}</dt>
      <dd>{words.versionOf(entry.version.sequence, entry.version.hash.slice(0, 12), entry.program)}</dd>
      {order === null ? (
        <dd>{words.unknownOrder}</dd>
      ) : (
        changes !== undefined && (
          <>
            <dt>{words.since}</dt>
            <dd>
              <Changes changes={changes} />
              {(changes === null || changes.length > 0) && (
                <Button
                  size="small"
                  disabled={desk.isRunning}
                  onClick={() => void desk.start(withDay(order, archive.today()))}
                >
                  {words.anew}
                </Button>
              )}
            </dd>
          </>
        )
      )}
    </dl>
  );
}

function withDay(order: DocumentOrder, compiledOn: string): DocumentOrder {
  return { ...order, options: { ...order.options, compiledOn } } as DocumentOrder;
}

const MOST_NAMED = 5;

function Changes({ changes }: { readonly changes: readonly LaterChange[] | null }) {
  if (changes === null) return words.noSuchVersion;
  if (changes.length === 0) return words.unchanged;
  return (
    <>
      {words.changed(changes.length)}
      <ul className={styles['changes']}>
        {changes.slice(0, MOST_NAMED).map(({ sequence, at, by, label, records }) => (
          <li key={sequence}>{words.change(localMinute(at), by, label, records)}</li>
        ))}
      </ul>
    </>
  );
}

/** Undefined until it is known; null when the archive never had that version. */
function useChangesSince({ version }: ExportEntry, order: DocumentOrder | null) {
  const { archive, records } = useSession();
  const [changes, setChanges] = useState<readonly LaterChange[] | null>();
  const { sequence, hash } = version;
  const kind = order?.kind ?? null;
  useEffect(() => {
    if (kind === null) return undefined;
    let isWanted = true;
    const look = async () => {
      const found = await findChangesSince(archive.database, SOURCE_KINDS[kind], { sequence, hash });
      if (isWanted) setChanges(found);
    };
    void look();
    const stop = records.onChange(() => void look());
    return () => {
      isWanted = false;
      stop();
    };
  }, [archive, records, kind, sequence, hash]);
  return changes;
}

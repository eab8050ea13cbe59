import { Button, Segmented, Spin, Table, Tag, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { formatBytes } from '../../archive/attach-messages.ts';
import { useAttach } from '../../archive/use-attach.tsx';
import { Dialog } from '../../components/dialog.tsx';
import styles from './evidence.module.css';
import { messages } from './messages.ts';
import { RecordChoice } from './record-choice.tsx';
import { useFolderMatching, type ScanRow } from './use-folder-matching.ts';

const ROWS_ON_A_PAGE = 50;
type Shown = 'all' | 'sure' | 'likely' | 'none';
const TAG_COLOURS = { sure: 'success', likely: 'warning', none: 'default' } as const;

/** A folder of scans: each file with the record that it seems to belong to, to be confirmed and attached together. */
export function FolderDialog({ onClose }: { readonly onClose: () => void }) {
  const attach = useAttach();
  const { matching, choose, release } = useFolderMatching(onClose);
  const [shown, setShown] = useState<Shown>('all');
  const rows = matching.step === 'table' ? matching.rows : NO_ROWS;
  const chosen = rows.flatMap(({ file, target }) => (target === null ? [] : [{ file, ownerId: target }]));
  const close = () => {
    release(new Set());
    onClose();
  };
  const confirm = () => {
    release(new Set(chosen.map(({ file }) => file.token)));
    onClose();
    void attach(chosen);
  };
  // The system's own dialog stands in front while a folder is chosen.
  if (matching.step === 'choosing') return null;
  return (
    <Dialog
      width={1040}
      title={messages.folderTitle}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{messages.cancel}</Button>
          <Button type="primary" disabled={chosen.length === 0} onClick={confirm}>
            {messages.attach(chosen.length)}
          </Button>
        </>
      }
    >
      {matching.step === 'matching' && (
        <p aria-live="polite" className={styles['matching']}>
          <Spin size="small" /> {messages.matching(matching.files)}
        </p>
      )}
      {matching.step === 'failed' && <p role="alert">{matching.text}</p>}
      {matching.step === 'table' && (
        <>
          <Summary rows={rows} notes={matching.notes} shown={shown} onShow={setShown} />
          <ScanTable rows={rows} shown={shown} onChoose={choose} />
        </>
      )}
    </Dialog>
  );
}

const NO_ROWS: readonly ScanRow[] = [];

type SummaryProps = {
  readonly rows: readonly ScanRow[];
  readonly notes: readonly string[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
};

function Summary({ rows, notes, shown, onShow }: SummaryProps) {
  const chosen = rows.filter(({ target }) => target !== null).length;
  const open = rows.filter(
    ({ match, target, isDecided }) => match.verdict === 'likely' && target === null && !isDecided,
  );
  const none = rows.filter(({ match, target }) => match.verdict === 'none' && target === null).length;
  return (
    <div className={styles['summary']}>
      <Segmented<Shown>
        size="small"
        aria-label={messages.verdictLabel}
        value={shown}
        onChange={onShow}
        options={(['all', 'sure', 'likely', 'none'] as const).map((value) => ({
          value,
          label: messages.gapCount(
            messages.verdictFilter[value],
            value === 'all' ? rows.length : rows.filter(({ match }) => match.verdict === value).length,
          ),
        }))}
      />
      <span aria-live="polite">{messages.summary(chosen, open.length, none)}</span>
      {notes.map((note) => (
        <span key={note} className={styles['lacking']}>
          {note}
        </span>
      ))}
    </div>
  );
}

type ScanTableProps = {
  readonly rows: readonly ScanRow[];
  readonly shown: Shown;
  readonly onChoose: (token: string, target: string | null) => void;
};

function ScanTable({ rows, shown, onChoose }: ScanTableProps) {
  const columns = useMemo<TableColumnsType<ScanRow>>(
    () => [
      {
        key: 'file',
        title: messages.tableFile,
        width: 290,
        ellipsis: true,
        render: (_, { file }) => (
          <span title={file.place === '' ? file.name : `${file.place}/${file.name}`}>
            {file.name} <span className={styles['quiet']}>{formatBytes(file.bytes)}</span>
          </span>
        ),
      },
      {
        key: 'verdict',
        title: messages.tableVerdict,
        width: 82,
        render: (_, { match }) => <Tag color={TAG_COLOURS[match.verdict]}>{messages.verdicts[match.verdict]}</Tag>,
      },
      {
        key: 'record',
        title: messages.tableRecord,
        render: (_, { file, match, target }) => (
          <RecordChoice
            label={messages.recordOf(file.name)}
            value={target}
            proposals={match.proposals.map(({ id }) => id)}
            onChange={(id) => onChoose(file.token, id)}
          />
        ),
      },
      {
        key: 'reasons',
        title: messages.tableReasons,
        width: 190,
        render: (_, row) => <span className={styles['quiet']}>{reasonsOf(row)}</span>,
      },
    ],
    [onChoose],
  );
  const visible = shown === 'all' ? rows : rows.filter(({ match }) => match.verdict === shown);
  return (
    <Table<ScanRow>
      size="small"
      rowKey={({ file }) => file.token}
      dataSource={[...visible]}
      columns={columns}
      pagination={{ pageSize: ROWS_ON_A_PAGE, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}

function reasonsOf({ match, target, isDecided }: ScanRow): string {
  if (target === null) return isDecided ? messages.skip : '';
  const proposal = match.proposals.find(({ id }) => id === target);
  return proposal ? proposal.reasons.map((reason) => messages.reasons[reason]).join('、') : messages.chosenByHand;
}

import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  DisconnectOutlined,
  LockOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ListedBackup } from '#contract/backup-contract';
import { formatBytes } from '../../archive/attach-messages.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { localMinute } from '../../components/local-minute.ts';
import { messages } from './messages.ts';
import styles from './safety.module.css';

type BackupTableProps = {
  readonly backups: readonly ListedBackup[];
  readonly isBusy: boolean;
  readonly onRehearse: (id: string) => void;
  readonly onRestore: (id: string) => void;
  readonly onReveal: (id: string) => void;
};

const SHOWN_FIRST = 8;

const STATES: Readonly<Record<ListedBackup['state'], { readonly look: string; readonly icon: ReactNode }>> = {
  good: { look: 'good', icon: <CheckCircleOutlined aria-hidden /> },
  unproven: { look: 'quiet', icon: <MinusCircleOutlined aria-hidden /> },
  failed: { look: 'problem', icon: <CloseCircleOutlined aria-hidden /> },
  missing: { look: 'attention', icon: <DisconnectOutlined aria-hidden /> },
};

/** The latest backup first; those long ago only when they are asked for. */
export function BackupTable({ backups, isBusy, onRehearse, onRestore, onReveal }: BackupTableProps) {
  const { backups: words } = messages;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? backups : backups.slice(0, SHOWN_FIRST);
  return (
    <>
      <table className={styles['backups']} aria-label={words.table}>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([column, name]) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((backup) => {
            const { id, madeAt, state } = backup;
            const at = localMinute(madeAt);
            const action = (name: string, run: (of: string) => void, isOff: boolean) => (
              <Button
                size="small"
                type="link"
                aria-label={words.of(name, at)}
                disabled={isOff || state === 'missing'}
                onClick={() => run(id)}
              >
                {name}
              </Button>
            );
            return (
              <tr key={id}>
                <td title={backup.path}>{at}</td>
                <td>{backupMessages.reason(backup.reason)}</td>
                <td>{formatBytes(backup.bytes)}</td>
                <td>
                  {words.attachments[backup.attachments]}
                  {backup.isSealed && (
                    <>
                      ，<LockOutlined aria-hidden /> {words.isSealed}
                    </>
                  )}
                </td>
                <td>
                  <StateWord backup={backup} />
                </td>
                <td className={styles['actions']}>
                  {action(words.rehearse, onRehearse, isBusy)}
                  {action(words.restore, onRestore, isBusy)}
                  {action(words.reveal, onReveal, false)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length < backups.length && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {words.showAll(backups.length)}
        </Button>
      )}
    </>
  );
}

function StateWord({ backup: { state, rehearsal } }: { readonly backup: ListedBackup }) {
  const { look, icon } = STATES[state];
  return (
    <span
      className={styles[look]}
      title={rehearsal ? messages.backups.rehearsedAt(localMinute(rehearsal.at)) : undefined}
    >
      {icon} {backupMessages.state[state]}
    </span>
  );
}

import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ListedBackup } from '#contract/backup-contract';
import { backupMessages } from '../../archive/backup-messages.ts';
import { callMain } from '../../archive/bridge.ts';
import { useLockState } from '../../archive/lock-state.ts';
import { useSession } from '../../archive/session-context.tsx';
import { backUp, type Outcome } from './back-up.ts';
import { BackupTable } from './backup-table.tsx';
import { messages } from './messages.ts';
import { SealDialog } from './seal-dialog.tsx';
import { UnlockDialog, type Unlocked } from './unlock-dialog.tsx';
import styles from './safety.module.css';
import { useLongWork } from './use-long-work.ts';
import { WorkProgress } from './work-progress.tsx';

type BackupsSectionProps = {
  readonly backups: readonly ListedBackup[];
  readonly onChange: () => Promise<void>;
  /** Null: from a file that the person chooses. */
  readonly onRestore: (id: string | null) => void;
  readonly onMove: () => void;
};

/** A passphrase, and what for. */
type Asking = { readonly for: 'sealing' } | { readonly for: 'rehearsing'; readonly token: string };

/** The packages that this archive has made or rehearsed, and what can be done with them. */
export function BackupsSection({ backups, onChange, onRestore, onMove }: BackupsSectionProps) {
  const { backups: words } = messages;
  const { archive } = useSession();
  const isSealed = useLockState()?.isSealed ?? false;
  const work = useLongWork();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const isBusy = work.running !== null;
  const start = async (name: 'backup' | 'rehearse', task: () => Promise<Outcome>) => {
    setOutcome(null);
    setOutcome(await work.run(name, task));
    await onChange();
  };
  const seal = (passphrase: string) => {
    setAsking(null);
    void start('backup', () => backUp(archive.database, 'asked', passphrase));
  };
  const rehearse = async (listed: string) => {
    setOutcome(null);
    const opened = await work.run('rehearse', () => callMain('package:open', { listed }));
    if (opened.ok || !('token' in opened)) return start('rehearse', () => rehearseOpened(opened));
    setAsking({ for: 'rehearsing', token: opened.token });
  };
  const reveal = async (id: string) => {
    if (!(await callMain('backups:reveal', { listed: id }))) setOutcome({ type: 'error', text: words.notThere });
  };
  return (
    <section className={styles['section']} aria-labelledby="backups-title">
      <header className={styles['heading']}>
        <h2 id="backups-title" className={styles['title']}>
          {words.title}
        </h2>
        <Button
          type="primary"
          disabled={isBusy}
          onClick={() => void start('backup', () => backUp(archive.database, 'asked'))}
        >
          {words.now}
        </Button>
        <Button disabled={isBusy} onClick={() => setAsking({ for: 'sealing' })}>
          {words.sealed}
        </Button>
        <Button disabled={isBusy} onClick={() => onRestore(null)}>
          {words.fromFile}
        </Button>
        <Button disabled={isBusy} onClick={onMove}>
          {words.move}
        </Button>
      </header>
      <p className={styles['quiet']}>{isSealed ? `${words.what}${words.alsoSealed}` : words.what}</p>
      {work.running && <WorkProgress work={work.running} />}
      {outcome && <Alert type={outcome.type} showIcon title={outcome.text} role="alert" />}
      {backups.length === 0 ? (
        <p className={styles['quiet']}>{words.none}</p>
      ) : (
        <BackupTable
          backups={backups}
          isBusy={isBusy}
          onRehearse={(id) => void rehearse(id)}
          onRestore={onRestore}
          onReveal={(id) => void reveal(id)}
        />
      )}
      {backups.some(({ asksPassphrase }) => asksPassphrase) && <p className={styles['quiet']}>{words.sealedNote}</p>}
      {asking?.for === 'sealing' && <SealDialog onSeal={seal} onClose={() => setAsking(null)} />}
      {asking?.for === 'rehearsing' && (
        <UnlockDialog
          token={asking.token}
          onOpened={(opened) => {
            setAsking(null);
            void start('rehearse', () => rehearseOpened(opened));
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}

async function rehearseOpened(opened: Unlocked): Promise<Outcome> {
  if (!opened.ok) return refused(opened.code);
  try {
    const rehearsed = await callMain('package:rehearse', { token: opened.token });
    if (!rehearsed.ok) return refused(rehearsed.code);
    return rehearsed.isGood
      ? { type: 'success', text: messages.backups.rehearsed }
      : { type: 'error', text: messages.backups.notRehearsed(rehearsed.detail) };
  } finally {
    await callMain('package:close', { token: opened.token });
  }
}

function refused(code: keyof typeof backupMessages.packageFailed): Outcome {
  return { type: code === 'cancelled' ? 'info' : 'error', text: backupMessages.packageFailed[code] };
}

import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../archive/session-context.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { backUp, type Outcome } from './back-up.ts';
import { messages } from './messages.ts';
import { SealDialog } from './seal-dialog.tsx';
import styles from './safety.module.css';
import { useLongWork } from './use-long-work.ts';
import { WorkProgress } from './work-progress.tsx';

/** The walk to another computer: a complete package here, and what to do with it there. */
export function MoveDialog({ onClose }: { readonly onClose: () => void }) {
  const { move: words } = messages;
  const { archive } = useSession();
  const work = useLongWork();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isBusy = work.running !== null;
  const [isSealing, setSealing] = useState(false);
  const make = async (passphrase: string | null) => {
    setSealing(false);
    setOutcome(null);
    setOutcome(await work.run('backup', () => backUp(archive.database, 'asked', passphrase)));
  };
  return (
    <Dialog
      title={words.title}
      width={640}
      closable={!isBusy}
      mask={{ closable: false }}
      onCancel={() => {
        if (!isBusy) onClose();
      }}
      footer={
        <Button disabled={isBusy} onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <ol className={styles['steps']}>
        <li>
          <h3>{words.make}</h3>
          <p>{words.makeHow}</p>
          {work.running ? (
            <WorkProgress work={work.running} />
          ) : (
            <div className={styles['decision']}>
              <Button type={outcome?.type === 'success' ? 'default' : 'primary'} onClick={() => void make(null)}>
                {words.makeNow}
              </Button>
              <Button onClick={() => setSealing(true)}>{words.makeSealed}</Button>
            </div>
          )}
          {outcome && <Alert type={outcome.type} showIcon title={outcome.text} role="alert" />}
        </li>
        <li>
          <h3>{words.there}</h3>
          <p>{words.thereHow}</p>
        </li>
        <li>
          <h3>{words.check}</h3>
          <p>{words.checkHow}</p>
        </li>
      </ol>
      {isSealing && <SealDialog onSeal={(passphrase) => void make(passphrase)} onClose={() => setSealing(false)} />}
    </Dialog>
  );
}

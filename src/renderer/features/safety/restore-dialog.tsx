import { Alert, App, Button, Checkbox } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ArchiveDatabase } from '#storage/database';
import { callMain } from '../../archive/bridge.ts';
import { Dialog } from '../../components/dialog.tsx';
import { messages } from './messages.ts';
import { RestorePreview } from './restore-preview.tsx';
import styles from './safety.module.css';
import { UnlockForm } from './unlock-form.tsx';
import { useRestoreWalk, type OpenedPackage } from './use-restore-walk.ts';
import { WorkProgress } from './work-progress.tsx';

type RestoreDialogProps = {
  /** A listed package; null: main asks for a file. */
  readonly listed: string | null;
  /** Null when the archive that is here is not open. */
  readonly database: ArchiveDatabase | null;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
};

/** Restores a package: into the present archive, by an explicit step, or into an empty folder to look inside. */
export function RestoreDialog({ listed, database, isReadOnly, onClose }: RestoreDialogProps) {
  const { restore: words } = messages;
  const walk = useRestoreWalk({ listed, database });
  const { step, work } = walk;
  const isBusy = work.running !== null;
  const close = () => {
    if (!isBusy) void walk.close().then(onClose);
  };
  // Nobody has chosen a file, or the check was ended.
  const onClosed = useEffectEvent(onClose);
  useEffect(() => {
    if (step.is === 'closed') onClosed();
  }, [step.is]);
  if (step.is === 'closed' || (step.is === 'opening' && !work.running?.progress && listed === null)) return null;
  return (
    <Dialog
      title={words.title}
      width={680}
      onCancel={close}
      closable={!isBusy}
      mask={{ closable: false }}
      footer={
        isBusy ? null : (
          <Button onClick={close} autoFocus={step.is !== 'preview' && step.is !== 'locked'}>
            {words.close}
          </Button>
        )
      }
    >
      <div className={styles['preview']} data-testid="restore">
        {step.is === 'refused' && <Alert type="error" showIcon title={step.why} role="alert" />}
        {step.is === 'locked' && (
          <UnlockForm isWrong={step.isWrong} isBusy={isBusy} onSubmit={(passphrase) => void walk.unlock(passphrase)} />
        )}
        {step.is === 'beside' && <Beside folder={step.folder} />}
        {step.is === 'preview' && (
          <>
            {step.failed !== null && <Alert type="error" showIcon title={step.failed} role="alert" />}
            <RestorePreview opened={step.opened} />
            {!isBusy && (
              <Decision
                opened={step.opened}
                isOpen={database !== null}
                isReadOnly={isReadOnly}
                onHere={() => void walk.restoreHere(step.opened)}
                onBeside={() => void walk.restoreBeside(step.opened)}
              />
            )}
          </>
        )}
        {work.running && <WorkProgress work={work.running} />}
      </div>
    </Dialog>
  );
}

type DecisionProps = {
  readonly opened: OpenedPackage;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly onHere: () => void;
  readonly onBeside: () => void;
};

function Decision({ opened, isOpen, isReadOnly, onHere, onBeside }: DecisionProps) {
  const { restore: words } = messages;
  const [isAgreed, setAgreed] = useState(false);
  const isSame = opened.changes?.byKind.size === 0;
  return (
    <>
      {isReadOnly && <p className={styles['quiet']}>{words.readOnly}</p>}
      {!isReadOnly && !isSame && (
        <>
          <p>{isOpen ? words.how : words.howUnopened}</p>
          <Checkbox checked={isAgreed} onChange={({ target }) => setAgreed(target.checked)}>
            {words.agree}
          </Checkbox>
        </>
      )}
      <div className={styles['decision']}>
        {!isSame && (
          <Button type="primary" danger disabled={!isAgreed || isReadOnly} onClick={onHere}>
            {words.here}
          </Button>
        )}
        <Button onClick={onBeside}>{words.elsewhere}</Button>
      </div>
    </>
  );
}

function Beside({ folder }: { readonly folder: string }) {
  const { restore: words } = messages;
  const { message } = App.useApp();
  const start = async () => {
    if (await callMain('package:start-restored', null)) void message.success(words.opened);
  };
  return (
    <>
      <Alert type="success" showIcon title={words.into(folder)} role="alert" />
      <div className={styles['decision']}>
        <Button type="primary" onClick={() => void start()}>
          {words.open}
        </Button>
      </div>
    </>
  );
}

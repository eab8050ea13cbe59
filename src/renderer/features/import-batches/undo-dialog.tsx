import { Alert, Radio, Spin } from 'antd';
import { useRef, useState } from 'react';
import type { ImportBatch } from '#domain/records/import-batch';
import { undoImport, type ImportAccount } from '#storage/undo-import';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FieldList } from '../../components/field-list.tsx';
import { localMinute } from '../../components/local-minute.ts';
import { EditedTable } from './edited-table.tsx';
import styles from './import-batches.module.css';
import { messages } from './messages.ts';
import { accountRows, describeUndoProblem, undoButton, undoneText } from './undo-words.ts';
import { useImportAccounts, type ImportAccounts } from './use-import-accounts.ts';

const { undoing: words } = messages;

type UndoDialogProps = {
  readonly batch: ImportBatch;
  readonly onUndone: () => void;
  readonly onClose: () => void;
};

/** Takes an import back: first what that does, and what becomes of the work that was done since. */
export function UndoDialog({ batch, onUndone, onClose }: UndoDialogProps) {
  const { perform } = useArchiveActions();
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  const accounts = useImportAccounts(batch.id, isBusy);
  const [chosen, setChosen] = useState<Choice | null>(null);
  const choice = chosen ?? safeChoice(accounts);
  const account = accountOf(accounts, choice);

  const undo = async () => {
    if (busy.current || choice === null || account === null) return;
    busy.current = true;
    setBusy(true);
    const keepEdited = choice === 'keep';
    const undone = await perform((archive) => undoImport(archive, batch.id, { keepEdited }), {
      // What was done is counted anew: somebody may have edited a record in the meantime.
      done: (value) => undoneText(batch.title, value, keepEdited ? value.edited.length : 0),
      label: words.label(batch.title),
    });
    busy.current = false;
    setBusy(false);
    if (undone) onUndone();
  };
  return (
    <Dialog
      width={760}
      title={words.title(batch.title)}
      okText={account === null ? words.ok : undoButton(account)}
      okButtonProps={{ danger: true, disabled: account === null }}
      cancelText={words.cancel}
      confirmLoading={isBusy}
      mask={{ closable: false }}
      onOk={() => void undo()}
      onCancel={onClose}
    >
      <p className={styles['intro']}>
        {words.intro(localMinute(batch.createdAt), batch.createdBy, batch.added ?? 0, batch.changed ?? 0)}
      </p>
      <Account accounts={accounts} choice={choice} isBusy={isBusy} onChoose={setChosen} />
    </Dialog>
  );
}

type Choice = 'keep' | 'whole';

/** Work that was done since is kept, unless nothing would be left to take back; then a person has to decide. */
function safeChoice(accounts: ImportAccounts): Choice | null {
  return accounts.state === 'known' && accounts.keeping.ok ? 'keep' : null;
}

function accountOf(accounts: ImportAccounts, choice: Choice | null): ImportAccount | null {
  if (accounts.state !== 'known' || choice === null) return null;
  const inspected = choice === 'keep' ? accounts.keeping : accounts.whole;
  return inspected.ok ? inspected.value : null;
}

type AccountProps = {
  readonly accounts: ImportAccounts;
  readonly choice: Choice | null;
  readonly isBusy: boolean;
  readonly onChoose: (choice: Choice) => void;
};

function Account({ accounts, choice, isBusy, onChoose }: AccountProps) {
  if (accounts.state === 'counting') {
    return (
      <p aria-live="polite">
        <Spin size="small" /> {words.counting}
      </p>
    );
  }
  if (accounts.state === 'failed') return <Alert type="error" showIcon title={words.failed(accounts.detail)} />;
  const { keeping, whole } = accounts;
  if (!whole.ok) return <Alert type="warning" showIcon title={describeUndoProblem(whole.error)} />;
  const { edited } = whole.value;
  const account = accountOf(accounts, choice);
  return (
    <>
      {edited.length > 0 && (
        <>
          <EditedTable edited={edited} />
          <KeepChoice
            count={edited.length}
            mayKeep={keeping.ok}
            choice={choice}
            isDisabled={isBusy}
            onChoose={onChoose}
          />
        </>
      )}
      {account && <AccountList account={account} kept={choice === 'keep' ? edited.length : 0} />}
    </>
  );
}

function AccountList({ account, kept }: { readonly account: ImportAccount; readonly kept: number }) {
  if (account.takenBack === 0) return <p>{words.nothingLeft}</p>;
  return (
    <section aria-label={words.accountLabel} aria-live="polite">
      <FieldList columns={1} testId="undo-account" rows={accountRows(account, kept)} />
      <p className={styles['safe']}>{words.safe}</p>
    </section>
  );
}

type KeepChoiceProps = {
  readonly count: number;
  readonly mayKeep: boolean;
  readonly choice: Choice | null;
  readonly isDisabled: boolean;
  readonly onChoose: (choice: Choice) => void;
};

function KeepChoice({ count, mayKeep, choice, isDisabled, onChoose }: KeepChoiceProps) {
  return (
    <Radio.Group
      aria-label={words.choice}
      className={styles['choices'] ?? ''}
      disabled={isDisabled}
      value={choice}
      onChange={(event) => onChoose(event.target.value as Choice)}
    >
      <Radio value="keep" disabled={!mayKeep || isDisabled}>
        {words.keep(count)}
        <span className={styles['choiceHint']}>{mayKeep ? words.keepHint : words.keepNothing}</span>
      </Radio>
      <Radio value="whole">
        {words.whole}
        <span className={styles['choiceHint']}>{words.wholeHint}</span>
      </Radio>
    </Radio.Group>
  );
}

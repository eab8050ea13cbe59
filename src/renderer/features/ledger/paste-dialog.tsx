import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { planCells, type CellPlan } from '#domain/ledger/plan-cells';
import type { PastedBlock } from '#domain/ledger/paste-block';
import type { LedgerKind } from '#domain/records/record-base';
import { changeRecords } from '#storage/change-records';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ChangePreview } from './change-preview.tsx';
import { messages } from './messages.ts';
import styles from './change-preview.module.css';

/** Cells that wait to be looked at before they are written, pasted or filled down. */
export type PendingBlock = {
  readonly title: string;
  readonly apply: string;
  readonly block: PastedBlock;
  readonly label: (count: number) => string;
  /** Whether the rows of the preview are those of a copied block. */
  readonly isPasted: boolean;
};

type PasteDialogProps = {
  readonly kind: LedgerKind;
  readonly pending: PendingBlock;
  readonly onClose: () => void;
};

/** What pasting would do, with every problem named by its row and column; then it is done as a whole or not at all. */
export function PasteDialog({ kind, pending, onClose }: PasteDialogProps) {
  const { block } = pending;
  const { archive } = useSession();
  const { perform } = useArchiveActions();
  const [addsBeyond, setAddsBeyond] = useState(block.beyond > 0);
  const [skipsRefused, setSkipsRefused] = useState(false);
  const plan: CellPlan = useMemo(() => {
    const wishes = addsBeyond ? block.wishes : block.wishes.filter(({ record }) => record !== null);
    return planCells(kind, wishes, archive.today());
  }, [kind, block, addsBeyond, archive]);
  const { edits, additions } = plan.changes;
  const { refused } = plan.counts;
  const count = edits.length + additions.length;
  const isBlocked = refused > 0 && !skipsRefused;
  const [isApplying, setApplying] = useState(false);
  const apply = async () => {
    setApplying(true);
    const label = pending.label(count);
    const done = await perform((open) => changeRecords(open, plan.changes, 'paste', label), {
      label,
      done: ({ foundedUnits }) =>
        foundedUnits.length === 0
          ? messages.changes.done(count)
          : messages.changes.doneFounded(count, foundedUnits.length),
    });
    setApplying(false);
    if (done) onClose();
  };
  return (
    <Dialog
      width={900}
      title={pending.title}
      okText={pending.apply}
      cancelText={messages.cancel}
      okButtonProps={{ disabled: count === 0 || isBlocked, autoFocus: true }}
      confirmLoading={isApplying}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      {block.hadHeadings && <p className={styles['note']}>{messages.paste.headings}</p>}
      {block.columnsBeyond > 0 && <p className={styles['note']}>{messages.paste.columnsBeyond(block.columnsBeyond)}</p>}
      {block.beyond > 0 && (
        <Checkbox checked={addsBeyond} onChange={(event) => setAddsBeyond(event.target.checked)}>
          {messages.paste.addBeyond(block.beyond)}
        </Checkbox>
      )}
      <ChangePreview kind={kind} plan={plan} isNumbered={pending.isPasted} />
      {refused > 0 && (
        <p className={styles['note']}>
          {isBlocked && `${messages.paste.mustFix} `}
          <Checkbox checked={skipsRefused} onChange={(event) => setSkipsRefused(event.target.checked)}>
            {messages.paste.skipRefused(refused)}
          </Checkbox>
        </p>
      )}
    </Dialog>
  );
}

import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { recordTitle } from '#domain/records/archive-record';
import type { UnitReference } from '#domain/records/record-base';
import type { UnitChange } from '#domain/records/unit-change';
import type { Unit } from '#domain/records/unit';
import { withdrawUnitChange } from '#storage/change-unit';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { messages } from './messages.ts';
import { UnitLink } from './unit-link.tsx';
import { useSuccession } from '../../archive/use-unit-line.ts';
import { useDialogs } from '../../hooks/use-dialogs.ts';
import styles from './units.module.css';

/** What happened to a unit, earliest first, with the documents that it rests on; each can be corrected or withdrawn. */
export function SuccessionSection({ unit }: { readonly unit: Unit }) {
  const changes = useSuccession().changesOf(unit.id);
  const [correcting, setCorrecting] = useState<UnitChange | null>(null);
  return (
    <section aria-label={messages.page.succession}>
      <h2 className={styles['subtitle']}>{messages.page.succession}</h2>
      {changes.length === 0 && <p className={styles['none']}>{messages.page.noSuccession}</p>}
      <ol className={styles['changes']} data-testid="succession">
        {changes.map((change) => (
          <ChangeItem key={change.id} change={change} unitId={unit.id} onCorrect={() => setCorrecting(change)} />
        ))}
      </ol>
      {correcting && <CorrectionDialog change={correcting} onClose={() => setCorrecting(null)} />}
    </section>
  );
}

type ChangeItemProps = { readonly change: UnitChange; readonly unitId: string; readonly onCorrect: () => void };

function ChangeItem({ change, unitId, onCorrect }: ChangeItemProps) {
  const dialogs = useDialogs();
  const { perform } = useArchiveActions();
  const withdraw = () =>
    dialogs.confirm({
      title: messages.change.withdrawTitle,
      content: messages.change.withdrawBody,
      okText: messages.page.withdraw,
      cancelText: messages.cancel,
      okButtonProps: { danger: true },
      onOk: () =>
        perform(
          (archive) =>
            withdrawUnitChange(archive, { id: change.id, revision: change.revision }, messages.change.withdrawReason),
          { done: messages.change.withdrawn, label: recordTitle(change) },
        ),
    });
  return (
    <li className={styles['change']}>
      <span className={styles['period']}>{formatFuzzyDate(change.date)}</span>
      <span className={styles['tag']}>{roleOf(change, unitId)}</span>
      <div className={styles['nameText']}>
        <Units references={change.from} unitId={unitId} />
        {` ${change.change}${change.to.length > 0 ? ' → ' : ''}`}
        <Units references={change.to} unitId={unitId} />
        <div className={styles['echo']}>
          {messages.page.basis}：{change.basis || messages.page.noBasis}
          {change.note && `；${change.note}`}
        </div>
      </div>
      <Button type="link" size="small" onClick={onCorrect}>
        {messages.page.correct}
      </Button>
      <Button type="link" size="small" danger onClick={() => void withdraw()}>
        {messages.page.withdraw}
      </Button>
    </li>
  );
}

/** Whether the change tells where the unit comes from, where it went, or what became of itself. */
function roleOf({ change, from, to }: UnitChange, unitId: string): string {
  const isIn = (references: readonly UnitReference[]) => references.some((reference) => reference.unitId === unitId);
  if (isIn(to) && !(isIn(from) && change === '更名') && from.some((each) => each.unitId !== unitId)) {
    return messages.page.predecessors;
  }
  return isIn(from) && to.some((each) => each.unitId !== unitId) ? messages.page.successors : change;
}

function Units({ references, unitId }: { readonly references: readonly UnitReference[]; readonly unitId: string }) {
  return references.map((reference, index) => (
    <Fragment key={`${reference.unitId} ${reference.printed}`}>
      {index > 0 && '、'}
      {reference.unitId === unitId ? reference.printed : <UnitLink id={reference.unitId} name={reference.printed} />}
    </Fragment>
  ));
}

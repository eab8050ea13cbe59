import type { CellPlan, PlannedCell } from '#domain/ledger/plan-cells';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldLabel } from '../../archive/field-labels.ts';
import { noticeHint, problemHint } from '../../archive/problem-messages.ts';
import { messages } from './messages.ts';
import styles from './change-preview.module.css';

type ChangePreviewProps = {
  readonly kind: LedgerKind;
  readonly plan: CellPlan;
  /** Whether rows are told by the number that they have in the copied block. */
  readonly isNumbered?: boolean;
};

/** More than this is not looked through one by one. */
const MOST_SHOWN = 300;
const ORDER: Readonly<Record<PlannedCell['outcome'], number>> = { refused: 0, change: 1, same: 2 };

/** What would change, cell by cell: what is refused first, then the changes, then what stays as it is. */
export function ChangePreview({ kind, plan, isNumbered = false }: ChangePreviewProps) {
  const { changed, same, refused, added } = plan.counts;
  const sorted = plan.cells.toSorted((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
  const words = messages.changes;
  return (
    <section>
      <p className={styles['counts']} aria-live="polite" data-testid="change-counts">
        {words.counts(changed, same, refused)}
        {added > 0 && `，${words.added(added)}`}
      </p>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {isNumbered && <th scope="col">{words.row}</th>}
              <th scope="col">{words.record}</th>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
              <th scope="col">{words.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, MOST_SHOWN).map((cell) => (
              <tr key={`${cell.row} ${cell.name}`} data-outcome={cell.outcome}>
                {isNumbered && <td>{cell.row}</td>}
                <td className={styles['record']}>{titleOf(cell)}</td>
                <td>{fieldLabel(cell.name, kind)}</td>
                <td>{cell.before || words.blank}</td>
                <td>{cell.after || words.blank}</td>
                <td className={styles['outcome']}>{outcomeOf(cell)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > MOST_SHOWN && <p className={styles['more']}>{words.more(sorted.length - MOST_SHOWN)}</p>}
    </section>
  );
}

function titleOf({ title, recordId }: PlannedCell): string {
  const named = title === '' ? messages.changes.untitled : title;
  return recordId === null ? `${named}${messages.changes.newRecord}` : named;
}

function outcomeOf({ outcome, problem, notices }: PlannedCell): string {
  if (problem) return problem.code === 'not-editable' ? messages.cell.notEditable : problemHint(problem);
  if (outcome === 'same') return messages.changes.same;
  return [messages.changes.willChange, ...notices.map(noticeHint)].join('；');
}

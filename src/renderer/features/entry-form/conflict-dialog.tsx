import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import { fieldsOf } from '#domain/records/record-fields';
import { fieldLabel } from '../../archive/field-labels.ts';
import { Dialog } from '../../components/dialog.tsx';
import { compareForms, type Versions } from './compare-forms.ts';
import { messages } from './messages.ts';
import { valueText } from './value-text.ts';
import styles from './entry-form.module.css';

type ConflictDialogProps = {
  /** The record as others have saved it. */
  readonly current: LedgerRecord;
  readonly versions: Versions;
  readonly today: string;
  /** Saves their version with these fields of mine. */
  readonly onResolve: (taken: readonly string[]) => void;
  readonly onClose: () => void;
};

/**
 * Shown when a record was changed by somebody else while it stood in a form. Fields that only one has changed are put
 * together; for the others a person decides.
 */
export function ConflictDialog({ current, versions, today, onResolve, onClose }: ConflictDialogProps) {
  const { kind } = current;
  const { conflicts, onlyMine, onlyTheirs } = compareForms(kind, versions, today);
  const [overwritten, setOverwritten] = useState<readonly string[]>(conflicts);
  const labels = (names: readonly string[]) => names.map((name) => fieldLabel(name, kind));
  const by = messages.conflict.changedBy(current.updatedBy, new Date(current.updatedAt).toLocaleString('zh-CN'));
  const footer = [
    <Button key="back" onClick={onClose}>
      {messages.conflict.back}
    </Button>,
    <Button key="theirs" onClick={() => onResolve(onlyMine)}>
      {onlyMine.length > 0 ? messages.conflict.keepTheirsAndMine : messages.conflict.keepTheirs}
    </Button>,
    <Button
      key="mine"
      type="primary"
      disabled={overwritten.length === 0 && conflicts.length > 0}
      onClick={() => onResolve([...onlyMine, ...overwritten])}
    >
      {conflicts.length > 0 ? messages.conflict.overwrite(overwritten.length) : messages.conflict.saveBoth}
    </Button>,
  ];
  return (
    <Dialog title={messages.conflict.title} width={860} mask={{ closable: false }} footer={footer} onCancel={onClose}>
      <p>{by}</p>
      {conflicts.length > 0 && (
        <ConflictTable
          versions={versions}
          kind={kind}
          names={conflicts}
          chosen={overwritten}
          onChoose={setOverwritten}
        />
      )}
      {onlyMine.length > 0 && <p className={styles['aside']}>{messages.conflict.onlyMine(labels(onlyMine))}</p>}
      {onlyTheirs.length > 0 && <p className={styles['aside']}>{messages.conflict.onlyTheirs(labels(onlyTheirs))}</p>}
    </Dialog>
  );
}

type ConflictTableProps = {
  readonly versions: Versions;
  readonly kind: LedgerRecord['kind'];
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
};

/** The three versions of each field that both have changed. */
function ConflictTable({ versions, kind, names, chosen, onChoose }: ConflictTableProps) {
  const fields = new Map(fieldsOf(kind));
  const text = (name: string, version: keyof Versions) => {
    const field = fields.get(name);
    const shown = field ? valueText(field, versions[version][name]) : '';
    return shown === '' ? messages.conflict.nothing : shown;
  };
  const choose = (name: string, isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, name] : chosen.filter((each) => each !== name));
  return (
    <table className={styles['conflict']} data-testid="conflict">
      <thead>
        <tr>
          <th scope="col">{messages.conflict.field}</th>
          <th scope="col">{messages.conflict.base}</th>
          <th scope="col">{messages.conflict.mine}</th>
          <th scope="col">{messages.conflict.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">
              <Checkbox checked={chosen.includes(name)} onChange={(event) => choose(name, event.target.checked)}>
                {fieldLabel(name, kind)}
              </Checkbox>
            </th>
            <td>{text(name, 'base')}</td>
            <td className={chosen.includes(name) ? styles['taken'] : undefined}>{text(name, 'mine')}</td>
            <td className={chosen.includes(name) ? undefined : styles['taken']}>{text(name, 'theirs')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

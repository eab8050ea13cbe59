import { Form, Input, Radio, Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { batchWays, batchWishes, isBatchSaid, type BatchChange, type BatchHow } from '#domain/ledger/batch-change';
import { FLAG_WORDS, isCellEditable } from '#domain/ledger/cell-text';
import { fieldMap } from '#domain/ledger/field-map';
import { planCells } from '#domain/ledger/plan-cells';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { AnyField } from '#domain/records/field';
import type { LedgerKind } from '#domain/records/record-base';
import { changeRecords } from '#storage/change-records';
import { fieldLabel } from '../../archive/field-labels.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ChangePreview } from './change-preview.tsx';
import { messages } from './messages.ts';
import styles from './change-preview.module.css';

type BatchDialogProps = {
  readonly kind: LedgerKind;
  readonly records: readonly LedgerRecord[];
  /** The field that has the cursor in the ledger. */
  readonly firstField: string | null;
  readonly onClose: () => void;
};

/** Changes one field of many records: what would happen is shown before it does, and one undo takes it back. */
export function BatchDialog({ kind, records, firstField, onClose }: BatchDialogProps) {
  const { archive } = useSession();
  const { perform } = useArchiveActions();
  const editable = useMemo(() => [...fieldMap(kind)].filter(([, each]) => isCellEditable(each)), [kind]);
  const isKnown = editable.some(([each]) => each === firstField);
  const [name, setName] = useState((isKnown ? firstField : editable[0]?.[0]) ?? 'title');
  const [wantedHow, setHow] = useState<BatchHow>('set');
  const [text, setText] = useState('');
  const [find, setFind] = useState('');
  const field = fieldMap(kind).get(name);
  const ways = field ? batchWays(field) : [];
  const how = ways.includes(wantedHow) ? wantedHow : 'set';

  const change = useDeferredValue(useMemo(() => changeOf(how, text, find), [how, text, find]));
  const plan = useMemo(
    () => planCells(kind, batchWishes(kind, name, change, records), archive.today()),
    [kind, name, change, records, archive],
  );
  const count = plan.counts.changed;
  const isSaid = isBatchSaid(change);
  const [isApplying, setApplying] = useState(false);
  const apply = async () => {
    setApplying(true);
    const label = messages.batch.label(fieldLabel(name, kind), count);
    const done = await perform((open) => changeRecords(open, plan.changes, 'batch', label), {
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
      title={messages.batch.title(records.length)}
      okText={isSaid ? (count > 0 ? messages.batch.apply(count) : messages.batch.nothing) : messages.batch.notSaid}
      cancelText={messages.cancel}
      okButtonProps={{ disabled: count === 0 || !isSaid }}
      confirmLoading={isApplying}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <div className={styles['fields']}>
          <Form.Item label={messages.batch.field} htmlFor="batch-field">
            <Select
              id="batch-field"
              showSearch={{ optionFilterProp: 'label' }}
              value={name}
              onChange={(chosen) => {
                setName(chosen);
                setText('');
              }}
              options={editable.map(([each]) => ({ value: each, label: fieldLabel(each, kind) }))}
            />
          </Form.Item>
          <Form.Item label={messages.batch.how}>
            <Radio.Group
              aria-label={messages.batch.how}
              optionType="button"
              value={how}
              onChange={(event) => setHow(event.target.value as BatchHow)}
              options={ways.map((way) => ({ value: way, label: messages.batch.ways[way] }))}
            />
          </Form.Item>
          {how === 'replace' && (
            <Form.Item label={messages.batch.find} htmlFor="batch-find">
              <Input id="batch-find" value={find} onChange={(event) => setFind(event.target.value)} />
            </Form.Item>
          )}
          {how !== 'clear' && field && (
            <Form.Item
              label={how === 'replace' ? messages.batch.replaceWith : messages.batch.value}
              htmlFor="batch-value"
            >
              <ValueInput field={field} text={text} onChange={setText} hasCursor={isKnown} />
            </Form.Item>
          )}
        </div>
      </Form>
      {isSaid && <ChangePreview kind={kind} plan={plan} />}
      {(field?.type === 'bodies' || field?.type === 'recipients') && (
        <p className={styles['note']}>{messages.changes.founding}</p>
      )}
    </Dialog>
  );
}

function changeOf(how: BatchHow, text: string, find: string): BatchChange {
  if (how === 'clear') return { how };
  return how === 'replace' ? { how, find, text } : { how, text };
}

type ValueInputProps = {
  readonly field: AnyField;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Whether the cursor begins here: the column that is meant is known. */
  readonly hasCursor: boolean;
};

function ValueInput({ field, text, onChange, hasCursor }: ValueInputProps) {
  const words = field.type === 'flag' ? Object.values(FLAG_WORDS) : field.choices;
  if (!words) {
    return (
      <Input
        id="batch-value"
        autoFocus={hasCursor}
        autoComplete="off"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const options = words.map((word) => ({ value: word, label: word }));
  if (field.type !== 'choices') {
    return (
      <Select id="batch-value" value={text || null} onChange={(chosen) => onChange(chosen ?? '')} options={options} />
    );
  }
  return (
    <Select
      id="batch-value"
      mode="multiple"
      value={text === '' ? [] : text.split('、')}
      onChange={(chosen) => onChange(chosen.join('、'))}
      options={options}
    />
  );
}

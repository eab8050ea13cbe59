import { AutoComplete, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { ImportRow, ProposedRecord } from '#domain/import/import-row';
import { mendableFields, mendedRecord, type MendedField } from '#domain/import/mend-row';
import { rowKey } from '#domain/import/row-key';
import { fieldLabel } from '../../archive/field-labels.ts';
import { describeImportProblem } from '../../archive/import-messages.ts';
import { Dialog } from '../../components/dialog.tsx';
import type { BookView } from '../../workers/import-messages.ts';
import { OriginalRow } from './entry-details.tsx';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { useImportStore } from './use-import.tsx';

const words = messages.mend;

type MendDialogProps = { readonly row: ImportRow; readonly book: BookView; readonly onClose: () => void };

/** A rejected row to be put right: what is wrong first, the row of the file above. It is checked again as it is. */
export function MendDialog({ row, book, onClose }: MendDialogProps) {
  const store = useImportStore();
  const { sheet, row: number, records, originals } = row;
  const [typed, setTyped] = useState<readonly ReadonlyMap<string, string>[]>(() => records.map(() => new Map()));
  const type = (index: number, name: string, text: string) =>
    setTyped((now) => now.map((each, at) => (at === index ? new Map(each).set(name, text) : each)));
  const save = () => {
    const mended = records.map((record, index) => mendedRecord(record, typed[index] ?? new Map<string, string>()));
    store.mend(rowKey(row), mended);
    onClose();
  };
  return (
    <Dialog
      width={760}
      title={words.title(messages.records.at(sheet, number))}
      okText={words.ok}
      cancelText={words.cancel}
      isSubmittedByEnter
      onOk={save}
      onCancel={onClose}
    >
      <span className={styles['quiet']}>{words.original}</span>
      <OriginalRow sheet={sheet} row={number} originals={originals} book={book} />
      {records.map((record, index) => (
        <RecordFields
          // A row proposes its records in this order.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          index={index}
          title={records.length > 1 ? words.recordOf(index + 1, records.length) : null}
          record={record}
          problems={row.problems}
          typed={typed[index] ?? new Map<string, string>()}
          onType={(name, text) => type(index, name, text)}
        />
      ))}
    </Dialog>
  );
}

type RecordFieldsProps = {
  /** Tells the fields of one record of the row from those of the next. */
  readonly index: number;
  readonly title: string | null;
  readonly record: ProposedRecord;
  readonly problems: ImportRow['problems'];
  readonly typed: ReadonlyMap<string, string>;
  readonly onType: (name: string, text: string) => void;
};

function RecordFields({ index, title, record, problems, typed, onType }: RecordFieldsProps) {
  return (
    <Form component={false} layout="vertical">
      {title && <h3 className={styles['heading']}>{title}</h3>}
      <div className={styles['pair']}>
        {mendableFields(record, problems).map((mended) => {
          const { name, text, problem } = mended;
          const id = `mend-${index}-${name}`;
          const isUntouched = problem !== null && !typed.has(name);
          return (
            <Form.Item
              key={name}
              label={fieldLabel(name, record.kind)}
              htmlFor={id}
              className={problem ? (styles['wide'] ?? '') : ''}
              validateStatus={isUntouched ? 'error' : ''}
              extra={
                problem && (
                  <>
                    {describeImportProblem(problem)}
                    <CopyAbove mended={mended} onType={onType} />
                  </>
                )
              }
            >
              <FieldInput id={id} mended={mended} value={typed.get(name) ?? text} onType={onType} />
            </Form.Item>
          );
        })}
      </div>
    </Form>
  );
}

function CopyAbove({ mended, onType }: { readonly mended: MendedField; readonly onType: RecordFieldsProps['onType'] }) {
  const repair = mended.problem?.repair;
  if (repair?.how !== 'copy-above') return null;
  return (
    <Button type="link" size="small" onClick={() => onType(mended.name, repair.value)}>
      {words.copyAbove(repair.value)}
    </Button>
  );
}

type FieldInputProps = {
  readonly id: string;
  readonly mended: MendedField;
  readonly value: string;
  readonly onType: RecordFieldsProps['onType'];
};

function FieldInput({ id, mended: { name, field }, value, onType }: FieldInputProps) {
  const { choices = [], type } = field;
  const options = choices.map((each) => ({ value: each, label: each }));
  if (type === 'prose') {
    return <Input.TextArea id={id} value={value} rows={2} onChange={take} />;
  }
  if (type === 'choice' && choices.includes(value)) {
    return <Select id={id} value={value} options={options} onChange={(next: string) => onType(name, next)} />;
  }
  if (choices.length > 0) {
    return <AutoComplete id={id} value={value} options={options} onChange={(next: string) => onType(name, next)} />;
  }
  return <Input id={id} value={value} onChange={take} />;
  function take(event: { readonly target: { readonly value: string } }) {
    onType(name, event.target.value);
  }
}

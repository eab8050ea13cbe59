import { Button } from 'antd';
import { type ReactNode } from 'react';
import { fieldText } from '#domain/changes/field-text';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { fieldsOf, fieldValue } from '#domain/records/record-fields';
import { fieldLabel } from '../../archive/field-labels.ts';
import { createFieldWords } from '../../archive/field-words.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FieldList } from '../../components/field-list.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import styles from './bin.module.css';
import { messages } from './messages.ts';

type DeletedRecordProps = {
  readonly record: ArchiveRecord;
  readonly onRestore: () => void;
  readonly onExplain: () => void;
  readonly onClose: () => void;
  /** What stands below the fields: its history. */
  readonly children: ReactNode;
};

const WORDS = createFieldWords(() => null);
const AS_PRINTED = { ...WORDS, target: () => null };

/** A record of the bin, to be read only. */
export function DeletedRecord({ record, onRestore, onExplain, onClose, children }: DeletedRecordProps) {
  const at = new Date(record.deletedAt ?? '').toLocaleString('zh-CN');
  const rows = fieldsOf(record.kind).flatMap(([name, field]) => {
    const value = fieldText(name, field, fieldValue(record, name), AS_PRINTED);
    return value === '' ? [] : [{ label: fieldLabel(name, record.kind), value, isWide: true }];
  });
  return (
    <Dialog
      width={860}
      title={`${KIND_NAMES[record.kind]}：${recordTitle(record)}`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{messages.close}</Button>
          <Button onClick={onExplain}>{messages.explain}</Button>
          <Button type="primary" autoFocus onClick={onRestore}>
            {messages.restore}
          </Button>
        </>
      }
    >
      <p className={styles['why']}>
        {messages.deletedBy(record.updatedBy, at)}　{record.deleteReason ?? messages.noReason}
      </p>
      <FieldList rows={rows} columns={1} testId="deleted-record" />
      {children}
    </Dialog>
  );
}

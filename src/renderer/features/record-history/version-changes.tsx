import { Button } from 'antd';
import { diffRecords, isSame, type FieldDifference } from '#domain/changes/diff-records';
import type { FieldWords } from '#domain/changes/field-text';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { fieldValue } from '#domain/records/record-fields';
import type { RecordVersion } from '#storage/record-history';
import { fieldLabel } from '../../archive/field-labels.ts';
import { LongText } from './long-text.tsx';
import { messages } from './messages.ts';
import styles from './record-history.module.css';

type VersionChangesProps = {
  readonly version: RecordVersion;
  /** The record as it is now; null when it cannot be changed. */
  readonly present: ArchiveRecord | null;
  readonly words: FieldWords;
  readonly onRestoreField: (name: string, earlier: ArchiveRecord) => void;
};

/** What one revision changed, field by field, each with the way back to what it said before. */
export function VersionChanges({ version, present, words, onRestoreField }: VersionChangesProps) {
  const { before, after } = version;
  const differences = diffRecords(before, after, words);
  if (before === null) return <p className={styles['remark']}>{messages.firstContent(differences.length)}</p>;
  const remark = deletionRemark(before, after);
  return (
    <>
      {remark !== '' && <p className={styles['remark']}>{remark}</p>}
      {remark === '' && differences.length === 0 && <p className={styles['remark']}>{messages.unchanged}</p>}
      {differences.length > 0 && (
        <table className={styles['changes']}>
          <thead>
            <tr>
              <th scope="col">{messages.field}</th>
              <th scope="col">{messages.before}</th>
              <th scope="col">{messages.after}</th>
              <th scope="col" className={styles['action']}>
                {messages.action}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <ChangedField
                key={difference.name}
                difference={difference}
                version={version}
                present={present}
                onRestore={() => onRestoreField(difference.name, before)}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type ChangedFieldProps = {
  readonly difference: FieldDifference;
  readonly version: RecordVersion;
  readonly present: ArchiveRecord | null;
  readonly onRestore: () => void;
};

function ChangedField({ difference, version, present, onRestore }: ChangedFieldProps) {
  const { name, before, beforeText, afterText } = difference;
  const label = fieldLabel(name, version.after.kind);
  const canRestore = present !== null && !isSame(fieldValue(present, name), before);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <LongText text={beforeText} />
      </td>
      <td>
        <LongText text={afterText} />
      </td>
      <td className={styles['action']}>
        {canRestore && (
          <Button
            type="link"
            size="small"
            aria-label={messages.restoreFieldLabel(label, version.after.revision - 1)}
            onClick={onRestore}
          >
            {messages.restoreField}
          </Button>
        )}
      </td>
    </tr>
  );
}

function deletionRemark(before: ArchiveRecord, after: ArchiveRecord): string {
  const reason = after.deleteReason ? messages.deletedBecause(after.deleteReason) : '';
  if (before.deletedAt === null && after.deletedAt !== null)
    return [messages.deleted, reason].filter(Boolean).join('　');
  if (before.deletedAt !== null && after.deletedAt === null) return messages.broughtBack;
  return before.deleteReason === after.deleteReason ? '' : reason;
}

import { Select } from 'antd';
import { GROUP_BY_UNIT, GROUP_BY_YEAR, groupings } from '#domain/ledger/group-records';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldLabel } from '../../archive/field-labels.ts';
import { messages } from './messages.ts';
import styles from './ledger-screen.module.css';

type GroupSelectProps = {
  readonly kind: LedgerKind;
  readonly value: string | null;
  readonly onChange: (by: string | null) => void;
};

/** By what a ledger is grouped. */
export function GroupSelect({ kind, value, onChange }: GroupSelectProps) {
  const offered = groupings(kind);
  if (offered.length === 0) return null;
  return (
    <Select
      className={styles['filter'] ?? ''}
      allowClear
      placeholder={messages.groups.none}
      aria-label={messages.groups.label}
      value={value}
      options={offered.map((by) => ({ value: by, label: messages.groups.by(groupingName(kind, by)) }))}
      onChange={(by: string | undefined) => onChange(by ?? null)}
    />
  );
}

function groupingName(kind: LedgerKind, by: string): string {
  if (by === GROUP_BY_YEAR) return messages.groups.year;
  return by === GROUP_BY_UNIT ? messages.groups.unit : fieldLabel(by, kind);
}

import { Select } from 'antd';
import { useState } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { isLedgerRecord, recordDate, type ArchiveRecord } from '#domain/records/archive-record';
import { LEDGER_KINDS } from '#domain/records/record-base';
import { readPlainQuery } from '#domain/search/plain-query';
import { useSession } from '../../archive/session-context.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useSearch } from '../../hooks/use-search.ts';
import styles from './evidence.module.css';
import { messages } from './messages.ts';

const MOST_SHOWN = 20;

type RecordChoiceProps = {
  readonly label: string;
  readonly value: string | null;
  /** Offered before anything is typed. */
  readonly proposals: readonly string[];
  readonly onChange: (id: string | null) => void;
};

/** A record out of those that are proposed, or any other by a part of its text; cleared, it is none. */
export function RecordChoice({ label, value, proposals, onChange }: RecordChoiceProps) {
  const { records } = useSession();
  const [typed, setTyped] = useState('');
  // Many rows stand under each other: nothing is searched until somebody types into one.
  const question = { expression: readPlainQuery(typed), kinds: LEDGER_KINDS, limit: MOST_SHOWN, withFacets: false };
  const isTyping = typed.trim() !== '';
  const { found: answer } = useSearch(isTyping ? question : null);
  const found = isTyping ? (answer?.hits ?? []).map(({ id }) => String(id)) : proposals;
  const ids = value === null || found.includes(value) ? found : [value, ...found];
  const options = ids.flatMap((id) => {
    const record = records.get(id);
    return record ? [{ value: id, label: describeRecord(record) }] : [];
  });
  return (
    <Select
      className={styles['choice'] ?? ''}
      size="small"
      allowClear
      aria-label={label}
      placeholder={messages.chooseRecord}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value}
      onChange={(id) => onChange(id ?? null)}
      options={options}
    />
  );
}

function describeRecord(record: ArchiveRecord): string {
  if (!isLedgerRecord(record)) return '';
  return [KIND_NAMES[record.kind], record.title, formatFuzzyDate(recordDate(record))]
    .filter((text) => text !== '')
    .join(' · ');
}

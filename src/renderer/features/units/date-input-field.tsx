import { Input, Typography } from 'antd';
import { useMemo } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import { problemHint } from '../../archive/problem-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { messages } from './messages.ts';
import { dateText, type DateInput } from './unit-form-values.ts';
import styles from './units.module.css';

type DateInputFieldProps = {
  readonly id?: string;
  readonly label: string;
  readonly value: DateInput;
  readonly problem?: string | undefined;
  readonly placeholder?: string;
  readonly onChange: (value: DateInput) => void;
};

/** A date as people write it; below it stands how it was understood where that is not what was typed. */
export function DateInputField({ id, label, value, problem, placeholder, onChange }: DateInputFieldProps) {
  const { archive } = useSession();
  const today = archive.today();
  const echo = useMemo(() => readBack(value, today), [value, today]);
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        autoComplete="off"
        placeholder={placeholder ?? messages.form.dateHint}
        status={problem === undefined ? '' : 'error'}
        value={dateText(value)}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && <div className={styles['problem']}>{problem}</div>}
      {problem === undefined && echo && <div className={styles['echo']}>{echo}</div>}
    </>
  );
}

function readBack(value: DateInput, today: string) {
  const text = dateText(value);
  if (text.trim() === '') return null;
  if (typeof value !== 'string') {
    const formatted = formatFuzzyDate(value);
    return formatted === text ? null : formatted;
  }
  const read = parseFuzzyDate(text, { today });
  if (!read.ok)
    return <Typography.Text type="warning">{problemHint({ code: read.error.code, field: '' })}</Typography.Text>;
  const formatted = formatFuzzyDate(read.value.date);
  return formatted === text ? null : formatted;
}

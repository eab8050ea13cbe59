import { Input } from 'antd';
import type { ReactNode } from 'react';
import { formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import { noticeHint, problemHint } from '../../archive/problem-messages.ts';
import { dateText, isStoredDate, typedDate } from './form-values.ts';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

type DateInputProps = {
  readonly id: string;
  readonly value: unknown;
  /** What stood there when the form was opened: typed back, it is that date again. */
  readonly initial: unknown;
  readonly onChange: (value: unknown) => void;
  readonly placeholder?: string;
  readonly label?: string;
};

/** A date as people write it. */
export function DateInput({ id, value, initial, onChange, placeholder, label }: DateInputProps) {
  return (
    <Input
      id={id}
      value={dateText(value)}
      placeholder={placeholder ?? ''}
      aria-label={label}
      autoComplete="off"
      onChange={(event) => onChange(typedDate(event.target.value, initial))}
    />
  );
}

/** How a date was understood, as soon as it can be. */
export function describeDate(value: unknown, today: string): ReactNode {
  if (isStoredDate(value)) return value.precision === 'unknown' ? null : understood(value);
  if (typeof value !== 'string' || value.trim() === '') return null;
  const parsed = parseFuzzyDate(value, { today });
  if (!parsed.ok) {
    return <span className={styles['concern']}>{problemHint({ code: parsed.error.code, field: '' })}</span>;
  }
  const { date, concerns } = parsed.value;
  if (concerns.length === 0) return date.precision === 'unknown' ? messages.dateUnknown : understood(date);
  const questions = concerns.map((code) => noticeHint({ code, field: '' })).join('；');
  return (
    <>
      {date.precision !== 'unknown' && understood(date)} <span className={styles['concern']}>{questions}</span>
    </>
  );
}

function understood(date: FuzzyDate): string {
  const isSpan = date.precision === 'range' && date.start !== null && date.end !== null;
  const text = isSpan ? messages.dateSpan(date.start, date.end) : formatFuzzyDate(date);
  return messages.dateUnderstood(text, date.precision);
}

import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { formatFuzzyDate, UNKNOWN_DATE, type FuzzyDate } from '#domain/dates/fuzzy-date';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import { noticeHint, problemHint } from '../../archive/problem-messages.ts';

/** A date while it is typed: its text, and what it is taken for; null when it cannot be. */
export type TypedDate = { readonly text: string; readonly date: FuzzyDate | null; readonly hint: string };

/** @param before the date that stood there: typed back, it is that date again, whatever it was found out to be */
export function readTypedDate(text: string, before: FuzzyDate, today: string): TypedDate {
  const typed = text.trim();
  if (typed === '') return { text, date: UNKNOWN_DATE, hint: '' };
  if (typed === before.raw) return { text, date: before, hint: formatFuzzyDate(before) };
  const read = parseFuzzyDate(typed, { today });
  if (!read.ok) return { text, date: null, hint: problemHint({ code: read.error.code, field: '' }) };
  const { date, concerns } = read.value;
  const questions = concerns.map((code) => noticeHint({ code, field: '' }));
  return { text, date, hint: [formatFuzzyDate(date), ...questions].join('；') };
}

type DateFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly typed: TypedDate;
  /** Offered beneath: the date of the camera. */
  readonly offer: ReactNode;
  readonly onChange: (text: string) => void;
};

/** A date as people write it, with how it was understood. */
export function DateField({ id, label, placeholder, typed, offer, onChange }: DateFieldProps) {
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      {...(typed.date === null ? { validateStatus: 'error' as const } : {})}
      help={typed.hint === '' ? undefined : typed.hint}
      extra={offer}
    >
      <Input
        id={id}
        value={typed.text}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  );
}

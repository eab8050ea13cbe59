import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState, type ChangeEvent } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { parseFuzzyDate, type DateProblem } from '#domain/dates/parse-fuzzy-date';
import { itemsOf } from '#domain/ledger/read-cell';
import type { DecisionFacts } from '#domain/import/decision-facts';
import type { DecisionReading, ToldFacts } from '#domain/import/propose-from-decision';
import { problemHint } from '../../archive/problem-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { useImportStore } from './use-import.tsx';

const words = messages.decision;

/** What stands in the form and was not read again yet. */
export type TypedFacts = {
  readonly facts: ToldFacts; /** Why the date cannot be read, or null. */
  readonly wrong: DateProblem['code'] | null;
};

type DecisionDetailsProps = {
  readonly decision: Omit<DecisionReading, 'rows'>;
  readonly rows: number;
  /** Null when the form says what was read. */
  readonly onType: (typed: TypedFacts | null) => void;
};

/** What a decision says of itself, to be put right for all of its recipients at once, and what did not fit. */
export function DecisionDetails({ decision, rows, onType }: DecisionDetailsProps) {
  const { doubts, unread, facts } = decision;
  return (
    <div className={styles['decision']}>
      <p>{words.rows(rows)}</p>
      <Facts key={JSON.stringify(facts)} facts={facts} onType={onType} />
      {doubts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={words.doubts}
          description={
            <ul className={styles['lines']}>
              {doubts.map((doubt) => (
                <li key={words.doubt(doubt)}>{words.doubt(doubt)}</li>
              ))}
            </ul>
          }
        />
      )}
      {unread.length > 0 && (
        <details className={styles['unread']}>
          <summary>{words.unread(unread.length)}</summary>
          <ul className={styles['lines']}>
            {unread.map(({ row, text }) => (
              <li key={row}>
                <span className={styles['quiet']}>{words.paragraph(row)}</span> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type FactsProps = { readonly facts: DecisionFacts; readonly onType: DecisionDetailsProps['onType'] };
type FormTexts = Readonly<Record<'title' | 'bodies' | 'documentNo' | 'date', string>>;

function Facts({ facts, onType }: FactsProps) {
  const store = useImportStore();
  const { archive } = useSession();
  const [texts, setTexts] = useState<FormTexts>({
    title: facts.title,
    bodies: facts.awardedBy.join('、'),
    documentNo: facts.documentNo,
    date: facts.date?.raw ?? '',
  });
  const { title, bodies, documentNo, date } = texts;
  const told = toldIn(texts, archive.today());
  const read = told.facts.date;
  // Facts that were read are those of another form.
  useEffect(() => () => onType(null), [onType]);
  const type = (name: keyof FormTexts) => (event: ChangeEvent<HTMLInputElement>) => {
    const next = { ...texts, [name]: event.target.value };
    setTexts(next);
    onType(toldIn(next, archive.today()));
  };
  const apply = () => store.changeReading({ type: 'tell', facts: told.facts });
  return (
    <Form layout="vertical" className={styles['facts'] ?? ''} aria-label={words.facts} onFinish={apply}>
      <Form.Item label={words.title} htmlFor="decision-title">
        <Input id="decision-title" value={title} onChange={type('title')} />
      </Form.Item>
      <Form.Item label={words.awardedBy} htmlFor="decision-bodies">
        <Input id="decision-bodies" value={bodies} onChange={type('bodies')} />
      </Form.Item>
      <div className={styles['pair']}>
        <Form.Item label={words.documentNo} htmlFor="decision-number">
          <Input id="decision-number" value={documentNo} onChange={type('documentNo')} />
        </Form.Item>
        <Form.Item
          label={words.date}
          htmlFor="decision-date"
          validateStatus={told.wrong === null ? '' : 'error'}
          help={told.wrong === null ? null : problemHint({ code: told.wrong, field: 'date' })}
          extra={read ? formatFuzzyDate(read) : ''}
        >
          <Input id="decision-date" value={date} onChange={type('date')} />
        </Form.Item>
      </div>
      <Button htmlType="submit" disabled={told.wrong !== null}>
        {words.apply}
      </Button>
    </Form>
  );
}

function toldIn({ title, bodies, documentNo, date }: FormTexts, today: string): TypedFacts {
  const parsed = date.trim() === '' ? null : parseFuzzyDate(date, { today });
  return {
    facts: {
      title: title.trim(),
      awardedBy: itemsOf(bodies),
      documentNo: documentNo.trim(),
      date: parsed?.ok === true ? parsed.value.date : null,
    },
    wrong: parsed?.ok === false ? parsed.error.code : null,
  };
}

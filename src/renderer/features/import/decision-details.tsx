import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import { itemsOf } from '#domain/ledger/read-cell';
import type { DecisionFacts } from '#domain/import/decision-facts';
import type { DecisionReading } from '#domain/import/propose-from-decision';
import { useSession } from '../../archive/session-context.tsx';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { useImportStore } from './use-import.tsx';

const words = messages.decision;

type DecisionDetailsProps = { readonly decision: Omit<DecisionReading, 'rows'>; readonly rows: number };

/** What a decision says of itself, to be put right for all of its recipients at once, and what did not fit. */
export function DecisionDetails({ decision, rows }: DecisionDetailsProps) {
  const { doubts, unread, facts } = decision;
  return (
    <div className={styles['decision']}>
      <p>{words.rows(rows)}</p>
      <Facts key={JSON.stringify(facts)} facts={facts} />
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

function Facts({ facts }: { readonly facts: DecisionFacts }) {
  const store = useImportStore();
  const { archive } = useSession();
  const [title, setTitle] = useState(facts.title);
  const [bodies, setBodies] = useState(facts.awardedBy.join('、'));
  const [documentNo, setDocumentNo] = useState(facts.documentNo);
  const [date, setDate] = useState(facts.date?.raw ?? '');
  const parsed = date.trim() === '' ? null : parseFuzzyDate(date, { today: archive.today() });
  const read = parsed?.ok === true ? parsed.value.date : null;
  const isWrong = parsed !== null && !parsed.ok;
  const apply = () =>
    store.changeReading({
      type: 'tell',
      facts: { title: title.trim(), awardedBy: itemsOf(bodies), documentNo: documentNo.trim(), date: read },
    });
  return (
    <Form layout="vertical" className={styles['facts'] ?? ''} aria-label={words.facts} onFinish={apply}>
      <Form.Item label={words.title} htmlFor="decision-title">
        <Input id="decision-title" value={title} onChange={(event) => setTitle(event.target.value)} />
      </Form.Item>
      <Form.Item label={words.awardedBy} htmlFor="decision-bodies">
        <Input id="decision-bodies" value={bodies} onChange={(event) => setBodies(event.target.value)} />
      </Form.Item>
      <div className={styles['pair']}>
        <Form.Item label={words.documentNo} htmlFor="decision-number">
          <Input id="decision-number" value={documentNo} onChange={(event) => setDocumentNo(event.target.value)} />
        </Form.Item>
        <Form.Item
          label={words.date}
          htmlFor="decision-date"
          validateStatus={isWrong ? 'error' : ''}
          extra={read ? formatFuzzyDate(read) : ''}
        >
          <Input id="decision-date" value={date} onChange={(event) => setDate(event.target.value)} />
        </Form.Item>
      </div>
      <Button htmlType="submit" disabled={isWrong}>
        {words.apply}
      </Button>
    </Form>
  );
}

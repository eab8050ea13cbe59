import { Alert, Button, Form, Input, InputNumber } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { planIssue, type IssuePlan } from '#domain/filing/plan-issue';
import { recogniseRetention } from '#domain/filing/retention';
import { issueCodes, type IssueRequest } from '#storage/filing-issue';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import styles from './filing.module.css';
import { IssuePreview } from './issue-preview.tsx';
import { messages } from './messages.ts';
import { RetentionChoice } from './paper-filters.tsx';
import type { PaperRow } from './paper-rows.ts';
import type { FilingView } from './use-filing.ts';

type IssuePanelProps = {
  readonly filing: FilingView;
  readonly rows: readonly PaperRow[];
  readonly onSettings: () => void;
  readonly onIssued?: () => void;
};

/** What is decided for the chosen records, the codes that follow from it, and issuing them. */
export function IssuePanel({ filing, rows, onSettings, onIssued }: IssuePanelProps) {
  const { settings, register } = filing;
  const { perform } = useArchiveActions();
  const [year, setYear] = useState<number | null>(null);
  const [retention, setRetention] = useState<string | null>(null);
  const [department, setDepartment] = useState('');
  const [isIssuing, setIssuing] = useState(false);
  const busy = useRef(false);

  const requests = useMemo(
    () => rows.map((row) => requestOf(row, { year, retention, department })),
    [rows, year, retention, department],
  );
  const plan = useMemo<IssuePlan | null>(() => {
    const papers = new Map(rows.map(({ record, title, date }) => [record.id, { title, date }]));
    const candidates = requests.flatMap((request) => {
      const paper = papers.get(request.id);
      return paper ? [{ ...request, ...paper }] : [];
    });
    return settings && planIssue(settings, candidates, register.issued);
  }, [settings, register, requests, rows]);
  const proposals = plan?.series.flatMap((series) => series.proposals) ?? [];

  const issue = async () => {
    if (busy.current || proposals.length === 0) return;
    busy.current = true;
    setIssuing(true);
    const ready = new Set(proposals.map(({ id }) => id));
    const label = messages.issue.label(proposals.length, proposals[0]?.title ?? '');
    const wanted = requests.filter(({ id }) => ready.has(id));
    const issued = await perform((archive) => issueCodes(archive, wanted, label), {
      done: ({ codes }) => messages.issue.done(codes),
      label,
    });
    busy.current = false;
    setIssuing(false);
    if (issued) onIssued?.();
  };
  return (
    <>
      <SettingsAlert filing={filing} onSettings={onSettings} />
      {rows.length === 0 || plan === null ? (
        <>
          <h2 className={styles['asideTitle']}>{messages.issue.choose}</h2>
          <p className={styles['hint']}>{messages.issue.chooseHint}</p>
        </>
      ) : (
        <>
          <h2 className={styles['asideTitle']}>{messages.issue.title(rows.length)}</h2>
          <Form component={false} layout="vertical" disabled={isIssuing}>
            <div className={styles['pair']}>
              <Form.Item label={messages.issue.year} htmlFor="issue-year">
                <InputNumber
                  id="issue-year"
                  className={styles['full'] ?? ''}
                  placeholder={messages.issue.yearHint}
                  precision={0}
                  controls={false}
                  value={year}
                  onChange={setYear}
                />
              </Form.Item>
              <Form.Item label={messages.issue.department} htmlFor="issue-department">
                <Input
                  id="issue-department"
                  placeholder={settings?.department ?? ''}
                  value={department}
                  onChange={(event) => setDepartment(event.target.value)}
                />
              </Form.Item>
            </div>
            <Form.Item label={messages.issue.retention} htmlFor="issue-retention">
              <RetentionChoice
                id="issue-retention"
                value={retention}
                nothing={messages.issue.retentionHint}
                onChange={setRetention}
              />
            </Form.Item>
          </Form>
          <Button
            className={styles['issue'] ?? ''}
            type="primary"
            loading={isIssuing}
            disabled={proposals.length === 0}
            onClick={() => void issue()}
            data-testid="issue"
          >
            {messages.issue.button(proposals.length)}
          </Button>
          <p className={styles['hint']}>{messages.issue.frozen}</p>
          <IssuePreview plan={plan} />
        </>
      )}
    </>
  );
}

type Decisions = { readonly year: number | null; readonly retention: string | null; readonly department: string };

/** What is decided for all goes before what was noted about the one record, and that before what follows from it. */
function requestOf({ record, item, year }: PaperRow, decided: Decisions): IssueRequest {
  return {
    id: record.id,
    year: decided.year ?? item?.year ?? year,
    retention: recogniseRetention(decided.retention ?? item?.retention ?? ''),
    department: decided.department.trim() || (item?.department ?? ''),
  };
}

function SettingsAlert({ filing: { settings }, onSettings }: Pick<IssuePanelProps, 'filing' | 'onSettings'>) {
  const lacksFonds = settings !== null && settings.fonds === '';
  if (settings !== null && !lacksFonds) return null;
  return (
    <Alert
      className={styles['alert'] ?? ''}
      type="warning"
      title={lacksFonds ? messages.noFonds : messages.badSettings}
      action={
        <Button size="small" onClick={onSettings}>
          {messages.toSettings}
        </Button>
      }
    />
  );
}

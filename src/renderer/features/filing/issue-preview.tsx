import { Alert } from 'antd';
import type { IssueNotice, IssuePlan, IssueProblem, PlannedSeries } from '#domain/filing/plan-issue';
import styles from './filing.module.css';
import { messages } from './messages.ts';

/** A person reads the first and the last ones; nobody reads four thousand. */
const MOST_SHOWN = 100;
const MOST_PROBLEMS = 8;

/** The codes that would be issued, series by series, and what stands against others. */
export function IssuePreview({ plan: { series, problems, notices } }: { readonly plan: IssuePlan }) {
  return (
    <div data-testid="issue-preview">
      {problems.length > 0 && <Problems problems={problems} />}
      {notices.length > 0 && <Notices notices={notices} />}
      {series.length > 0 && <h3 className={styles['subtitle']}>{messages.issue.preview}</h3>}
      {series.map((planned) => (
        <SeriesPreview key={planned.proposals[0]?.code ?? ''} planned={planned} />
      ))}
    </div>
  );
}

function SeriesPreview({ planned: { proposals } }: { readonly planned: PlannedSeries }) {
  const hidden = proposals.length - MOST_SHOWN;
  return (
    <section>
      <p className={styles['series']}>
        {messages.issue.series(proposals[0]?.code ?? '', proposals.at(-1)?.code ?? '', proposals.length)}
      </p>
      <ul className={styles['codes']}>
        {proposals.slice(0, MOST_SHOWN).map(({ id, code, title }) => (
          <li key={id}>
            <span className={styles['code']}>{code}</span>
            <span className={styles['ofCode']} title={title}>
              {title}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={styles['hint']}>{messages.issue.more(hidden)}</p>}
    </section>
  );
}

function Problems({ problems }: { readonly problems: readonly IssueProblem[] }) {
  const byRecord = [...Map.groupBy(problems, ({ id }) => id).values()];
  const lines = byRecord.map((ofOne) => {
    const reasons = ofOne.map(({ segment, code }) => messages.problem(segment, code)).join('，');
    return { id: ofOne[0]?.id ?? '', text: `${ofOne[0]?.title ?? ''}：${reasons}` };
  });
  return <Named type="warning" heading={messages.issue.problems(byRecord.length)} lines={lines} />;
}

function Notices({ notices }: { readonly notices: readonly IssueNotice[] }) {
  const lines = notices.map(({ id, title }) => ({ id, text: title }));
  return <Named type="info" heading={messages.issue.notices} lines={lines} />;
}

type NamedProps = {
  readonly type: 'warning' | 'info';
  readonly heading: string;
  readonly lines: readonly { readonly id: string; readonly text: string }[];
};

/** The first records that something is said about, and how many more there are. */
function Named({ type, heading, lines }: NamedProps) {
  const hidden = lines.length - MOST_PROBLEMS;
  const said = (
    <>
      <strong>{heading}</strong>
      <ul className={styles['problems']}>
        {lines.slice(0, MOST_PROBLEMS).map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
        {hidden > 0 && <li>{messages.issue.more(hidden)}</li>}
      </ul>
    </>
  );
  return <Alert className={styles['alert'] ?? ''} type={type} title={said} />;
}

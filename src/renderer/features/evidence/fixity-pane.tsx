import { Alert, App, Button, Progress } from 'antd';
import { isFindable, recordTitle } from '#domain/records/archive-record';
import { formatBytes } from '../../archive/attach-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import styles from './evidence.module.css';
import { nameProblems, type NamedProblem } from './fixity-problems.ts';
import { localMinute } from '../../components/local-minute.ts';
import { messages } from './messages.ts';
import { useFixity, type FixityReport, type FixityState } from './use-fixity.ts';

/** Whether every attachment is still what it was when it was attached. */
export function FixityPane() {
  const { message } = App.useApp();
  const { fixity: words } = messages;
  const fixity = useFixity();
  const count = useRecords('attachment').length;
  const isRunning = fixity.state?.status === 'running';
  const start = async () => {
    if (!(await fixity.start())) void message.info(words.busy);
  };
  return (
    <section className={styles['fixity']} aria-label={words.title}>
      <p className={styles['quiet']}>{words.what}</p>
      <div className={styles['fixityActions']}>
        {isRunning ? (
          <Button onClick={() => void fixity.cancel()}>{words.cancel}</Button>
        ) : (
          <Button type="primary" disabled={count === 0 && fixity.report === null} onClick={() => void start()}>
            {words.start}
          </Button>
        )}
        {fixity.state && <Running state={fixity.state} />}
      </div>
      {count === 0 && fixity.report === null && <p className={styles['quiet']}>{words.none}</p>}
      {count > 0 && fixity.report === null && !isRunning && <p className={styles['quiet']}>{words.never}</p>}
      {fixity.report && <Report report={fixity.report} />}
    </section>
  );
}

function Running({ state }: { readonly state: FixityState }) {
  const { fixity: words } = messages;
  switch (state.status) {
    case 'idle':
      return null;
    case 'running': {
      const text = words.running(state.checked, state.total, formatBytes(state.bytes));
      return (
        <div className={styles['progress']} aria-live="polite">
          <span>{text}</span>
          <Progress
            percent={Math.round((state.checked / Math.max(1, state.total)) * 100)}
            size="small"
            aria-label={text}
          />
        </div>
      );
    }
    case 'cancelled':
      return <span aria-live="polite">{words.cancelled}</span>;
    case 'failed':
      return <span role="alert">{words.failed(state.detail)}</span>;
    case 'done':
      return state.unsaved === null ? null : <span role="alert">{words.unsaved}</span>;
  }
}

function Report({ report }: { readonly report: FixityReport }) {
  const { records } = useSession();
  const { fixity: words } = messages;
  const problems = nameProblems(report, records);
  const unreferenced = report.problems.length - problems.length;
  const at = localMinute(report.at);
  return (
    <div data-testid="fixity-report">
      <p className={styles['quiet']}>{words.last(at, report.checked, formatBytes(report.bytes))}</p>
      <Alert
        type={problems.length === 0 ? 'success' : 'warning'}
        showIcon
        title={problems.length === 0 ? words.whole : words.problems(problems.length)}
      />
      {problems.length > 0 && (
        <ul className={styles['problems']}>
          {problems.map((problem) => (
            <ProblemRow key={problem.sha256} problem={problem} />
          ))}
        </ul>
      )}
      {unreferenced > 0 && <p className={styles['quiet']}>{words.unreferenced(unreferenced)}</p>}
    </div>
  );
}

function ProblemRow({ problem: { kind, sha256, attachments } }: { readonly problem: NamedProblem }) {
  const { fixity: words } = messages;
  return (
    <li>
      <strong>{words.kinds[kind]}</strong>
      {attachments.length === 0 && (
        <span>
          {words.noRecord} <code>{sha256.slice(0, 16)}</code>
        </span>
      )}
      {attachments.map((attachment) => (
        <span key={attachment.id}>
          {attachment.name}
          {attachment.deletedAt !== null && words.inBin}
          <OwnerLink id={attachment.owner?.id ?? ''} printed={attachment.owner?.printed ?? ''} />
        </span>
      ))}
    </li>
  );
}

function OwnerLink({ id, printed }: { readonly id: string; readonly printed: string }) {
  const { records } = useSession();
  const { go } = useNavigation();
  const record = records.get(id);
  if (!record || !isFindable(record) || record.deletedAt !== null) return <span>{printed}</span>;
  return (
    <Button type="link" size="small" onClick={() => go(recordRoute(record.kind, record.id))}>
      {recordTitle(record)}
    </Button>
  );
}

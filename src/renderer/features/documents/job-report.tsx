import { Alert, Button, Space } from 'antd';
import type { DocumentCheck } from '#domain/document/document-check';
import { documentMessages } from '../../archive/document-messages.ts';
import { SavedFileActions } from '../../archive/saved-file-actions.tsx';
import { useSession } from '../../archive/session-context.tsx';
import type { VersionedDocument } from '../../jobs/produce-document.ts';
import styles from './documents.module.css';
import { messages } from './messages.ts';
import type { DocumentJob, MadeAgain } from './use-document-job.ts';

type JobReportProps = {
  readonly job: DocumentJob;
  readonly onPreview: (produced: VersionedDocument) => void;
};

/** How a job ended: the file to open, or what happened and what to do. */
export function JobReport({ job, onPreview }: JobReportProps) {
  const { info } = useSession();
  const className = styles['report'] ?? '';
  switch (job.state) {
    case 'running':
      return null;
    case 'cancelled':
      return <Alert className={className} type="info" showIcon title={messages.cancelled} />;
    case 'failed':
      return (
        <Alert className={className} type="error" showIcon title={messages.failed(job.kind)} description={job.reason} />
      );
    case 'done': {
      const { entries, omittedUndated, pictures, missingPictures, checks } = job.produced;
      const isSound = checks.every(({ ok }) => ok);
      return (
        <Alert
          className={className}
          type={isSound && missingPictures.length === 0 ? 'success' : 'warning'}
          showIcon
          title={messages.done(job.kind)}
          description={
            <>
              <div>
                {messages.doneBody(entries, pictures, messages.kilobytes(job.size))}
                {omittedUndated > 0 && messages.omitted(omittedUndated)}
              </div>
              {missingPictures.length > 0 && <div>{documentMessages.missingPictures(missingPictures)}</div>}
              {job.again && <div>{againWords(job.again, info.version)}</div>}
              {!job.isLogged && <div>{messages.notLogged}</div>}
              <div className={styles['path']}>{job.path}</div>
              <CheckReport checks={checks} />
            </>
          }
          action={
            <Space>
              <SavedFileActions />
              <Button size="small" onClick={() => onPreview(job.produced)}>
                {messages.preview.start}
              </Button>
            </Space>
          }
        />
      );
    }
  }
}

function againWords({ isSame, before }: MadeAgain, program: string): string {
  return isSame ? messages.history.isSame : messages.history.isOther(before.program, program);
}

/** What reading the file again has found: in one line when all is well, and what is not, always in full. */
function CheckReport({ checks }: { readonly checks: readonly DocumentCheck[] }) {
  const failed = checks.filter(({ ok }) => !ok);
  return (
    <details className={styles['checks']} open={failed.length > 0}>
      <summary>
        {failed.length === 0 ? documentMessages.allPassed(checks.length) : documentMessages.someFailed(failed.length)}
      </summary>
      <ul>
        {[...failed, ...checks.filter(({ ok }) => ok)].map((check) => (
          <li key={check.code} data-passed={check.ok}>
            {documentMessages.check(check)}
          </li>
        ))}
      </ul>
    </details>
  );
}

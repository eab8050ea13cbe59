import { Button, Spin, Tag } from 'antd';
import { useId, useMemo, useState } from 'react';
import { isSame } from '#domain/changes/diff-records';
import type { FieldWords } from '#domain/changes/field-text';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { fieldsOf, fieldValue } from '#domain/records/record-fields';
import type { RecordVersion } from '#storage/record-history';
import { restoreFields } from '#storage/restore-fields';
import { ACTION_NAMES } from '../../archive/action-names.ts';
import { fieldLabel } from '../../archive/field-labels.ts';
import { createFieldWords } from '../../archive/field-words.ts';
import { OriginNote } from '../../archive/origin-note.tsx';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { messages } from './messages.ts';
import styles from './record-history.module.css';
import { useHistory, type History } from './use-history.ts';
import { VersionChanges } from './version-changes.tsx';

const VERSIONS_AT_ONCE = 10;

/** Who made what of a record and when, with the way back to any of it. Read when it is opened. */
export function RecordHistory({ record }: { readonly record: ArchiveRecord }) {
  const [isOpen, setOpen] = useState(false);
  const [limit, setLimit] = useState(VERSIONS_AT_ONCE);
  const history = useHistory(record, limit, isOpen);
  const titleId = useId();
  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <header className={styles['heading']}>
        <h2 id={titleId} className={styles['title']}>
          {messages.title}
        </h2>
        <span className={styles['hint']}>{messages.revisions(record.revision)}</span>
        <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? messages.hide : messages.show}
        </Button>
      </header>
      {isOpen && <Timeline record={record} history={history} onMore={() => setLimit(limit + VERSIONS_AT_ONCE)} />}
    </section>
  );
}

type TimelineProps = { readonly record: ArchiveRecord; readonly history: History; readonly onMore: () => void };

function Timeline({ record, history, onMore }: TimelineProps) {
  const { records } = useSession();
  const words = useMemo(() => createFieldWords(records.get), [records]);
  const { versions, state, searching, failure } = history;
  return (
    <div data-testid="record-history">
      <ol className={styles['versions']}>
        {versions.map((version) => (
          <Version key={version.after.revision} version={version} record={record} words={words} />
        ))}
      </ol>
      {state === 'reading' && (
        <output className={styles['status']}>
          <Spin size="small" /> {searching === null ? messages.reading : messages.searching(searching)}
        </output>
      )}
      {state === 'more' && (
        <Button type="link" size="small" onClick={onMore}>
          {messages.more}
        </Button>
      )}
      {state === 'incomplete' && (
        <output className={styles['status']}>
          {failure === null ? messages.incomplete : messages.failed(failure)}
        </output>
      )}
    </div>
  );
}

type VersionProps = { readonly version: RecordVersion; readonly record: ArchiveRecord; readonly words: FieldWords };

function Version({ version, record, words }: VersionProps) {
  const { perform } = useArchiveActions();
  const { after, action, at, by } = version;
  const { revision } = after;
  // A record keeps the origin that it had before a later file changed it.
  const isImported = action === 'import' && (version.before?.origin ?? null) === null;
  const isPresent = revision === record.revision;
  const present = record.deletedAt === null ? record : null;
  const restore = (earlier: ArchiveRecord, names: readonly string[] | null, done: string) =>
    perform((archive) => restoreFields(archive, { id: record.id, revision: record.revision }, earlier, names), {
      done,
      label: recordTitle(record),
    });
  return (
    <li className={styles['version']}>
      <header className={styles['versionHeading']}>
        <span className={styles['revision']}>{messages.version(revision)}</span>
        <Tag>{ACTION_NAMES[action]}</Tag>
        <span>{by}</span>
        <time className={styles['hint']} dateTime={at}>
          {new Date(at).toLocaleString('zh-CN')}
        </time>
        {isPresent && <span className={styles['hint']}>{messages.present}</span>}
        {isImported && (
          <span className={styles['hint']}>
            <OriginNote record={after} />
          </span>
        )}
        {present !== null && !saysTheSame(after, present) && (
          <Button
            type="link"
            size="small"
            aria-label={messages.restoreVersionLabel(revision)}
            onClick={() => void restore(after, null, messages.restoredVersion(revision))}
          >
            {messages.restoreVersion}
          </Button>
        )}
      </header>
      <VersionChanges
        version={version}
        present={present}
        words={words}
        onRestoreField={(name, earlier) =>
          void restore(earlier, [name], messages.restoredField(fieldLabel(name, record.kind)))
        }
      />
    </li>
  );
}

function saysTheSame(a: ArchiveRecord, b: ArchiveRecord): boolean {
  return fieldsOf(a.kind).every(([name]) => isSame(fieldValue(a, name), fieldValue(b, name)));
}

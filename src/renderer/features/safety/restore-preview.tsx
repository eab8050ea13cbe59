import { Alert } from 'antd';
import { backupMessages } from '../../archive/backup-messages.ts';
import type { PackageChanges } from '../../archive/compare-package.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { RECORD_KINDS } from '#domain/records/record-base';
import { localMinute } from '../../components/local-minute.ts';
import { messages } from './messages.ts';
import styles from './safety.module.css';
import type { OpenedPackage } from './use-restore-walk.ts';

const CHANGES = ['added', 'changed', 'gone'] as const;

/** What a package is, and what restoring it would change. */
export function RestorePreview({ opened }: { readonly opened: OpenedPackage }) {
  const { restore: words } = messages;
  const { summary, changes, isOfOtherArchive, lacking } = opened;
  const kinds = RECORD_KINDS.flatMap((kind) => {
    const count = summary.records[kind] ?? 0;
    return count > 0 ? [`${KIND_NAMES[kind]} ${count}`] : [];
  });
  return (
    <>
      <p>{words.what(localMinute(summary.madeAt), summary.application)}</p>
      {summary.isSealed && <p className={styles['quiet']}>{words.sealed}</p>}
      <p>
        {words.records}：{kinds.join('，')}。{backupMessages.contents(summary)}。
      </p>
      {summary.attachments === 'left-out' && <p className={styles['quiet']}>{words.leftOut}</p>}
      {summary.damagedAttachments.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={backupMessages.damagedAttachments(summary.damagedAttachments.length)}
          role="note"
        />
      )}
      {backupMessages.lacking(lacking).map((text) => (
        <Alert key={text} type="warning" showIcon title={text} role="note" />
      ))}
      {lacking.length > 0 && <p className={styles['quiet']}>{backupMessages.lackingAnyway}</p>}
      {isOfOtherArchive && <Alert type="warning" showIcon title={words.otherArchive} role="note" />}
      {changes ? <Changes changes={changes} /> : <p className={styles['quiet']}>{words.notCompared}</p>}
    </>
  );
}

function Changes({ changes: { byKind, examples } }: { readonly changes: PackageChanges }) {
  const { restore: words } = messages;
  if (byKind.size === 0) return <p>{words.same}</p>;
  return (
    <>
      <table className={styles['changes']} aria-label={words.changes}>
        <caption>{words.changes}</caption>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            {CHANGES.map((change) => (
              <th key={change} scope="col">
                {words.counts[change]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from(byKind, ([kind, differences]) => (
            <tr key={kind}>
              <th scope="row">{KIND_NAMES[kind]}</th>
              {CHANGES.map((change) => (
                <td key={change}>{differences[change]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {CHANGES.map((change) => {
        const some = examples.filter((example) => example.change === change).slice(0, 5);
        return some.length === 0 ? null : (
          <p key={change} className={styles['quiet']}>
            {words.counts[change]}，{words.examples}：
            {some.map(({ kind, title }) => `${KIND_NAMES[kind]}“${title}”`).join('、')}
          </p>
        );
      })}
    </>
  );
}

import { CheckCircleOutlined } from '@ant-design/icons';
import { Empty } from 'antd';
import type { FilingItem } from '#domain/records/filing-item';
import type { SeriesFinding } from '#domain/filing/check-series';
import { composeFileCode } from '#domain/filing/file-code';
import type { FileCodeSegments } from '#domain/filing/file-code-segments';
import type { FileCodeTemplate } from '#domain/filing/file-code-template';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import styles from './filing.module.css';
import { messages } from './messages.ts';
import type { FilingView } from './use-filing.ts';

const MOST_SHOWN = 500;

type CheckPaneProps = { readonly filing: FilingView; readonly findings: readonly SeriesFinding[] };

/** What to look at in the codes, most serious first, and the numbers that stand empty. */
export function CheckPane({ filing, findings }: CheckPaneProps) {
  const living = filing.register.issued.filter(({ withdrawn }) => !withdrawn).length;
  const { withdrawn } = filing.register;
  const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
  const hidden = sorted.length - MOST_SHOWN;
  if (living === 0 && withdrawn.length === 0) {
    return <Empty className={styles['empty'] ?? ''} description={messages.check.nothing} />;
  }
  return (
    <div className={styles['scroll']} data-testid="check">
      {findings.length === 0 ? (
        <p>
          <CheckCircleOutlined className={styles['okIcon'] ?? ''} aria-hidden /> {messages.check.none}：
          {messages.check.noneHint(living)}
        </p>
      ) : (
        <>
          <p className={styles['hint']}>
            {messages.check.intro(living)}，{messages.check.found(findings.length)}
          </p>
          <table className={styles['findings']}>
            <tbody>
              {sorted.slice(0, MOST_SHOWN).map((finding) => (
                <tr key={JSON.stringify(finding)}>
                  <th scope="row">{messages.check.kinds[finding.code]}</th>
                  <td>
                    <FindingText finding={finding} filing={filing} />
                    <div className={styles['explain']}>{messages.check.explain[finding.code]}</div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {hidden > 0 && <p className={styles['hint']}>{messages.check.more(hidden)}</p>}
        </>
      )}
      {withdrawn.length > 0 && <EmptyNumbers items={withdrawn} />}
    </div>
  );
}

const ORDER: readonly SeriesFinding['code'][] = [
  'duplicate',
  'segments-disagree',
  'gap',
  'out-of-order',
  'does-not-fit',
];

type FindingTextProps = { readonly finding: SeriesFinding; readonly filing: FilingView };

function FindingText({ finding, filing }: FindingTextProps) {
  switch (finding.code) {
    case 'duplicate':
      return finding.ids.map((id) => (
        <div key={id}>
          <Paper id={id} filing={filing} />
        </div>
      ));
    case 'gap': {
      const { series, from, to } = finding;
      const codes = [from, to].map((number) => codeOf(filing.template, { ...series, number }));
      return messages.check.gap('', codes[0] ?? '', codes[1] ?? '').trim();
    }
    case 'does-not-fit':
      return (
        <>
          <Paper id={finding.id} filing={filing} />
          <div className={styles['explain']}>
            {finding.problems.map(({ segment, code }) => messages.problem(segment, code)).join('，')}
          </div>
        </>
      );
    case 'segments-disagree':
      return <Paper id={finding.id} filing={filing} />;
    case 'out-of-order':
      return (
        <>
          <Paper id={finding.id} filing={filing} /> {messages.check.after(finding.after.fileCode)}
        </>
      );
  }
}

function codeOf(template: FileCodeTemplate, segments: FileCodeSegments): string {
  const code = composeFileCode(template, segments);
  return code.ok ? code.value : String(segments.number ?? '');
}

/** The code and title of a record, and the way to it. */
function Paper({ id, filing }: { readonly id: string; readonly filing: FilingView }) {
  const { go } = useNavigation();
  const record = filing.ownerOf(id);
  if (!record) return id;
  return (
    <>
      <span className={styles['code']}>{filing.register.itemOf.get(id)?.code}</span>{' '}
      <button type="button" className={styles['link']} onClick={() => go(recordRoute(record.kind, record.id))}>
        {record.title}
      </button>
    </>
  );
}

function EmptyNumbers({ items }: { readonly items: readonly FilingItem[] }) {
  return (
    <section>
      <h2 className={styles['subtitle']}>{messages.check.withdrawn(items.length)}</h2>
      <p className={styles['hint']}>{messages.check.withdrawnHint}</p>
      <table className={styles['findings']}>
        <tbody>
          {items.slice(0, MOST_SHOWN).map((item) => (
            <tr key={item.id}>
              <td className={styles['code']}>{item.code}</td>
              <td>{item.owner?.printed}</td>
              <td className={styles['explain']}>{whyEmpty(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function whyEmpty({ deletedAt, deleteReason }: FilingItem): string {
  if (deletedAt === null) return messages.check.ownerDeleted;
  return deleteReason === null ? messages.check.undone : messages.check.reason(deleteReason);
}

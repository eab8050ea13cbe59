import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { assessHealth, HEALTH_PARTS, type HealthPart, type HealthState } from '#domain/backup/assess-health';
import { formatBytes } from '../../archive/attach-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { localMinute } from '../../components/local-minute.ts';
import { messages } from './messages.ts';
import styles from './safety.module.css';
import type { SafetyFacts } from './use-safety-facts.ts';

const ICONS: Readonly<Record<HealthState, ReactNode>> = {
  good: <CheckCircleOutlined aria-hidden />,
  attention: <ExclamationCircleOutlined aria-hidden />,
  problem: <CloseCircleOutlined aria-hidden />,
};

type HealthSectionProps = { readonly facts: SafetyFacts; readonly onAgain: () => void };

/** How the archive is, part by part, each with a word and what to do. */
export function HealthSection({ facts, onAgain }: HealthSectionProps) {
  const { health: words } = messages;
  const { reconciliation } = useSession();
  const attachments = useRecords('attachment').length;
  const states = assessHealth({
    now: facts.at,
    lastSave: facts.lastSave?.at ?? null,
    journal: { ...facts.inspection, isBroken: facts.inspection.broken !== null },
    head: facts.inspection.head,
    workingCopy: reconciliation.outcome,
    lastUncleanExit: facts.health.session.lastUnclean,
    attachments,
    fixity: facts.fixity && { at: facts.fixity.at, problems: problemsOf(facts.fixity) },
    backups: facts.backups.flatMap(({ madeAt, attachments: packed, state }) =>
      state === 'missing' ? [] : [{ madeAt, isComplete: packed !== 'left-out', state }],
    ),
    freeBytes: facts.health.freeBytes,
  });
  const described = describe(facts, { states, workingCopy: reconciliation.outcome, attachments });
  return (
    <section className={styles['section']} aria-labelledby="health-title">
      <header className={styles['heading']}>
        <h2 id="health-title" className={styles['title']}>
          {words.title}
        </h2>
        <Button size="small" onClick={onAgain}>
          {words.again}
        </Button>
      </header>
      <dl className={styles['parts']}>
        {HEALTH_PARTS.map((part) => (
          <div key={part} className={styles['part']} data-testid={`health-${part}`}>
            <dt>{words.parts[part]}</dt>
            <dd className={styles[states[part]]}>
              {ICONS[states[part]]} {messages.states[states[part]]}
            </dd>
            <dd className={styles['told']}>{described[part]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Described = {
  readonly states: Readonly<Record<HealthPart, HealthState>>;
  readonly workingCopy: keyof typeof messages.health.workingCopy;
  readonly attachments: number;
};

function describe(
  facts: SafetyFacts,
  { states, workingCopy, attachments }: Described,
): Readonly<Record<HealthPart, string>> {
  const { health: words } = messages;
  const { lastSave, inspection, health } = facts;
  const { uncleanExits, lastUnclean } = health.session;
  return {
    lastSave: lastSave ? words.lastSave(localMinute(lastSave.at), lastSave.by) : words.nothing,
    journal: describeJournal(facts),
    head: inspection.head === 'none' && states.head === 'good' ? words.head.fresh : words.head[inspection.head],
    workingCopy: words.workingCopy[workingCopy],
    exits: lastUnclean === null ? words.noExits : words.exits(uncleanExits, localMinute(lastUnclean)),
    fixity: describeFixity(facts, states.fixity, attachments),
    backups: describeBackups(facts, states.backups),
    space: describeSpace(health.freeBytes, states.space),
  };
}

function describeJournal({ inspection: { broken, missing, tornBytes, lines, bytes }, at }: SafetyFacts): string {
  const { health: words } = messages;
  if (broken) return words.broken(broken.file, broken.line);
  if (missing > 0) return words.missing(missing);
  if (tornBytes > 0) return words.torn;
  return words.journal(lines, formatBytes(bytes), localMinute(at));
}

function describeFixity({ fixity }: SafetyFacts, state: HealthState, attachments: number): string {
  const { health: words } = messages;
  if (fixity === null) return attachments === 0 ? words.noAttachments : words.neverChecked;
  const at = localMinute(fixity.at);
  if (state === 'problem') return words.fixityProblems(at, problemsOf(fixity));
  if (state === 'attention') return words.fixityOld(at);
  return words.fixity(at, fixity.checked);
}

/** A file that no record names is left over, and nothing is lost by it. */
function problemsOf({ problems }: NonNullable<SafetyFacts['fixity']>): number {
  return problems.filter(({ kind }) => kind !== 'unreferenced').length;
}

function describeBackups({ backups, lastSave }: SafetyFacts, state: HealthState): string {
  const { health: words } = messages;
  if (lastSave === null) return words.noBackupsNeeded;
  const last = backups.find(({ attachments, state: each }) => attachments !== 'left-out' && each !== 'missing');
  return state === 'good' && last ? words.backups(localMinute(last.madeAt)) : words.noBackups;
}

function describeSpace(freeBytes: number | null, state: HealthState): string {
  const { health: words } = messages;
  if (freeBytes === null) return words.unknownSpace;
  const free = formatBytes(freeBytes);
  return state === 'good' ? words.space(free) : words.littleSpace(free);
}

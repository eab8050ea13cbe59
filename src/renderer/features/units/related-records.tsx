import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { compareChronologically, formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { recordDate, type LedgerRecord } from '#domain/records/archive-record';
import { bodiesOf } from '#domain/records/record-fields';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { isActiveOn } from '#domain/units/name-validity';
import { LEDGER_KINDS, type LedgerKind } from '#domain/records/record-base';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { periodText } from './period-text.ts';
import { useRecordsOfUnits, useUnitLine } from '../../archive/use-unit-line.ts';
import styles from './units.module.css';

const FIRST_SHOWN = 20;

/** A record that names a unit, or one of its predecessors (`via`). */
type Related = {
  readonly record: LedgerRecord;
  readonly unitId: string;
  readonly unit: Unit | null;
  readonly via: string | null;
};

/** Every record that belongs to a unit, by kind, latest first; those of its predecessors are marked. */
export function RelatedRecords({ unitId }: { readonly unitId: string }) {
  const related = useRelated(unitId);
  const own = related.filter(({ via }) => via === null).length;
  const heading = messages.page.entries(own, related.length - own);
  return (
    <section aria-label={heading}>
      <h2 className={styles['subtitle']}>{heading}</h2>
      {related.length === 0 && <p className={styles['none']}>{messages.page.noEntries}</p>}
      {LEDGER_KINDS.map((kind) => {
        const ofKind = related.filter(({ record }) => record.kind === kind);
        return ofKind.length > 0 && <RecordsOfKind key={kind} kind={kind} related={ofKind} />;
      })}
    </section>
  );
}

function useRelated(unitId: string): readonly Related[] {
  const line = useUnitLine(unitId);
  const directory = useUnitDirectory();
  const recordsOf = useRecordsOfUnits([unitId, ...line.predecessors]);
  return useMemo(() => {
    const seen = new Set<string>();
    const related = [unitId, ...line.predecessors].flatMap((id) =>
      recordsOf(id).flatMap((record): readonly Related[] => {
        if (seen.has(record.id)) return [];
        seen.add(record.id);
        const unit = directory.get(id);
        return [{ record, unitId: id, unit, via: id === unitId ? null : unit ? unitDisplayName(unit) : id }];
      }),
    );
    // Latest first, those of unknown date last.
    return related.toSorted((a, b) => {
      const [one, other] = [recordDate(a.record), recordDate(b.record)];
      if (one.start === null || other.start === null) return Number(one.start === null) - Number(other.start === null);
      return compareChronologically(other, one);
    });
  }, [unitId, line, directory, recordsOf]);
}

type RecordsOfKindProps = { readonly kind: LedgerKind; readonly related: readonly Related[] };

function RecordsOfKind({ kind, related }: RecordsOfKindProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? related : related.slice(0, FIRST_SHOWN);
  return (
    <>
      <h3 className={styles['kindTitle']}>
        {KIND_NAMES[kind]}
        <span className={styles['kindCount']}>{related.length}</span>
      </h3>
      <ul className={styles['entries']}>
        {shown.map((each) => (
          <li key={each.record.id}>
            <RelatedItem related={each} />
          </li>
        ))}
      </ul>
      {shown.length < related.length && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {messages.page.showAll(related.length)}
        </Button>
      )}
    </>
  );
}

function RelatedItem({ related }: { readonly related: Related }) {
  const { record, unit, via } = related;
  const { go } = useNavigation();
  const date = recordDate(record);
  return (
    <button
      type="button"
      className={styles['entry']}
      onClick={() => go({ screen: 'record', kind: record.kind, id: record.id })}
    >
      <span className={styles['entryTitle']}>{record.title}</span>
      <span className={styles['remark']}>{remarkOn(related)}</span>
      {unit && date.start !== null && !isActiveOn(unit, date) && (
        <span className={styles['via']} title={messages.page.outsideHint}>
          {messages.page.outside}
        </span>
      )}
      {via !== null && <span className={styles['via']}>{messages.page.via(via)}</span>}
      <span className={styles['date']}>{date.raw && formatFuzzyDate(date)}</span>
    </button>
  );
}

/** How a record names the unit: as who awarded it, by which posts, or by which name. */
function remarkOn({ record, unitId, unit }: Related): string {
  if (record.kind === 'person') {
    return record.posts
      .filter((held) => held.unit?.unitId === unitId)
      .map(({ post, from, to }) => [post, periodText({ from, to })].filter(Boolean).join('，'))
      .join('；');
  }
  const isRecipient = record.kind !== 'honor' || record.recipients.some((each) => each.unitId === unitId);
  if (!isRecipient) return messages.page.awarded;
  const printed = bodiesOf(record).find((body) => body.unitId === unitId)?.printed;
  return printed && unit && printed !== unitDisplayName(unit) ? messages.page.printedAs(printed) : '';
}

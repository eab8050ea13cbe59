import { useMemo } from 'react';
import { countingYear, formatFuzzyDate, UNKNOWN_DATE } from '#domain/dates/fuzzy-date';
import { isLedgerRecord, recordDate, type LedgerRecord } from '#domain/records/archive-record';
import { bodiesOf } from '#domain/records/record-fields';
import { useSession } from '../../archive/session-context.tsx';
import { useSimilarRecords } from '../../hooks/use-similar-records.ts';
import type { FormHandle } from './form-handle.ts';
import { dateOfForm } from './form-values.ts';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

type SimilarRecordsProps = {
  readonly form: FormHandle;
  readonly editedId: string | null;
  readonly onPeek: (id: string) => void;
};

/** Records that may already say what is being typed; looked at beside the form, which stays as it is. */
export function SimilarRecords({ form, editedId, onPeek }: SimilarRecordsProps) {
  const { records } = useSession();
  const { kind, values, today, units } = form;
  const query = useMemo(
    () => ({
      kind,
      title: values['title'] as string,
      year: countingYear(dateOfForm(values, today) ?? UNKNOWN_DATE),
      // By any of a unit's names: the earlier record may have printed another one.
      bodies: typedBodies(values).flatMap((name) => [
        name,
        ...(units.find(name)?.names.map((each) => each.name) ?? []),
      ]),
      ...(editedId === null ? {} : { id: editedId }),
    }),
    [kind, values, today, units, editedId],
  );
  const similar = useSimilarRecords(records, query).flatMap(({ id, reason }) => {
    const record = records.get(id);
    return record && isLedgerRecord(record) && record.deletedAt === null ? [{ record, reason }] : [];
  });
  if (similar.length === 0) return null;
  return (
    <section className={styles['similar']} aria-label={messages.similar.title}>
      <span className={styles['similar-title']}>{messages.similar.title}</span>
      <ul>
        {similar.map(({ record, reason }) => (
          <li key={record.id}>
            <button type="button" className={styles['similar-record']} onClick={() => onPeek(record.id)}>
              {record.title}
            </button>
            <span className={styles['similar-facts']}>
              {[...mainFacts(record), messages.similar.reason(reason)].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_BODIES = 2;

/** What tells one record of a title from another at a glance. */
function mainFacts(record: LedgerRecord): readonly string[] {
  const date = formatFuzzyDate(recordDate(record));
  const named = record.kind === 'honor' ? record.recipients : bodiesOf(record);
  const names = named.map(({ printed }) => printed);
  const bodies = names.length > MOST_BODIES ? messages.similar.bodies(names[0] ?? '', names.length) : names.join('、');
  return [date, bodies].filter((fact) => fact !== '');
}

function typedBodies(values: FormHandle['values']): readonly string[] {
  const lists = [values['recipients'], values['issuers'], values['hosts'], values['units']];
  return lists.flatMap((list) =>
    ((list ?? []) as readonly (string | { readonly name: string })[]).map((body) =>
      typeof body === 'string' ? body : body.name,
    ),
  );
}

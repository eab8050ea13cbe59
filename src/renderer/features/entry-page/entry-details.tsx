import { formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import type { Activity } from '#domain/records/activity';
import type { Entry } from '#domain/records/archive-record';
import type { Honor } from '#domain/records/honor';
import type { Plan } from '#domain/records/plan';
import { FIELD_LABELS } from '../../archive/problem-messages.ts';
import { FieldList, Nothing, type FieldRow } from '../../components/field-list.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import styles from './entry-page.module.css';
import { messages } from './messages.ts';

/** All fields of a record, empty ones included, so that what is missing can be seen. */
export function EntryDetails({ entry }: { readonly entry: Entry }) {
  const rows = rowsOf(entry).map(({ field, ...row }) => ({ label: FIELD_LABELS[field], ...row }));
  return <FieldList rows={rows} columns={2} testId="entry-details" />;
}

type Row = Omit<FieldRow, 'label'> & { readonly field: keyof typeof FIELD_LABELS };

function rowsOf(entry: Entry): readonly Row[] {
  const remarks: readonly Row[] = [
    { field: 'note', value: entry.note, isWide: true },
    { field: 'source', value: entry.source, isWide: true },
  ];
  switch (entry.kind) {
    case 'honor':
      return [...honorRows(entry), ...remarks];
    case 'plan':
      return [...planRows(entry), ...remarks];
    case 'activity':
      return [...activityRows(entry), ...remarks];
  }
}

function honorRows(honor: Honor): readonly Row[] {
  return [
    { field: 'date', value: <DateValue date={honor.date} /> },
    { field: 'level', value: honor.level ?? messages.noLevel },
    { field: 'recipients', value: <Bodies bodies={honor.recipients} /> },
    { field: 'collective', value: honor.collective ? messages.collective : messages.individual },
    { field: 'awardedBy', value: <Bodies bodies={honor.awardedBy} /> },
    { field: 'documentNo', value: honor.documentNo },
    { field: 'works', value: honor.works.join('、'), isWide: true },
  ];
}

function planRows(plan: Plan): readonly Row[] {
  return [
    { field: 'planKind', value: plan.planKind },
    { field: 'documentNo', value: plan.documentNo },
    { field: 'issuers', value: <Bodies bodies={plan.issuers} /> },
    { field: 'status', value: plan.status },
    { field: 'issued', value: <DateValue date={plan.issued} /> },
    { field: 'effective', value: <DateValue date={plan.effective} /> },
    { field: 'expires', value: <DateValue date={plan.expires} />, isWide: true },
  ];
}

function activityRows(activity: Activity): readonly Row[] {
  return [
    { field: 'series', value: activity.series },
    { field: 'episode', value: activity.episode },
    { field: 'date', value: <DateValue date={activity.date} /> },
    { field: 'place', value: activity.place },
    { field: 'hosts', value: <Bodies bodies={activity.hosts} /> },
    { field: 'coHosts', value: <Bodies bodies={activity.coHosts} /> },
    { field: 'participants', value: <Bodies bodies={activity.participants} /> },
    { field: 'headcount', value: activity.headcount === null ? '' : messages.people(activity.headcount) },
    { field: 'summary', value: activity.summary, isWide: true },
  ];
}

/** The date in official form, and as it was printed where that differs. */
function DateValue({ date }: { readonly date: FuzzyDate }) {
  const formatted = date.precision === 'unknown' ? messages.undated : formatFuzzyDate(date);
  if (date.raw === '' || date.raw === formatted) return formatted;
  return (
    <>
      {formatted} <span className={styles['raw']}>{messages.printedAs(date.raw)}</span>
    </>
  );
}

type Body = { readonly printed: string; readonly unitId: string | null };

/** Names as printed; each leads to the unit it stands for. */
function Bodies({ bodies }: { readonly bodies: readonly Body[] }) {
  const { go } = useNavigation();
  if (bodies.length === 0) return <Nothing />;
  return (
    <ul className={styles['bodies']}>
      {bodies.map(({ printed, unitId }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a name may stand there twice
        <li key={`${index} ${printed}`}>
          {unitId === null ? (
            printed
          ) : (
            <button type="button" className={styles['link']} onClick={() => go({ screen: 'unit', id: unitId })}>
              {printed}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

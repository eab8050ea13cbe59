import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { compareSides } from '#domain/import/compare-sides';
import type { EntryChoice, PlannedEntry } from '#domain/import/import-plan';
import { isEntry } from '#domain/records/archive-record';
import { fieldLabel } from '../../archive/field-labels.ts';
import { describeImportConcern } from '../../archive/import-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import type { EntryView, PlanList } from '#domain/import/plan-lists';
import type { BookView } from '../../workers/import-messages.ts';
import { entryGlance } from './entry-facts-text.ts';
import { EntryDetails } from './entry-details.tsx';
import styles from './import.module.css';
import { messages } from './messages.ts';
import type { RecordsStage } from './records-step.tsx';
import { TwinNote } from './twin-note.tsx';
import { useImportStore } from './use-import.tsx';
import { usePlanPage } from './use-plan-page.ts';

const words = messages.records;
const PAGE_SIZE = 50;

type EntryList = Exclude<PlanList, 'rejected' | 'probable-duplicate'>;
type EntryTableProps = { readonly list: EntryList; readonly stage: RecordsStage };

/** Entries one below the other; a row opens to everything that it would bring, beside the cells that it came from. */
export function EntryTable({ list, stage }: EntryTableProps) {
  const { page, isLoading, pagination } = usePlanPage(list, stage.questions, PAGE_SIZE);
  const { entries: decided } = stage.choices;
  const columns = useMemo<TableColumnsType<EntryView>>(
    () => [
      ...columnsOf(list),
      ...(list === 'unchanged'
        ? []
        : [
            {
              key: 'action',
              title: words.action,
              width: 92,
              render: (_: unknown, { entry }: EntryView) => (
                <Decision entry={entry} choice={decided.get(entry.key) ?? null} />
              ),
            },
          ]),
    ],
    [list, decided],
  );
  return (
    <Table<EntryView>
      size="small"
      rowKey={({ entry }) => entry.key}
      loading={isLoading}
      dataSource={[...page.entries]}
      columns={columns}
      pagination={pagination}
      locale={{ emptyText: words.empty }}
      rowClassName={({ entry }) => (decided.get(entry.key)?.do === 'leave-out' ? (styles['leftOut'] ?? '') : '')}
      expandable={{
        expandedRowRender: detailsIn(stage.book),
        columnTitle: <span className={styles['unseen']}>{words.expand}</span>,
      }}
    />
  );
}

function detailsIn(book: BookView) {
  return (view: EntryView) => <EntryDetails view={view} book={book} />;
}

const PLACE = {
  key: 'place',
  title: words.place,
  width: '15%',
  ellipsis: true,
  render: (_: unknown, { entry }: EntryView) => words.at(entry.place.sheet, entry.place.row),
};
const TITLE = {
  key: 'title',
  title: fieldLabel('title'),
  ellipsis: true,
  render: (_: unknown, { entry }: EntryView) => entry.draft.title,
};
const glance = (key: keyof ReturnType<typeof entryGlance>, width: string) => ({
  key,
  title: words[key],
  width,
  ellipsis: true,
  render: (_: unknown, { entry }: EntryView) => entryGlance(entry)[key],
});

/** Where much is said of an entry besides, its own facts have less room. */
function columnsOf(list: EntryList): TableColumnsType<EntryView> {
  const [date, sort, who] = [glance('date', '13%'), glance('sort', '9%'), glance('who', '22%')];
  const further = furtherColumns(list);
  return list === 'new' ? [PLACE, date, TITLE, sort, who] : [PLACE, date, TITLE, ...further];
}

function furtherColumns(list: EntryList): TableColumnsType<EntryView> {
  switch (list) {
    case 'concerns':
      return [
        {
          key: 'concerns',
          title: words.concern,
          width: '36%',
          render: (_, { entry }) => (
            <ul className={styles['lines']}>
              {entry.concerns.map((concern) => (
                <li key={`${concern.field} ${concern.code} ${concern.text}`}>{describeImportConcern(concern)}</li>
              ))}
            </ul>
          ),
        },
      ];
    case 'update':
      return [
        { key: 'changes', title: words.changes, width: '36%', render: (_, view) => <Changes entry={view.entry} /> },
      ];
    case 'exact-duplicate':
    case 'unchanged':
      return [
        glance('who', '20%'),
        { key: 'twin', title: words.twin, width: '18%', ellipsis: true, render: (_, view) => <TwinNote view={view} /> },
      ];
    default:
      return [];
  }
}

/** What an update puts in place of what. */
function Changes({ entry }: { readonly entry: PlannedEntry }) {
  const { records } = useSession();
  const { outcome, draft } = entry;
  if (outcome.type !== 'update') return null;
  const record = records.get(outcome.id);
  if (!record || !isEntry(record)) return null;
  const sides = compareSides(draft, { in: 'archive', record }).filter(({ name }) => outcome.fields.includes(name));
  return (
    <ul className={styles['lines']}>
      {sides.map(({ name, mine, theirs }) => (
        <li key={name}>
          {fieldLabel(name, entry.kind)}：<del>{theirs}</del> {mine}
        </li>
      ))}
    </ul>
  );
}

/** Takes an entry out, or what would stay out in. */
function Decision({ entry, choice }: { readonly entry: PlannedEntry; readonly choice: EntryChoice | null }) {
  const store = useImportStore();
  const { key } = entry;
  const [turned, name] = turnOf(entry);
  const isTurned = choice !== null;
  const label = isTurned ? words.takeBack : name;
  return (
    <Button
      type="link"
      size="small"
      aria-label={`${label}：${entry.draft.title}`}
      onClick={() => store.choose([key], isTurned ? null : turned)}
    >
      {label}
    </Button>
  );
}

/** The other way that an entry may go, and what it is called. */
function turnOf({ outcome, concerns }: PlannedEntry): readonly [EntryChoice, string] {
  switch (outcome.type) {
    case 'exact-duplicate':
      return [{ do: 'add' }, words.addAnyway];
    case 'unchanged': {
      if (outcome.twin.in === 'file') return [{ do: 'add' }, words.addAnyway];
      // What somebody edited since it came from this row stays as it is, unless a person wants what the file says.
      const fields = concerns.filter(({ code }) => code === 'edited-since-import').map(({ field }) => field);
      return [{ do: 'take-fields', id: outcome.twin.id, fields }, words.takeFile];
    }
    default:
      return [{ do: 'leave-out' }, words.leaveOut];
  }
}

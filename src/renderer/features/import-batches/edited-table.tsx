import { Table, type TableColumnsType } from 'antd';
import type { EditedSince } from '#domain/import/plan-import-undo';
import { isFindable, recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import styles from './import-batches.module.css';
import { messages } from './messages.ts';
import { editsInWords } from './undo-words.ts';

const ROWS_ON_A_PAGE = 50;
const { undoing: words } = messages;

const COLUMNS: TableColumnsType<EditedSince> = [
  { key: 'record', title: words.editedColumns.record, render: (_, { record }) => <EditedRecord record={record} /> },
  {
    key: 'fields',
    title: words.editedColumns.fields,
    width: 200,
    render: (_, edited) => editsInWords(edited).fields || words.noFields,
  },
  {
    key: 'along',
    title: words.editedColumns.along,
    width: 220,
    render: (_, edited) => editsInWords(edited).along || words.noFields,
  },
];

/** The records of an import that somebody has worked on since, with what was done to each. */
export function EditedTable({ edited }: { readonly edited: readonly EditedSince[] }) {
  return (
    <section aria-label={words.editedTitle(edited.length)}>
      <h3 className={styles['subtitle']}>{words.editedTitle(edited.length)}</h3>
      <div className={styles['edited']} data-testid="edited-since">
        <Table<EditedSince>
          size="small"
          rowKey={({ record }) => record.id}
          dataSource={[...edited]}
          columns={COLUMNS}
          pagination={{ pageSize: ROWS_ON_A_PAGE, hideOnSinglePage: true, showSizeChanger: false }}
        />
      </div>
    </section>
  );
}

function EditedRecord({ record }: { readonly record: ArchiveRecord }) {
  const { go } = useNavigation();
  const title = recordTitle(record);
  return (
    <>
      <span className={styles['kind']}>{KIND_NAMES[record.kind]}</span>
      {isFindable(record) ? (
        <button type="button" className={styles['link']} onClick={() => go(recordRoute(record.kind, record.id))}>
          {title}
        </button>
      ) : (
        title
      )}
    </>
  );
}

import { Button, Checkbox, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { describeReadNotice } from '../../archive/import-messages.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import type { BookType, SheetView, TablePlace } from '../../workers/import-messages.ts';
import { DecisionDetails, type TypedFacts } from './decision-details.tsx';
import type { ImportStage } from './import-state.ts';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { TableDetails } from './table-details.tsx';
import { useImportStore } from './use-import.tsx';

const words = messages.tables;

type TablesStage = Extract<ImportStage, { readonly at: 'tables' }>;

/** What the file is taken for: its tables with their columns, or a decision with its list of recipients. */
export function TablesStep({ stage: { book, isBusy, isDecided } }: { readonly stage: TablesStage }) {
  const store = useImportStore();
  const [typed, setTyped] = useState<TypedFacts | null>(null);
  const isNothing = book.type === 'tables' ? tablesOf(book.sheets).length === 0 : book.rows === 0;
  const goOn = () => {
    // What was typed counts, whether or not it was read again by its own button.
    if (book.type === 'decision' && typed) store.changeReading({ type: 'tell', facts: typed.facts });
    store.plan();
  };
  return (
    <div className={styles['step']}>
      {book.notices.length > 0 && (
        <p className={styles['notices']}>{book.notices.map((notice) => describeReadNotice(notice)).join('；')}</p>
      )}
      {book.mayBe.length > 1 && (
        <p className={styles['as']}>
          {messages.as.label}
          <Segmented<BookType>
            aria-label={messages.as.label}
            value={book.type}
            options={book.mayBe.map((value) => ({ value, label: messages.as[value] }))}
            onChange={(as) => store.changeReading({ type: 'take-as', as })}
          />
        </p>
      )}
      {book.type === 'tables' ? (
        <Tables sheets={book.sheets} />
      ) : (
        <DecisionDetails decision={book.decision} rows={book.rows} onType={setTyped} />
      )}
      <footer className={styles['bar']}>
        <span className={styles['quiet']}>{isDecided ? words.decided : book.type === 'tables' && words.remember}</span>
        <span className={styles['spacer']} />
        {isBusy && <Spin size="small" />}
        <Button
          type="primary"
          disabled={isNothing || (book.type === 'decision' && typed !== null && typed.wrong !== null)}
          loading={isBusy}
          onClick={goOn}
          data-testid="import-next"
        >
          {words.next}
        </Button>
      </footer>
    </div>
  );
}

function tablesOf(sheets: readonly SheetView[]): readonly TablePlace[] {
  return sheets.flatMap(({ name, isRead, tables }) =>
    isRead ? tables.map((_, table) => ({ sheet: name, table })) : [],
  );
}

function Tables({ sheets }: { readonly sheets: readonly SheetView[] }) {
  const [chosen, setChosen] = useState<TablePlace | null>(null);
  const present = tablesOf(sheets);
  const isChosen = (place: TablePlace) => place.sheet === chosen?.sheet && place.table === chosen.table;
  const place = present.find(isChosen) ?? present[0];
  const table = place && sheets.find(({ name }) => name === place.sheet)?.tables[place.table];
  return (
    <div className={styles['split']}>
      <nav className={styles['tableList']} aria-label={words.list}>
        <ul>
          {sheets.map((sheet) => (
            <SheetItem key={sheet.name} sheet={sheet} chosen={place ?? null} onChoose={setChosen} />
          ))}
        </ul>
      </nav>
      <div className={styles['details']}>
        {place && table ? (
          <TableDetails key={`${place.table} ${place.sheet}`} place={place} table={table} />
        ) : (
          <p className={styles['quiet']}>{words.nothing}</p>
        )}
      </div>
    </div>
  );
}

type SheetItemProps = {
  readonly sheet: SheetView;
  readonly chosen: TablePlace | null;
  readonly onChoose: (place: TablePlace) => void;
};

/** A sheet of one table stands on one line; of several, each has its own below. */
function SheetItem({ sheet, chosen, onChoose }: SheetItemProps) {
  const store = useImportStore();
  const { name, isRead, isHidden, tables } = sheet;
  const isOne = tables.length === 1;
  const items = tables.map(({ kind, counts }, table) => (
    <button
      // A table is known by its place alone.
      // oxlint-disable-next-line react/no-array-index-key
      key={table}
      type="button"
      className={styles['tableItem']}
      title={isOne ? name : undefined}
      aria-current={chosen?.sheet === name && chosen.table === table ? 'true' : undefined}
      onClick={() => onChoose({ sheet: name, table })}
    >
      <span className={styles['sheetName']}>{isOne ? name : words.table(table + 1)}</span>
      <span className={styles['quiet']}>
        {KIND_NAMES[kind]} {words.rows(counts.data)}
      </span>
    </button>
  ));
  return (
    <li>
      <div className={styles['sheetLine']}>
        <Checkbox
          checked={isRead}
          aria-label={words.read(name)}
          onChange={(event) => store.changeReading({ type: 'read-sheet', sheet: name, isRead: event.target.checked })}
        />
        {isOne ? items : <SheetName sheet={sheet} />}
        {isHidden && <span className={styles['mark']}>{words.hidden}</span>}
      </div>
      {!isOne &&
        items.map((item) => (
          <div key={item.key} className={styles['inner']}>
            {item}
          </div>
        ))}
    </li>
  );
}

/** A sheet that is not read or is blank, or has several tables. */
function SheetName({ sheet: { name, isRead, tables } }: Pick<SheetItemProps, 'sheet'>) {
  return (
    <span className={styles['tableItem']} title={name}>
      <span className={styles['sheetName']}>{name}</span>
      {isRead && tables.length === 0 && <span className={styles['quiet']}>{words.blank}</span>}
    </span>
  );
}

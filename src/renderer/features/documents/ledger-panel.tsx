import { Checkbox, Form, Radio } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { selectInScope } from '#domain/document/document-scope';
import { MAIN_FIELDS } from '#domain/ledger/main-fields';
import { LEDGER_ORDERS, MOST_LEDGER_COLUMNS, type LedgerOrder } from '#domain/ledger-document/ledger-document-options';
import { LEDGER_DOCUMENT_TERMS } from '#domain/ledger-document/ledger-document-terms';
import { listColumns } from '#domain/list-table/list-columns';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import { ledgerColumns } from '../../archive/ledger-document-columns.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { columnHeading } from '../../archive/list-outlines.ts';
import { useCover } from './cover-fields.tsx';
import styles from './documents.module.css';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { useScope } from './scope-fields.tsx';
import { ScopedPanel } from './scoped-panel.tsx';
import type { DocumentDesk } from './use-document-job.ts';

type LedgerPanelProps = { readonly desk: DocumentDesk };

/** The choices for a ledger on paper. Each ledger has its own: its columns and its years are others. */
export function LedgerPanel({ desk }: LedgerPanelProps) {
  const initial = useInitialOptions('ledger');
  const [ledger, setLedger] = useState<EntryKind>(initial?.ledger ?? 'honor');
  const choice = (
    <Form.Item label={messages.ledger}>
      <Radio.Group
        value={ledger}
        onChange={(event) => setLedger(event.target.value as EntryKind)}
        options={ENTRY_KINDS.map((value) => ({ value, label: messages.ledgerNames[value] }))}
      />
    </Form.Item>
  );
  return (
    <LedgerChoices key={ledger} desk={desk} ledger={ledger}>
      {choice}
    </LedgerChoices>
  );
}

type LedgerChoicesProps = LedgerPanelProps & { readonly ledger: EntryKind; readonly children: ReactNode };

function LedgerChoices({ desk, ledger, children }: LedgerChoicesProps) {
  const { archive } = useSession();
  const entries = useRecords(ledger);
  const template = useInitialOptions('ledger');
  const initial = template?.ledger === ledger ? template : null;
  const scope = useScope(entries, initial);
  const cover = useCover(LEDGER_DOCUMENT_TERMS.titles[ledger], initial);
  const [chosen, setChosen] = useState<readonly string[]>(
    initial?.columns.map(({ name }) => name) ?? MAIN_FIELDS[ledger],
  );
  const [order, setOrder] = useState<LedgerOrder>(initial?.order ?? 'date');
  const [includeUndated, setUndated] = useState(initial?.includeUndated ?? false);
  const all = useMemo(() => selectInScope(entries, scope.scope), [entries, scope.scope]);
  const count = all.dated.length + (includeUndated ? all.undated.length : 0);
  const hasTooMany = chosen.length > MOST_LEDGER_COLUMNS;
  const options = () => {
    const { title, editor } = cover;
    return {
      ...scope.scope,
      ledger,
      columns: ledgerColumns(ledger, chosen),
      order,
      includeUndated,
      title,
      editor,
      compiledOn: archive.today(),
    };
  };
  return (
    <ScopedPanel
      kind="ledger"
      desk={desk}
      options={options}
      cover={cover}
      scope={scope}
      levelLabel={ledger === 'honor' ? messages.level : null}
      count={count}
      undated={{ count: all.undated.length, isIncluded: includeUndated, include: setUndated }}
      isComplete={!hasTooMany}
      first={children}
    >
      <Form.Item label={messages.ledgerOrder}>
        <Radio.Group
          value={order}
          onChange={(event) => setOrder(event.target.value as LedgerOrder)}
          options={LEDGER_ORDERS.filter((each) => each !== 'level' || ledger === 'honor').map((value) => ({
            value,
            label: messages.ledgerOrders[value],
          }))}
        />
      </Form.Item>
      <Form.Item
        label={messages.columns}
        {...(hasTooMany ? { validateStatus: 'error', help: messages.needColumn(MOST_LEDGER_COLUMNS) } : {})}
      >
        <Checkbox.Group
          className={styles['options'] ?? ''}
          value={[...chosen]}
          onChange={(names) => setChosen(names)}
          options={listColumns(ledger).map((name) => ({
            value: name,
            label: columnHeading(ledger, name),
            disabled: name === 'title',
          }))}
        />
      </Form.Item>
    </ScopedPanel>
  );
}

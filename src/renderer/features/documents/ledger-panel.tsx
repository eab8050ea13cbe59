import { Checkbox, Form, Radio } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import * as v from 'valibot';
import { selectInScope } from '#domain/document/document-scope';
import { MAIN_FIELDS } from '#domain/ledger/main-fields';
import {
  LEDGER_ORDERS,
  ledgerDocumentOptionsSchema,
  MOST_LEDGER_COLUMNS,
  type LedgerOrder,
} from '#domain/ledger-document/ledger-document-options';
import { LEDGER_DOCUMENT_TERMS } from '#domain/ledger-document/ledger-document-terms';
import { listColumns } from '#domain/list-table/list-columns';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import { ledgerColumns } from '../../archive/ledger-document-columns.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { columnHeading } from '../../archive/list-outlines.ts';
import { CoverFields, useCover } from './cover-fields.tsx';
import { DocumentPanel } from './document-panel.tsx';
import styles from './documents.module.css';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { ScopeFields, useScope } from './scope-fields.tsx';
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
  const make = () => {
    const { title, editor } = cover;
    const options = v.safeParse(ledgerDocumentOptionsSchema, {
      ...scope.scope,
      ledger,
      columns: ledgerColumns(ledger, chosen),
      order,
      includeUndated,
      title,
      editor,
      compiledOn: archive.today(),
    });
    return options.success ? ({ kind: 'ledger', options: options.output } as const) : null;
  };
  return (
    <DocumentPanel
      kind="ledger"
      desk={desk}
      isComplete={cover.isComplete && scope.isComplete && !hasTooMany}
      order={make}
      notice={count === 0 ? messages.nothingInScope : messages.willHold(count)}
    >
      {children}
      <div className={styles['cover']}>
        <CoverFields {...cover} />
      </div>
      <ScopeFields state={scope} levelLabel={ledger === 'honor' ? messages.level : null} />
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
      {all.undated.length > 0 && (
        <Form.Item>
          <Checkbox checked={includeUndated} onChange={(event) => setUndated(event.target.checked)}>
            {messages.undated(all.undated.length)}
          </Checkbox>
        </Form.Item>
      )}
    </DocumentPanel>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Empty, Space } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { LedgerGap } from '#domain/ledger/ledger-filters';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import { ADD_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { handedToLedger } from '../../archive/ledger-subset.ts';
import { useSession } from '../../archive/session-context.tsx';
import { TemplateButton } from './export-menu.tsx';
import type { LedgerGridApi } from './grid-reading.ts';
import { LedgerActions } from './ledger-actions.tsx';
import { ledgerColumns } from './ledger-columns.ts';
import { LedgerDialogs, refusalOf, type LedgerDialog } from './ledger-dialogs.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { ledgerMemory, type CursorPlace } from './ledger-memory.ts';
import type { GridCommands } from './grid-keys.ts';
import { LedgerGrid } from './ledger-grid.tsx';
import styles from './ledger-screen.module.css';
import { messages } from './messages.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { useChosenIds, useRowSelection, type RowSelection } from './row-selection.ts';
import { useBlockCommands } from './use-block-commands.ts';
import { useCellEditing } from './use-cell-editing.tsx';
import { useCopying } from './use-copying.ts';
import { useColumnMemory } from './use-column-memory.ts';
import { useLedgerLook } from './use-ledger-look.ts';
import { useLedgerView, type LedgerView } from './use-ledger-view.ts';
import { useRemoval } from './use-removal.tsx';

type LedgerScreenProps = {
  readonly kind: LedgerKind;
  /** What the records lack that are wanted, when the ledger is opened for that. */
  readonly gap?: LedgerGap | null;
  /** Shows only the records that a search has handed over. */
  readonly isFromSearch?: boolean;
};

/** Everything that a ledger holds and can do, for its parts to share. */
function useLedger(kind: LedgerKind, gap: LedgerGap | null, isFromSearch: boolean) {
  const { go } = useNavigation();
  const { records } = useSession();
  const only = isFromSearch ? handedToLedger(records, kind) : null;
  const { message } = App.useApp();
  const [api, setApi] = useState<LedgerGridApi | null>(null);
  const grid = () => (api?.isDestroyed() ? null : api);
  const memory = useColumnMemory(kind);
  const look = useLedgerLook(kind, { gap, isFromSearch: only !== null }, memory.sorts(), grid);
  const view = useLedgerView(kind, look.look, only);
  const selection = useRowSelection();
  const selected = useSelectedRecords(selection, view);
  const [dialog, setDialog] = useState<LedgerDialog | null>(null);
  const editing = useCellEditing({ kind, grid, items: view.items });
  const blocks = useBlockCommands({ kind, view, selected, grid });
  const copy = useCopying({ view, selected, grid });
  const remove = useRemoval();

  const commands: GridCommands = {
    open: ({ id }) => go({ screen: 'record', kind, id }),
    openForm: ({ id }) => go({ screen: 'edit', kind, id }),
    remove: (record) => remove(selected.includes(record) ? selected : [record]),
    copy: () => void copy(false),
    editCell: editing.start,
    paste: blocks.paste,
    fillDown: blocks.fillDown,
    toggleGroup: look.toggleGroup,
  };
  const openDialog = (wanted: LedgerDialog) => {
    const refused = refusalOf(wanted, selected.length, view.items.length);
    if (refused === null) setDialog(wanted);
    else void message.info(refused);
  };
  return {
    only,
    grid,
    setApi,
    memory,
    look,
    view,
    selection,
    selected,
    dialog,
    setDialog,
    openDialog,
    editing,
    blocks,
    copy,
    remove,
    commands,
  };
}

/** All records of a kind in a grid: sorted, filtered, grouped, edited in place and in batches, by mouse or keyboard. */
export function LedgerScreen({ kind, gap = null, isFromSearch = false }: LedgerScreenProps) {
  const ledger = useLedger(kind, gap, isFromSearch);
  const { grid, look, view, selected, blocks, editing, memory } = ledger;
  const [columns] = useState(() => memory.arrange(ledgerColumns(kind)));
  const place = useCursorMemory(kind);
  const open = (ready: LedgerGridApi) => {
    ledger.setApi(ready);
    look.restoreFilters(ready);
  };
  const readColumns = (changed: LedgerGridApi) => {
    look.readGrid(changed);
    memory.remember(changed);
  };
  const hint = hintOf(view, look.isFiltered);
  const isEmpty = view.all.length === 0;
  // The rows come first: the filters above them take as long to draw.
  const isSettled = useDeferredValue(true, false);
  return (
    <Page
      title={messages.titles[kind]}
      hint={hint}
      width="fill"
      actions={
        <LedgerActions
          kind={kind}
          isEmpty={isEmpty}
          selected={selected}
          look={look}
          view={view}
          grid={grid}
          onBatch={() => ledger.openDialog('batch')}
          onRemove={() => ledger.remove(selected)}
          onCopy={(withHeadings) => void ledger.copy(withHeadings)}
          onFillDown={blocks.fillDown}
          onPrint={() => ledger.openDialog('print')}
        />
      }
    >
      {ledger.only && <SubsetNotice kind={kind} count={view.all.length} />}
      {isSettled ? (
        <LedgerFilters
          kind={kind}
          filters={look.look.filters}
          facets={view.facets}
          isFiltered={look.isFiltered}
          groupBy={look.look.groupBy}
          onChange={look.setFilters}
          onClear={look.clearFilters}
          onGroup={look.setGroupBy}
        />
      ) : (
        <div className={styles['filters']} />
      )}
      {isEmpty ? (
        <EmptyLedger kind={kind} />
      ) : (
        <LedgerGrid
          view={view}
          columns={columns}
          selection={ledger.selection}
          commands={ledger.commands}
          place={place}
          onReady={open}
          onColumns={readColumns}
          onScroll={editing.follow}
        >
          {editing.editor}
        </LedgerGrid>
      )}
      {!isEmpty && <footer className={styles['keys']}>{messages.keys}</footer>}
      <LedgerDialogs
        kind={kind}
        open={ledger.dialog}
        selected={selected}
        look={look.look}
        view={view}
        hint={hint}
        grid={grid}
        onClose={() => ledger.setDialog(null)}
      />
      {blocks.pending && <PasteDialog kind={kind} pending={blocks.pending} onClose={blocks.close} />}
    </Page>
  );
}

/** Says that not all of the ledger is shown, and leads to all of it. */
function SubsetNotice({ kind, count }: { readonly kind: LedgerKind; readonly count: number }) {
  const { go } = useNavigation();
  return (
    <div className={styles['subset']}>
      {messages.subset(count)}
      <Button type="link" size="small" onClick={() => go({ screen: 'ledger', kind })}>
        {messages.showAll}
      </Button>
    </div>
  );
}

/** Whoever opens a record and comes back finds the cursor where it was. */
function useCursorMemory(kind: LedgerKind) {
  const { records } = useSession();
  return useMemo(() => {
    const { places } = ledgerMemory(records);
    return {
      recall: () => places.get(kind) ?? null,
      remember: (place: CursorPlace) => void places.set(kind, place),
    };
  }, [records, kind]);
}

const NO_RECORDS: readonly LedgerRecord[] = [];

/** The chosen records that pass the filters: one that they hide must not be changed along with others. */
function useSelectedRecords(selection: RowSelection, view: LedgerView): readonly LedgerRecord[] {
  const chosen = useChosenIds(selection);
  return useMemo(
    () => (chosen.size === 0 ? NO_RECORDS : view.records.filter(({ id }) => chosen.has(id))),
    [chosen, view],
  );
}

function hintOf({ all, records }: LedgerView, isFiltered: boolean): string {
  const isNarrowed = isFiltered || records.length < all.length;
  return isNarrowed ? messages.countShown(records.length, all.length) : messages.count(all.length);
}

function EmptyLedger({ kind }: { readonly kind: LedgerKind }) {
  const { go } = useNavigation();
  return (
    <Empty
      className={styles['empty'] ?? ''}
      description={
        <>
          <div>{messages.empty[kind]}</div>
          <div className={styles['emptyHint']}>{messages.emptyHint}</div>
        </>
      }
    >
      <Space>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => go({ screen: 'new', kind })}>
          {ADD_NAMES[kind]}
        </Button>
        <TemplateButton kind={kind} />
      </Space>
    </Empty>
  );
}

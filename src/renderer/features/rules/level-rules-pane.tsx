import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  PlusOutlined,
  VerticalAlignTopOutlined,
} from '@ant-design/icons';
import type { ColDef, GridApi } from 'ag-grid-community';
import { Button, Input } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { changeRulebook } from '#domain/filing/rulebook-settings';
import type { Rulebook } from '#domain/records/rulebook';
import { DEFAULT_LEVEL_RULES } from '#domain/vocabulary/level-rules';
import { saveRecord } from '#storage/save-record';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { DataGrid } from '../../components/data-grid.tsx';
import { useUnsaved } from '../../navigation/navigation.tsx';
import { useDialogs } from '../../hooks/use-dialogs.ts';
import { messages } from './messages.ts';
import { RederivePanel } from './rederive-panel.tsx';
import { BadRules, MinistryChoice, RuleForm, RuleTest } from './rule-form.tsx';
import { toRules, type RuleRow } from './rule-rows.ts';
import styles from './rules.module.css';
import { useRuleTable, type RuleTable } from './use-rule-table.ts';

type GridRow = RuleRow & { readonly order: number };

const fixed = { sortable: false, filter: false } as const;
const { columns } = messages.levels;
const COLUMNS: ColDef<GridRow>[] = [
  { field: 'order', headerName: columns.order, width: 72, type: 'rightAligned', ...fixed },
  { field: 'pattern', headerName: columns.pattern, flex: 2, minWidth: 180, ...fixed },
  { field: 'level', headerName: columns.level, width: 96, ...fixed },
  { field: 'note', headerName: columns.note, flex: 2, minWidth: 160, ...fixed },
];
const SELECTION = { mode: 'singleRow', checkboxes: false, enableClickSelection: true } as const;

/** Which level follows from which body: a table in order, tried out and saved as a whole. */
export function LevelRulesPane({ rulebook }: { readonly rulebook: Rulebook | null }) {
  const [base, setBase] = useState(rulebook);
  const [seen, setSeen] = useState(rulebook);
  const [isDirty, setDirty] = useState(false);
  // What is changed elsewhere, as by an undo, comes in as long as nothing was edited; after that saving finds the conflict.
  if (rulebook !== seen) {
    setSeen(rulebook);
    if (!isDirty) setBase(rulebook);
  }
  return <RuleTableEditor key={base?.revision ?? 0} rulebook={base} onDirty={setDirty} onSaved={setBase} />;
}

type RuleTableEditorProps = {
  readonly rulebook: Rulebook | null;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSaved: (rulebook: Rulebook) => void;
};

function RuleTableEditor({ rulebook, onDirty, onSaved }: RuleTableEditorProps) {
  const table = useRuleTable(rulebook);
  const { isDirty } = table;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const [text, setText] = useState('');
  const grid = useRef<GridApi<GridRow> | null>(null);
  useUnsaved(isDirty);
  const rows = useMemo(() => table.rows.map((row, index) => ({ ...row, order: index + 1 })), [table.rows]);
  const wanted = text.trim();
  const shown = rows.filter(
    ({ pattern, level, note, key }) => key === table.selected || `${pattern}\n${level}\n${note}`.includes(wanted),
  );
  const show = (key: string) => {
    setText('');
    table.select(key);
    // After the grid has taken the rows that the filter kept back.
    setTimeout(() => {
      const node = grid.current?.getRowNode(key);
      node?.setSelected(true);
      if (node) grid.current?.ensureNodeVisible(node, 'middle');
    });
  };
  return (
    <>
      <p className={styles['hint']}>{messages.levels.hint}</p>
      <Toolbar table={table} rulebook={rulebook} onSaved={onSaved} />
      <div className={styles['split']}>
        <div className={styles['column']}>
          <div className={styles['filters']}>
            <Input
              className={styles['find'] ?? ''}
              allowClear
              placeholder={messages.levels.find}
              aria-label={messages.levels.find}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <span className={styles['count']}>
              {shown.length === rows.length
                ? messages.levels.count(rows.length)
                : messages.levels.countShown(shown.length, rows.length)}
            </span>
          </div>
          <div className={styles['grid']} data-testid="level-rules">
            <DataGrid<GridRow>
              rowData={shown}
              columnDefs={COLUMNS}
              getRowId={({ data }) => data.key}
              rowSelection={SELECTION}
              overlayNoRowsTemplate={messages.levels.none}
              onGridReady={({ api }) => (grid.current = api)}
              onSelectionChanged={({ api, source }) => {
                // Rows that go do not take the selection along: it is moved where they are taken away.
                if (source === 'rowDataChanged') return;
                table.select(api.getSelectedRows()[0]?.key ?? null);
              }}
            />
          </div>
        </div>
        <aside className={styles['aside']} aria-label={messages.levels.label}>
          <BadRules table={table} onShow={show} />
          <RuleForm table={table} />
          <RuleTest table={table} onShow={show} />
          <MinistryChoice table={table} />
          <RederivePanel rules={table.rows} isDirty={table.isDirty} />
        </aside>
      </div>
    </>
  );
}

type ToolbarProps = Pick<RuleTableEditorProps, 'rulebook' | 'onSaved'> & { readonly table: RuleTable };

function Toolbar({ table, rulebook, onSaved }: ToolbarProps) {
  const dialogs = useDialogs();
  const save = useSaving({ table, rulebook, onSaved });
  const { levels } = messages;
  const isNone = table.selected === null;
  const reset = () =>
    dialogs.confirm({
      title: levels.resetTitle,
      content: levels.resetBody,
      okText: levels.reset,
      cancelText: levels.cancel,
      onOk: table.reset,
    });
  return (
    <div className={styles['toolbar']}>
      <Button icon={<PlusOutlined aria-hidden />} onClick={table.add}>
        {levels.add}
      </Button>
      <Button
        icon={<ArrowUpOutlined aria-hidden />}
        disabled={isNone}
        onClick={() => table.move((present) => present - 1)}
      >
        {levels.up}
      </Button>
      <Button
        icon={<ArrowDownOutlined aria-hidden />}
        disabled={isNone}
        onClick={() => table.move((present) => present + 1)}
      >
        {levels.down}
      </Button>
      <Button icon={<VerticalAlignTopOutlined aria-hidden />} disabled={isNone} onClick={() => table.move(() => 0)}>
        {levels.top}
      </Button>
      <Button icon={<DeleteOutlined aria-hidden />} disabled={isNone} onClick={table.remove}>
        {levels.remove}
      </Button>
      <Button onClick={() => void reset()}>{levels.reset}</Button>
      <span className={styles['spacer']} />
      {table.isDirty && <span className={styles['count']}>{levels.unsaved}</span>}
      {table.isDirty && <Button onClick={table.discard}>{levels.discard}</Button>}
      <Button type="primary" disabled={!table.isDirty || table.problems.length > 0} onClick={() => void save()}>
        {levels.save}
      </Button>
    </div>
  );
}

function useSaving({ table, rulebook, onSaved }: ToolbarProps) {
  const { archive } = useSession();
  const { perform } = useArchiveActions();
  const busy = useRef(false);
  return async () => {
    if (busy.current) return;
    const rules = toRules(table.rows);
    // The rules that the program comes with are not copied: a later version may come with better ones.
    const isDefault = JSON.stringify(rules) === JSON.stringify(DEFAULT_LEVEL_RULES);
    const read = changeRulebook(rulebook, { levelRules: isDefault ? [] : rules }, archive.today());
    if (!read.ok) return;
    busy.current = true;
    const edited = rulebook && { id: rulebook.id, revision: rulebook.revision };
    const saved = await perform((open) => saveRecord(open, read.value.draft, edited), {
      done: messages.levels.saved,
      label: messages.levels.label,
      from: 'form',
    });
    busy.current = false;
    if (saved) onSaved(saved.record);
  };
}

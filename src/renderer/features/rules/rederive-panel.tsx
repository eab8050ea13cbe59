import type { ColDef } from 'ag-grid-community';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { createAuthorities } from '#domain/records/authorities';
import type { Rulebook } from '#domain/records/rulebook';
import { changeRecords } from '#storage/change-records';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { findLevelChanges, type LevelChange } from './level-changes.ts';
import { messages } from './messages.ts';
import { toRules, type RuleRow } from './rule-rows.ts';
import styles from './rules.module.css';

type RederivePanelProps = { readonly rules: readonly RuleRow[]; readonly isDirty: boolean };

/** How many honours have another level than the rules say, and bringing them into line. */
export function RederivePanel({ rules, isDirty }: RederivePanelProps) {
  const changes = useLevelChanges(useDeferredValue(rules));
  const [isOpen, setOpen] = useState(false);
  const { rederive } = messages;
  return (
    <section className={styles['block']} data-testid="rederive">
      <h2 className={styles['asideTitle']}>{rederive.title}</h2>
      <p className={styles['hint']} aria-live="polite">
        {changes.length === 0 ? rederive.none : rederive.count(changes.length)}
        {changes.length > 0 && isDirty && ` ${rederive.saveFirst}`}
      </p>
      {changes.length > 0 && (
        <Button disabled={isDirty} onClick={() => setOpen(true)}>
          {rederive.preview}
        </Button>
      )}
      {isOpen && <RederiveModal changes={changes} onClose={() => setOpen(false)} />}
    </section>
  );
}

function useLevelChanges(rules: readonly RuleRow[]): readonly LevelChange[] {
  const units = useUnitDirectory();
  const people = useRecords('person');
  const programmes = useRecords('programme');
  const honors = useRecords('honor');
  return useMemo(() => {
    // Of a rulebook only its level rules have a say here.
    const rulebook = { levelRules: toRules(rules) } as unknown as Rulebook;
    return findLevelChanges(honors, createAuthorities({ units, people, programmes, rulebook }));
  }, [rules, honors, units, people, programmes]);
}

const { columns, noLevel } = messages.rederive;
const COLUMNS: ColDef<LevelChange>[] = [
  { headerName: columns.title, valueGetter: ({ data }) => data?.honor.title ?? '', flex: 2, minWidth: 200 },
  {
    headerName: columns.awardedBy,
    valueGetter: ({ data }) => data?.honor.awardedBy.map(({ printed }) => printed).join('、') ?? '',
    flex: 2,
    minWidth: 160,
  },
  { headerName: columns.date, valueGetter: ({ data }) => (data ? formatFuzzyDate(data.honor.date) : ''), width: 130 },
  { headerName: columns.before, valueGetter: ({ data }) => data?.honor.level ?? noLevel, width: 92 },
  { headerName: columns.after, valueGetter: ({ data }) => data?.level ?? '', width: 92 },
];
const SELECTION = { mode: 'multiRow', headerCheckbox: true, selectAll: 'filtered' } as const;

type RederiveModalProps = { readonly changes: readonly LevelChange[]; readonly onClose: () => void };

function RederiveModal({ changes, onClose }: RederiveModalProps) {
  const { perform } = useArchiveActions();
  const [shown] = useState(changes);
  const [chosen, setChosen] = useState(changes);
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  const { rederive } = messages;
  const apply = async () => {
    if (busy.current || chosen.length === 0) return;
    busy.current = true;
    setSaving(true);
    const edits = chosen.map(({ honor: { id, revision }, level }) => ({ id, revision, fields: { level } }));
    const label = rederive.label(edits.length);
    const changed = await perform(
      (archive) => changeRecords(archive, { kind: 'honor', edits, additions: [] }, 'batch', label),
      { done: rederive.done(edits.length), label },
    );
    busy.current = false;
    setSaving(false);
    if (changed) onClose();
  };
  return (
    <Dialog
      width={920}
      title={rederive.modalTitle}
      okText={rederive.ok(chosen.length)}
      okButtonProps={{ disabled: chosen.length === 0 }}
      cancelText={rederive.cancel}
      confirmLoading={isSaving}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <p className={styles['hint']}>{rederive.modalHint}</p>
      <div className={styles['preview']} data-testid="rederive-preview">
        <DataGrid<LevelChange>
          rowData={[...shown]}
          columnDefs={COLUMNS}
          getRowId={({ data }) => data.honor.id}
          rowSelection={SELECTION}
          onFirstDataRendered={({ api }) => api.selectAll()}
          onSelectionChanged={({ api }) => setChosen(api.getSelectedRows())}
        />
      </div>
    </Dialog>
  );
}

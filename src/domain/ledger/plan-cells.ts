import type { LedgerRecord } from '../records/archive-record.ts';
import type { DraftNotice } from '../records/draft-problem.ts';
import type { AnyDraft } from '../records/record-draft.ts';
import type { LedgerKind } from '../records/record-base.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';
import { cellText } from './cell-text.ts';
import { createCellReader, type CellProblem, type CellReader } from './read-cell.ts';
import type { RecordChanges, RecordEdit } from './record-changes.ts';
import { fieldMap } from './field-map.ts';

/** The text that a cell shall hold from now on. */
export type CellWish = { readonly name: string; readonly text: string };

/** All cells of one record that shall change; without a record, the cells of a new one. */
export type RowWish = {
  /** Where it came from, for messages: the row of a pasted block, counted from 1. */
  readonly row: number;
  readonly record: LedgerRecord | null;
  readonly cells: readonly CellWish[];
};

/** What would become of one cell, and why not if it cannot. */
export type PlannedCell = {
  readonly row: number;
  readonly recordId: string | null;
  readonly title: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly outcome: 'change' | 'same' | 'refused';
  readonly problem: CellProblem | null;
  readonly notices: readonly DraftNotice[];
};

/** Everything that would happen; nothing has. */
export type CellPlan = {
  readonly cells: readonly PlannedCell[];
  readonly changes: RecordChanges;
  readonly counts: {
    readonly changed: number;
    readonly same: number;
    readonly refused: number;
    readonly added: number;
  };
};

/** Works out what new texts of cells would do: every cell is looked at, and each refusal says where and why. */
export function planCells(kind: LedgerKind, wishes: readonly RowWish[], today: string): CellPlan {
  const read = createCellReader(kind, today);
  const cells: PlannedCell[] = [];
  const edits: RecordEdit[] = [];
  const additions: AnyDraft[] = [];
  for (const wish of wishes) {
    const planned = planRow(kind, wish, read);
    cells.push(...planned.cells);
    if (!wish.record) {
      if (planned.isAddable) additions.push({ ...emptyDrafts(kind, read), ...planned.fields, kind } as AnyDraft);
    } else if (Object.keys(planned.fields).length > 0) {
      edits.push({ id: wish.record.id, revision: wish.record.revision, fields: planned.fields });
    }
  }
  const count = (outcome: PlannedCell['outcome']) => cells.filter((cell) => cell.outcome === outcome).length;
  return {
    cells,
    changes: { kind, edits, additions },
    counts: {
      changed: count('change'),
      same: count('same'),
      refused: count('refused'),
      added: additions.length,
    },
  };
}

function planRow(kind: LedgerKind, { row, record, cells: wishes }: RowWish, read: CellReader) {
  const known = fieldMap(kind);
  const fields: Record<string, unknown> = {};
  const titleWish = wishes.find(({ name }) => name === 'title');
  const cells = wishes.map(({ name, text }): PlannedCell => {
    const field = known.get(name);
    const place = {
      row,
      recordId: record?.id ?? null,
      title: record?.title ?? titleWish?.text ?? '',
      name,
      before: record && field ? cellText(field, fieldValue(record, name)) : '',
      after: text,
      notices: [],
    };
    const result = read(name, text, record);
    if (!result.ok) return { ...place, outcome: 'refused', problem: result.error };
    if (result.value === null) return { ...place, after: place.before, outcome: 'same', problem: null };
    fields[name] = result.value.draft;
    return { ...place, outcome: 'change', problem: null, notices: result.value.notices };
  });
  // A new record needs a title: without a cell for it, the row is refused as a whole.
  if (record === null && !titleWish) {
    const problem = { code: 'required', field: 'title' } as const;
    const blank = { row, recordId: null, title: '', name: 'title', before: '', after: '', notices: [] };
    cells.push({ ...blank, outcome: 'refused', problem });
  }
  const isAddable = record === null && cells.every(({ outcome }) => outcome !== 'refused');
  return { cells, fields, isAddable };
}

/** Drafts of every field that a new record does not state. */
function emptyDrafts(kind: LedgerKind, read: CellReader): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fieldsOf(kind).map(([name, field]) => {
      const empty = read(name, '', null);
      return [name, empty.ok && empty.value ? empty.value.draft : field.empty];
    }),
  );
}

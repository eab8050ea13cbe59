import type { DraftNotice, DraftProblem } from '../records/draft-problem.ts';
import type { EntryKind } from '../records/record-base.ts';
import { readRecordDraft, type DraftOfKind } from '../records/record-draft.ts';
import { fieldsOf } from '../records/record-fields.ts';
import type { ImportPlace } from './import-commit.ts';
import type { ImportConcern, ImportProblem, ImportRow, ProposedRecord, Repair } from './import-row.ts';
import { rowKey } from './row-key.ts';
import { columnLetters } from './sheet-grid.ts';

/** A record that a row proposes, checked. */
export type DraftedRecord = {
  /** See PlannedEntry. */
  readonly key: string;
  readonly place: ImportPlace;
  readonly kind: EntryKind;
  readonly draft: DraftOfKind<EntryKind>;
  /** Names of the fields that the file says anything of. */
  readonly said: readonly string[];
  readonly concerns: readonly ImportConcern[];
};

export type DraftedRows = { readonly records: readonly DraftedRecord[]; readonly rejected: readonly ImportRow[] };

type Mended = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** Checks what rows propose as a form would. A row is taken whole or not at all; a mended one is what was typed for it. */
export function draftRows(rows: readonly ImportRow[], mended: Mended, today: string): DraftedRows {
  const records: DraftedRecord[] = [];
  const rejected: ImportRow[] = [];
  for (const row of rows) {
    const key = rowKey(row);
    const typed = mended.get(key);
    if (row.status === 'rejected' && typed === undefined) {
      rejected.push(row);
      continue;
    }
    const proposed = typed ? asTyped(row, typed) : row.records;
    const problems: ImportProblem[] = [];
    const drafted = proposed.flatMap((record, index): readonly DraftedRecord[] => {
      const { kind, fields } = record;
      const read = readRecordDraft(kind, fields, today);
      if (!read.ok) problems.push(...read.error.map((problem) => toImportProblem(row, record, problem)));
      if (!read.ok) return [];
      const concerns = typed ? read.value.notices.map((notice) => toConcern(row, record, notice)) : row.concerns;
      const place = { sheet: row.sheet, row: row.row };
      const { draft } = read.value;
      return [
        { key: index === 0 ? key : `${key}#${index + 1}`, place, kind, draft, said: Object.keys(fields), concerns },
      ];
    });
    if (problems.length > 0) rejected.push({ ...row, status: 'rejected', records: proposed, problems });
    else records.push(...drafted);
  }
  return { records, rejected };
}

function asTyped(row: ImportRow, typed: readonly Readonly<Record<string, unknown>>[]): readonly ProposedRecord[] {
  return typed.map((fields, index) => {
    const { kind, origins } = row.records[index] ?? row.records[0] ?? { kind: 'honor' as const, origins: {} };
    return { kind, fields, origins };
  });
}

type Spot = { readonly field: string; readonly column: string; readonly text: string };

function spotOf(row: ImportRow, { origins }: ProposedRecord, path: string): Spot {
  const field = /^[^.[]*/u.exec(path)?.[0] ?? '';
  const [column] = origins[field] ?? [];
  const isCell = column !== undefined;
  return { field, column: isCell ? columnLetters(column) : '', text: isCell ? (row.originals[column] ?? '') : '' };
}

function toImportProblem(row: ImportRow, record: ProposedRecord, problem: DraftProblem): ImportProblem {
  const { code, field, limit, value } = problem;
  const spot = spotOf(row, record, field);
  const text = value ?? spot.text;
  const repair = repairOf(record.kind, spot.field, code);
  return { sheet: row.sheet, row: row.row, ...spot, text, code, ...(limit === undefined ? {} : { limit }), repair };
}

function toConcern(row: ImportRow, record: ProposedRecord, { code, field }: DraftNotice): ImportConcern {
  return { sheet: row.sheet, row: row.row, ...spotOf(row, record, field), code, value: '' };
}

function repairOf(kind: EntryKind, name: string, code: DraftProblem['code']): Repair {
  const field = fieldsOf(kind).find(([each]) => each === name)?.[1];
  if (code === 'too-long' || code === 'too-many') return { how: 'shorten' };
  if (code === 'not-a-choice' && field?.choices) return { how: 'choose', choices: field.choices };
  if (field?.type === 'date') return { how: 'type-date' };
  return { how: field?.type === 'count' ? 'type-number' : 'type' };
}

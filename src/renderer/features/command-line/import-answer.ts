import type { ImportCommit, Twin } from '#domain/import/import-commit';
import type { ImportPlan, PlannedEntry } from '#domain/import/import-plan';
import type { ImportRow } from '#domain/import/import-row';
import { describeImportConcern, describeImportProblem, describeTwinReason } from '../../archive/import-messages.ts';
import { messages } from './messages.ts';
import type { ProposedBook } from './propose-rows.ts';

/** Ids by row: those that the import gave, or those that the archive had for it. */
export type PlacedId = { readonly sheet: string; readonly row: number; readonly id: string };

/** What an import did, or would do, as `--json` tells it. */
export function importAnswer(book: ProposedBook, plan: ImportPlan, commit: ImportCommit, ids: readonly PlacedId[]) {
  const places = new Map(plan.entries.map(({ key, place }) => [key, place]));
  const twinOf = (twin: Twin) => (twin.in === 'archive' ? { id: twin.id } : (places.get(twin.key) ?? null));
  const kinds = [...new Set(plan.entries.map(({ kind }) => kind))];
  return {
    kind: kinds.length === 1 ? kinds[0] : kinds.length === 0 ? null : 'mixed',
    sheets: book.sheets,
    rows: plan.counts.rows,
    added: commit.additions.length,
    changed: new Set(commit.updates.map(({ id }) => id)).size,
    unchanged: plan.counts.unchanged,
    exactDuplicates: plan.entries.flatMap(({ place, outcome }) =>
      outcome.type === 'exact-duplicate' ? [{ a: place, b: twinOf(outcome.twin) }] : [],
    ),
    probableDuplicates: plan.entries.flatMap(({ place, outcome }) =>
      outcome.type === 'probable-duplicate'
        ? [{ a: place, b: twinOf(outcome.twin), score: outcome.score, reasons: describeTwinReason(outcome.reason) }]
        : [],
    ),
    rejected: plan.rejected.flatMap(rejections),
    concerns: plan.entries.flatMap(({ concerns }) =>
      concerns.map((concern) => ({ ...concern, message: describeImportConcern(concern) })),
    ),
    records: byRow(ids),
  };
}

export type ImportAnswer = ReturnType<typeof importAnswer>;

function rejections({ problems }: ImportRow) {
  return problems.map((problem) => {
    const { sheet, row, column, code, field, text } = problem;
    return { sheet, row, column, code, field, text, message: describeImportProblem(problem) };
  });
}

/** The records of the archive that rows of the file stand for already. */
export function knownIds(entries: readonly PlannedEntry[]): readonly PlacedId[] {
  return entries.flatMap(({ place, outcome }) =>
    outcome.type === 'unchanged' && outcome.twin.in === 'archive' ? [{ ...place, id: outcome.twin.id }] : [],
  );
}

function byRow(ids: readonly PlacedId[]) {
  const rows = Map.groupBy(ids, ({ sheet, row }) => JSON.stringify([sheet, row]));
  return Array.from(rows.values(), (placed) => ({
    sheet: placed[0]?.sheet ?? '',
    row: placed[0]?.row ?? 0,
    ids: placed.map(({ id }) => id),
  }));
}

const REJECTED_SHOWN = 20;

/** The same for people. */
export function importLines(answer: ImportAnswer, rejectedRows: number): readonly string[] {
  const { rows, added, changed, unchanged, exactDuplicates, probableDuplicates, rejected } = answer;
  const shown = rejected.slice(0, REJECTED_SHOWN);
  return [
    messages.import.summary(rows, added, changed, unchanged),
    messages.import.doubts(exactDuplicates.length, probableDuplicates.length, rejectedRows),
    ...shown.map(({ sheet, row, column, message }) => messages.import.atRow(sheet, row, column, message)),
    ...(rejected.length > shown.length ? [messages.import.more(rejected.length - shown.length)] : []),
  ];
}

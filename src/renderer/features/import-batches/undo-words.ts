import type { EditedSince } from '#domain/import/plan-import-undo';
import { recordTitle } from '#domain/records/archive-record';
import type { CommitFailure } from '#storage/commit-changes';
import type { ImportAccount } from '#storage/undo-import';
import { fieldLabel } from '../../archive/field-labels.ts';
import { describeCommitFailure } from '../../archive/problem-messages.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { messages } from './messages.ts';

const { undoing: words } = messages;

/** What an undo counts, as far as it is said in numbers. */
type Counts = Pick<ImportAccount, 'takenBack' | 'putBack' | 'units' | 'along' | 'gone'>;

/** Records that go out of sight, without units and what belongs to records. */
function removedBy({ takenBack, putBack, units, along }: Counts): number {
  return takenBack - putBack - units - along;
}

/** What taking an import back does, line by line; what there is none of is left out. */
export function accountRows(
  counts: Counts,
  kept: number,
): readonly { readonly label: string; readonly value: string }[] {
  const numbers = { ...counts, removed: removedBy(counts), kept };
  return (['removed', 'putBack', 'units', 'along', 'kept', 'gone'] as const).flatMap((name) =>
    numbers[name] > 0 ? [{ label: words.rows[name], value: words[name](numbers[name]) }] : [],
  );
}

/** What the button does, on the button. */
export function undoButton(counts: Counts): string {
  const removed = removedBy(counts);
  if (removed > 0) return words.okRemove(removed);
  return counts.putBack > 0 ? words.okPutBack(counts.putBack) : words.ok;
}

/** What was done, once it is. */
export function undoneText(file: string, counts: Counts, kept: number): string {
  const numbers = { ...counts, removed: removedBy(counts), kept };
  const parts = (['removed', 'putBack', 'units', 'kept'] as const).flatMap((name) =>
    numbers[name] > 0 ? [words.doneParts[name](numbers[name])] : [],
  );
  return words.done(file, parts);
}

/** More of them make a cell that nobody reads. */
const MOST_NAMED = 3;

/** What somebody has done to a record since it was imported: the fields, and what was put to it. */
export function editsInWords({ record, fields, dependents }: EditedSince): {
  readonly fields: string;
  readonly along: string;
} {
  const labels = [...new Set(fields.map((name) => fieldLabel(name, record.kind)))];
  const named = dependents.map((each) => words.named(KIND_NAMES[each.kind], recordTitle(each)));
  const shown = named.slice(0, MOST_NAMED).join('、');
  return {
    fields: labels.join('、'),
    along: named.length > MOST_NAMED ? words.andMore(shown, named.length) : shown,
  };
}

/** Why an import cannot be taken back. */
export function describeUndoProblem(failure: CommitFailure): string {
  switch (failure.code) {
    case 'gone':
      return words.problems.gone;
    case 'nothing-to-undo':
      return words.problems.already;
    default:
      return describeCommitFailure(failure);
  }
}

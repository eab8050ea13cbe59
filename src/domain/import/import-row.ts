import type { EntryKind } from '../records/record-base.ts';
import type { DraftNotice, DraftProblem } from '../records/draft-problem.ts';

/** A row of a table as it would be imported. */
export type ImportRow = {
  readonly sheet: string;
  /** As the office program numbers it. */
  readonly row: number;
  readonly isHidden: boolean;
  /** A rejected row is not imported as it is. */
  readonly status: 'ok' | 'ok-with-concerns' | 'rejected';
  /** Mostly one; of a rejected row what could be read, so that it can be mended. */
  readonly records: readonly ProposedRecord[];
  readonly problems: readonly ImportProblem[];
  readonly concerns: readonly ImportConcern[];
  /** What each cell of the row shows, from column A, merged ones from above included, whether or not a field takes it. */
  readonly originals: readonly string[];
};

export type ProposedRecord = {
  readonly kind: EntryKind;
  /** As `readRecordDraft` takes it; fields of which nothing is said are left out. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Columns that each field was read from, from 0; none where a section, banner or name told it. */
  readonly origins: Readonly<Record<string, readonly number[]>>;
};

type Place = {
  readonly sheet: string;
  readonly row: number;
  /** Letters of the column, empty where no cell is meant. */
  readonly column: string;
  /** Name of the field. */
  readonly field: string;
  /** What stands in the cell. */
  readonly text: string;
};

/** Why a row cannot be imported as it is. */
export type ImportProblem = Place & {
  readonly code: DraftProblem['code'] | 'two-digit-year' | 'error-value';
  readonly limit?: number;
  readonly repair: Repair;
};

/** What could mend it. */
export type Repair =
  | { readonly how: 'type' | 'type-date' | 'type-number' | 'shorten' }
  /** The row above has this value, and perhaps stands for both. */
  | { readonly how: 'copy-above'; readonly value: string }
  | { readonly how: 'choose'; readonly choices: readonly string[] };

/**
 * What a person should look at although the row can be imported. `value` is what it is about:
 * - `ambiguous-month`: the other month that 2021.1 may be (2021.10)
 * - `shown-differs-from-stored`: what is stored
 * - `serial-number`: the day that a bare number was taken for
 * - `digits-run-together`: the month that 202305 was taken for
 * - `year-from-context`, `year-clash`: the year of the section, banner, sheet or file
 * - `level-clash`: the level of the section or banner
 * - `unit-from-context`: the unit; `title-from-section`, `title-completed`: the title
 * - `same-as-above`: what stands for 同上
 * - `recipients-incomplete`: how many there are in all, 0 when it is not said
 * - `kept-in-note`: a text that its field does not take
 * - `edited-since-import`: nothing; the field says otherwise in the archive, where a person changed the record
 */
export type ImportConcern = Place & {
  readonly code:
    | DraftNotice['code']
    | 'ambiguous-month'
    | 'shown-differs-from-stored'
    | 'serial-number'
    | 'digits-run-together'
    | 'year-clash'
    | 'level-clash'
    | 'unit-from-context'
    | 'title-from-section'
    | 'title-completed'
    | 'recipients-incomplete'
    | 'same-as-above'
    | 'mixed-recipients'
    | 'missing-date'
    | 'missing-recipients'
    | 'inexact-number'
    | 'kept-in-note'
    | 'edited-since-import';
  readonly value: string;
};

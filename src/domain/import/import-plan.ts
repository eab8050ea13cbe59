import type { SimilarityReason } from '../duplicates/similar-titles.ts';
import type { EntryKind } from '../records/record-base.ts';
import type { DraftOfKind } from '../records/record-draft.ts';
import type { ImportFile, ImportPlace, Twin } from './import-commit.ts';
import type { ImportConcern, ImportRow } from './import-row.ts';

/** What an import would do, before anything is done. Nothing in the file is unaccounted for. */
export type ImportPlan = {
  readonly file: ImportFile;
  /** In the order of the file. */
  readonly entries: readonly PlannedEntry[];
  /** Rows that cannot be imported as they are. */
  readonly rejected: readonly ImportRow[];
  /** Names that stand for no unit of the archive, each once, the most frequent first. */
  readonly unknownUnits: readonly UnknownUnit[];
  readonly counts: PlanCounts;
};

export type PlanCounts = {
  /** Data rows of the file, the rejected ones included. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly exactDuplicates: number;
  readonly probableDuplicates: number;
  readonly rejected: number;
};

/** A record that the file proposes, and what would become of it. */
export type PlannedEntry = {
  /** Unique within the plan and the same when the file is planned again: key of the row and number within it. */
  readonly key: string;
  readonly place: ImportPlace;
  readonly kind: EntryKind;
  readonly draft: DraftOfKind<EntryKind>;
  readonly concerns: readonly ImportConcern[];
  readonly outcome: Outcome;
};

/**
 * Why two entries may be the same. `date` vaguer: one is known less exactly and holds the other; other: both are given,
 * and are different days of one honour. `name` is that of the recipients, issuers or hosts; part: one names some of the
 * other's. `file` same: the record came from an earlier state of the file, in which no row says the same any more; then
 * one of title, date and name is another.
 */
export type TwinReason = Omit<SimilarityReason, 'title'> & {
  readonly title: SimilarityReason['title'] | 'other';
  readonly date: 'same' | 'vaguer' | 'other' | 'unknown';
  readonly name: 'same' | 'variant' | 'slip' | 'part' | 'other' | 'unknown';
  readonly file: 'same' | 'unknown';
};

/**
 * - `new`: is added.
 * - `unchanged`: the archive has it from the same place of the same file, or word for word; nothing is done.
 * - `exact-duplicate`: says the same as its twin in all that tells records apart; left out unless a person wants it.
 * - `probable-duplicate`: may be its twin; a person decides. Until then it is left out by "only what is sure".
 * - `update`: came from this place before, or is its twin by the choice of a person; `fields` are those that differ.
 */
export type Outcome =
  | { readonly type: 'new' }
  | { readonly type: 'unchanged'; readonly twin: Twin }
  | { readonly type: 'exact-duplicate'; readonly twin: Twin }
  | {
      readonly type: 'probable-duplicate';
      readonly twin: Twin;
      readonly score: number;
      readonly reason: TwinReason;
    }
  | { readonly type: 'update'; readonly id: string; readonly revision: number; readonly fields: readonly string[] };

export type UnknownUnit = {
  readonly name: string;
  /** In how many entries it stands. */
  readonly uses: number;
  /** What it may be another writing of, most likely first. */
  readonly similar: readonly SimilarUnit[];
};

/** A unit of the archive, or one that is founded along with another unknown name of the file. */
export type MeantUnit =
  { readonly in: 'archive'; readonly id: string } | { readonly in: 'file'; readonly name: string };

/** Of a name that is a typing slip, by one character, a link is a misspelling; of others an alias. */
export type SimilarUnit = { readonly unit: MeantUnit; readonly isSlip: boolean };

/** What a person decides about a planned import; everything else goes its proposed way. */
export type ImportChoices = {
  /** By key of the entry. `take-fields` puts the named fields into the twin in the archive. */
  readonly entries: ReadonlyMap<string, EntryChoice>;
  /** By name of an unknown unit: the unit that it is another name of. Others are founded. */
  readonly units: ReadonlyMap<string, MeantUnit>;
  /** Rows mended in place: the fields of their records as typed, by key of the row (`rowKey`). */
  readonly mended: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
};

export type EntryChoice =
  | { readonly do: 'add' }
  | { readonly do: 'leave-out' }
  /** Added, and remembered as no duplicate of its twin. */
  | { readonly do: 'add-as-different' }
  | { readonly do: 'take-fields'; readonly id: string; readonly fields: readonly string[] };

import type { EntryKind } from '../records/record-base.ts';
import type { DraftOfKind } from '../records/record-draft.ts';
import type { SourceFormat } from './source-book.ts';
import type { MeantUnit } from './import-plan.ts';
import type { LearnedTable } from './table-template.ts';

/** The file that records are imported from. */
export type ImportFile = {
  readonly name: string;
  /** SHA-256 of its bytes, lower-case hexadecimal; of a pasted block that of its text in UTF-8. */
  readonly sha256: string;
  readonly format: SourceFormat;
};

/** Where in the file a record stands. Rows are numbered as the office program does; of a Word file the paragraphs. */
export type ImportPlace = { readonly sheet: string; readonly row: number };

/** What an import does to the archive: all of it as one change set. */
export type ImportCommit = {
  readonly file: ImportFile;
  readonly additions: readonly ImportAddition[];
  readonly updates: readonly ImportUpdate[];
  /** Names that units get before the drafts are built, so that what they stand for is known by then. */
  readonly unitNames: readonly ImportUnitName[];
  /** How tables that a person has corrected are to be read from now on; stays when the import is taken back. */
  readonly learned: readonly LearnedTable[];
};

export type ImportAddition = {
  /** The key of the planned entry, unique within the commit. */
  readonly key: string;
  readonly draft: DraftOfKind<EntryKind>;
  readonly place: ImportPlace;
  /** What a person has said that it is no duplicate of, to be remembered once both are records; mostly null. */
  readonly differsFrom: Twin | null;
};

/** A record of the archive, or an entry of the same file by its key; such an entry need not be imported itself. */
export type Twin =
  | { readonly in: 'archive'; readonly id: string; readonly revision: number }
  | { readonly in: 'file'; readonly key: string };

/** A name of the file that a unit is known by from now on. */
export type ImportUnitName = {
  /** Of a unit of the archive, or of one that is founded by the name that the file has for it. */
  readonly unit: MeantUnit;
  readonly name: string;
  readonly kind: 'alias' | 'misspelling';
};

/** Fields of a record that take over what the file says; refused when the record has another revision by then. */
export type ImportUpdate = {
  readonly id: string;
  readonly revision: number;
  readonly draft: DraftOfKind<EntryKind>;
  /** Names of the fields that are taken from the draft. */
  readonly fields: readonly string[];
  readonly place: ImportPlace;
};

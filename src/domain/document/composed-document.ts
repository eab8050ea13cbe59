import type { RecordId } from '../records/record-base.ts';
import type { DocumentTree } from './document-tree.ts';

/** A record that is to be in a document, and the title that it has there. */
export type ChosenRecord = { readonly id: RecordId; readonly title: string };

/** A document with what was chosen for it. */
export type ComposedDocument = {
  readonly tree: DocumentTree;
  /** The records that are to be in it, in no particular order: a check of the finished file looks for each of them. */
  readonly chosen: readonly ChosenRecord[];
  /** How many of them stand in each of its parts. */
  readonly perChapter: Readonly<Record<string, number>>;
  /** Records that would belong to it but were left out because their year is not known. */
  readonly omittedUndated: number;
};

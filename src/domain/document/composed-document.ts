import type { Entry } from '../records/archive-record.ts';
import type { DocumentTree } from './document-tree.ts';

/** A document with what was chosen for it. */
export type ComposedDocument = {
  readonly tree: DocumentTree;
  /** The records that are to be in it, in no particular order: a check of the finished file looks for each of them. */
  readonly chosen: readonly Entry[];
  /** How many of them stand in each of its parts. */
  readonly perChapter: Readonly<Record<string, number>>;
  /** Records that would belong to it but were left out because their year is not known. */
  readonly omittedUndated: number;
};

import type { ChosenRecord } from '#domain/document/composed-document';
import type { DocumentCheck } from '#domain/document/document-check';
import type { DocumentTree } from '#domain/document/document-tree';
import type { DocumentOrder } from '#domain/documents/compose-document';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { JobReply } from './job-reply.ts';

/** What the window asks of the document worker. To cancel, it terminates the worker. */
export type DocumentRequest =
  /** A portion of the records of the kinds that the document is made from, deleted ones too; then comes `compose`. */
  | { readonly type: 'records'; readonly records: readonly ArchiveRecord[] }
  | { readonly type: 'compose'; readonly order: DocumentOrder }
  /** A document that is composed already. */
  | { readonly type: 'render'; readonly tree: DocumentTree; readonly chosen: readonly ChosenRecord[] };

export type DocumentStage = 'compose' | 'pictures' | 'render' | 'pack' | 'check';

/** A picture that could not be printed: its name stands in its place. */
export type MissingPicture = {
  readonly name: string;
  /** It is not in the store; cannot be decoded; is of a kind that cannot be shown; would take too much memory. */
  readonly reason: 'missing' | 'broken' | 'unsupported' | 'too-large';
};

export type ProducedDocument = {
  /** The .docx file; its buffer is transferred. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many records are in it. */
  readonly entries: number;
  readonly perChapter: Readonly<Record<string, number>>;
  /** Records that would belong to it but were left out because their year is not known. */
  readonly omittedUndated: number;
  /** How many pictures are printed in it. */
  readonly pictures: number;
  readonly missingPictures: readonly MissingPicture[];
  /** What came of reading the finished file again. */
  readonly checks: readonly DocumentCheck[];
};

export type DocumentJobKind = {
  readonly request: DocumentRequest;
  readonly stage: DocumentStage;
  readonly done: ProducedDocument;
};
export type DocumentReply = JobReply<DocumentJobKind>;

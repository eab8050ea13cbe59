/** What a finished file is looked through for. */
export const DOCUMENT_CHECKS = [
  /** It opens, and every part of it is whole. */
  'package',
  /** Every chosen record is in it, under its name. */
  'complete',
  /** No record is in it twice, and none that was not chosen. */
  'unrepeated',
  /** No character that XML cannot hold. */
  'characters',
  /** Every style that is used is defined. */
  'styles',
  /** Each style has the type that official documents ask for, and each font a description. */
  'fonts',
  /** Bookmarks are whole and unlike each other, and every reference leads to one. */
  'references',
  /** The contents list the headings of the document, in their order. */
  'contents',
  /** Every picture is shown where it is wanted, and its file is whole. */
  'pictures',
  /** Every chart shows the numbers of the table above it. */
  'charts',
] as const;
export type DocumentCheckCode = (typeof DOCUMENT_CHECKS)[number];

export type DocumentCheck = {
  readonly code: DocumentCheckCode;
  readonly ok: boolean;
  /** What is wrong, by its name in the document or in the file; empty when nothing is. */
  readonly detail: string;
};

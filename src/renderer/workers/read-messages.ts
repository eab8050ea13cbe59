import type { Result } from '#domain/result';
import type { LedgerFile, ReadProblem } from '#formats/ledger-file/read-problem';

/** A whole file, whose buffer is transferred, and its name without a folder. */
export type ReadRequest = { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string };

export type ReadResult = Result<LedgerFile, ReadProblem>;

export type ReadJobKind = {
  readonly request: ReadRequest;
  readonly stage: never;
  /** With the SHA-256 of the file. */
  readonly done: { readonly result: ReadResult; readonly sha256: string };
};

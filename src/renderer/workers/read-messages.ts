import type { Result } from '#domain/result';
import type { LedgerFile, ReadProblem } from '#formats/ledger-file/read-problem';

/** A whole file, whose buffer is transferred, and its name without a folder. */
export type ReadRequest = { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string };

export type ReadResult = Result<LedgerFile, ReadProblem>;

/** What the worker posts, once. */
export type ReadReply =
  { readonly type: 'read'; readonly result: ReadResult } | { readonly type: 'failed'; readonly message: string };

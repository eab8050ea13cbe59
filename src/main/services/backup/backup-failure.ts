import { TakeError } from '../attachment-source.ts';
import { errorCode, writeFailure, type WriteFailureCode } from '../write-atomically.ts';
import { PackageError, type PackageFailureCode } from './package-error.ts';
import { StoreFailedError } from './stage-restore.ts';
import { ChangedWhilePackedError } from './write-zip.ts';

export type BackupFailure<More extends string = never> = {
  readonly ok: false;
  readonly code: PackageFailureCode | WriteFailureCode | More;
  readonly detail: string;
};

/** What ended work on a package, as a value; whatever is a fault of the program is thrown on. */
export function backupFailure(error: unknown): BackupFailure<'source-changed' | 'too-large'> {
  if (error instanceof PackageError) return { ok: false, code: error.code, detail: error.message };
  if (error instanceof ChangedWhilePackedError) return { ok: false, code: 'source-changed', detail: String(error) };
  if (error instanceof StoreFailedError) {
    const isFull = error.cause instanceof TakeError && error.cause.code === 'disk-full';
    return { ok: false, code: isFull ? 'no-space' : 'not-writable', detail: String(error) };
  }
  if (errorCode(error) === 'EFBIG') return { ok: false, code: 'too-large', detail: String(error) };
  return writeFailure(error);
}

import { writeFailureCode, type WriteFailureCode } from '#services/write-atomically';

/** Answers what went wrong as a failure of the disk, whatever it was: nobody behind a dialog can do more about it. */
export async function orFailure<T extends { readonly ok: boolean }>(
  work: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly code: WriteFailureCode; readonly detail: string }> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, code: writeFailureCode(error), detail: String(error) };
  }
}

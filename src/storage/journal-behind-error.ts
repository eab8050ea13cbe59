/** Acknowledged change sets have gone from the journal's end, and the working copy has not got them either. */
export class JournalBehindError extends Error {
  override readonly name = 'JournalBehindError';

  constructor(readonly missing: number) {
    super(`${missing} change sets are missing from the end of the journal`);
  }
}

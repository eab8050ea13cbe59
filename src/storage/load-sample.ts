import { readSample } from '#domain/records/read-sample';
import { succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { allRows } from './inspect-copy.ts';

/** Adds the sample's records that are not in the archive yet, as one change set; adds nothing the second time. */
export async function loadSample(
  archive: Archive,
  sample: unknown,
  label: string,
): Promise<Result<Committed | null, CommitFailure>> {
  const additions = async () => {
    const present = new Map((await allRows(archive.database)).map((row) => [String(row.id), row]));
    const stamp = { at: archive.now(), by: archive.operator() };
    return readSample(sample, present, stamp, archive.today());
  };
  if ((await additions()).length === 0) return succeed(null);
  return commitChanges(archive, async () =>
    succeed({ action: 'load-sample', label, changes: await additions() } as const),
  );
}

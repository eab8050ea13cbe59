import type { RequestOf, ResponseOf } from '#contract/archive-contract';
import { RECORD_PORTION } from '#contract/backup-contract';
import { recordLine } from '#domain/backup/record-line';
import { RECORD_FORMAT } from '#domain/changes/change-set';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { ArchiveDatabase } from '#storage/database';
import { readSnapshot } from '#storage/read-snapshot';
import { callMain } from './bridge.ts';

export type BackupReason = RequestOf<'backup:begin'>['reason'];
type Begun = ResponseOf<'backup:begin'>;
type Written = ResponseOf<'backup:write'>;
export type BackupFailureCode = Extract<Begun | Written, { ok: false }>['code'];

/**
 * Hands main all records of one moment, which packs them with the journal and the attachments of that moment.
 * @param passphrase encrypts a backup that was asked for; null: that of the command, if it has one
 */
export async function makeBackup(
  database: ArchiveDatabase,
  reason: BackupReason,
  passphrase: string | null = null,
): Promise<Begun | Written> {
  const { head, records } = await readSnapshot(database);
  const begun = await callMain('backup:begin', { head, recordFormat: RECORD_FORMAT, reason });
  if (!begun.ok) return begun;
  const { token } = begun;
  for (const [kind, rows] of records) {
    for (const portion of portions(rows)) {
      if (!(await callMain('backup:records', { token, kind, ...portion }))) {
        return { ok: false, code: 'unknown-token', detail: kind };
      }
    }
  }
  return callMain('backup:write', { token, passphrase });
}

type Portion = { readonly records: number; readonly text: string };

/** A kind without records has a file without lines. */
function* portions(rows: readonly ArchiveRecord[]): Generator<Portion> {
  let lines: string[] = [];
  let length = 0;
  for (const row of rows) {
    const line = `${recordLine(row)}\n`;
    lines.push(line);
    length += line.length;
    if (length < RECORD_PORTION) continue;
    yield { records: lines.length, text: lines.join('') };
    lines = [];
    length = 0;
  }
  yield { records: lines.length, text: lines.join('') };
}

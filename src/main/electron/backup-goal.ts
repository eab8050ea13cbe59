import type { BackupNotes } from '#services/backup/backup-notes';
import { createBackupShelf, ownBackups, type BackupShelf } from '#services/backup/backup-shelf';
import { SHORT_ROTATION } from '#services/backup/keep-backups';
import type { SecondPlace } from '#services/backup/second-place';
import { CANCELLED, type BackupPaths } from './backup-paths.ts';
import type { Caller } from './ipc-host.ts';

type BackupGoal = {
  readonly target: string;
  /** Where older ones make room for it; null where a person has put it. */
  readonly shelf: BackupShelf | null;
  readonly attachments: 'included' | 'left-out';
};

type Places = {
  readonly root: string;
  readonly paths: BackupPaths;
  readonly secondPlace: SecondPlace;
  readonly notes: BackupNotes;
};

/** Where a backup goes, by why it is made; null: the second place is not there. */
export async function aimBackup(
  { root, paths, secondPlace, notes }: Places,
  reason: string,
  at: Date,
  caller: Caller,
): Promise<BackupGoal | typeof CANCELLED | null> {
  if (reason === 'second-place') {
    const place = await secondPlace.read();
    if (!place?.isThere) return null;
    const besides = createBackupShelf(place.folder, notes, SHORT_ROTATION);
    return { target: await besides.nextPath(at, reason), shelf: besides, attachments: 'included' };
  }
  const chosen = await paths.askTarget(reason, caller);
  if (chosen === CANCELLED) return CANCELLED;
  if (chosen !== null) return { target: chosen, shelf: null, attachments: 'included' };
  const shelf = createBackupShelf(ownBackups(root), notes);
  return { target: await shelf.nextPath(at, reason), shelf, attachments: 'left-out' };
}

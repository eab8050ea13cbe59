import { stat } from 'node:fs/promises';
import type { BackupNotes } from '#services/backup/backup-notes';
import { createBackupShelf, ownBackups, type BackupShelf } from '#services/backup/backup-shelf';
import { SHORT_ROTATION } from '#services/backup/keep-backups';
import type { AttachmentsOf } from '#services/backup/package-description';
import { placeIn, type SecondPlace } from '#services/backup/second-place';
import { CANCELLED, type BackupPaths } from './backup-paths.ts';
import type { Caller } from './ipc-host.ts';

type BackupGoal = {
  readonly ok: true;
  readonly target: string;
  /** Where older ones make room for it; null where a person has put it. */
  readonly shelf: BackupShelf | null;
  readonly attachments: AttachmentsOf;
};

/** `missing`: the disk that it should go to is not there. */
type NoGoal = {
  readonly ok: false;
  readonly code: 'cancelled' | 'missing' | 'inside-data-folder';
  readonly detail: string;
};

type Places = {
  readonly folder: { readonly root: string; readonly archiveId: string };
  readonly paths: BackupPaths;
  readonly secondPlace: SecondPlace;
  readonly notes: BackupNotes;
};

type AimedBackup = { readonly reason: string; readonly at: Date; readonly isSealed: boolean };

/** Where a backup goes, by why it is made. */
export async function aimBackup(
  places: Places,
  { reason, at, isSealed }: AimedBackup,
  caller: Caller,
): Promise<BackupGoal | NoGoal> {
  const { folder, paths, secondPlace, notes } = places;
  const aimInto = async (place: string): Promise<BackupGoal> => {
    const shelf = createBackupShelf(place, notes, SHORT_ROTATION);
    return { ok: true, target: await shelf.nextPath(at, reason, isSealed), shelf, attachments: 'pooled' };
  };
  if (reason === 'second-place') {
    const place = await secondPlace.read();
    return place?.isThere === true ? aimInto(place.folder) : { ok: false, code: 'missing', detail: reason };
  }
  const shared = paths.sharedFolder(reason);
  if (shared !== null) {
    const place = placeIn(shared, folder.root, folder.archiveId);
    if (place === null) return { ok: false, code: 'inside-data-folder', detail: shared };
    const isThere = (await stat(shared).catch(() => null))?.isDirectory() === true;
    return isThere ? aimInto(place) : { ok: false, code: 'missing', detail: shared };
  }
  const chosen = await paths.askTarget(reason, caller, isSealed);
  if (chosen === CANCELLED) return { ok: false, code: 'cancelled', detail: '' };
  if (chosen !== null) return { ok: true, target: chosen, shelf: null, attachments: 'included' };
  const shelf = createBackupShelf(ownBackups(folder.root), notes);
  return { ok: true, target: await shelf.nextPath(at, reason, isSealed), shelf, attachments: 'left-out' };
}

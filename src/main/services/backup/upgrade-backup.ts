import type { BackupNotes } from './backup-notes.ts';
import { backupFailure, type BackupFailure } from './backup-failure.ts';
import type { BackupShelf } from './backup-shelf.ts';
import { gatherContents, type ArchiveFiles } from './gather-contents.ts';
import { noteOpenedBy, readOpenedBy } from './opened-by.ts';
import { UNWATCHED } from './watch-work.ts';
import { writePackage } from './write-package.ts';

export type UpgradeBackup =
  { readonly ok: true; readonly path: string | null } | BackupFailure<'source-changed' | 'too-large'>;

export type UpgradeServices = {
  readonly files: ArchiveFiles;
  readonly notes: BackupNotes;
  readonly shelf: BackupShelf;
  /** The version of the program. */
  readonly application: string;
  readonly now: () => Date;
};

/** What the lines of records in a package without any are of. */
const NO_RECORD_FORMAT = 0;

/**
 * Puts the journal on the shelf when another version of the program opened the folder last, before the page may bring
 * records into a later form. Main knows no records, so the package has no lines of them: the journal makes them anew.
 * `path` null: not needed. One that fails is made at the next start, since the version is only noted behind it.
 */
export async function backUpBeforeUpgrade(services: UpgradeServices): Promise<UpgradeBackup> {
  const { files, application } = services;
  const { root } = files.folder;
  const openedBy = await readOpenedBy(root);
  if (typeof openedBy === 'object' && openedBy.application === application) return { ok: true, path: null };
  const state = files.journal.status();
  // What is damaged or cut short is not brought into another form either: the archive does not open.
  if (state.status === 'damaged' || state.missing > 0) return { ok: true, path: null };
  try {
    const isNeeded = openedBy !== 'nobody' && state.head.sequence > 0;
    const path = isNeeded ? await putOnShelf(services, state.head) : null;
    await noteOpenedBy(root, application);
    return { ok: true, path };
  } catch (error) {
    return backupFailure(error);
  }
}

async function putOnShelf(
  { files, notes, shelf, application, now }: UpgradeServices,
  head: { readonly sequence: number; readonly hash: string },
): Promise<string> {
  const at = now();
  const [madeAt, reason, attachments] = [at.toISOString(), 'before-upgrade', 'left-out'] as const;
  const order = { application, recordFormat: NO_RECORD_FORMAT, head, madeAt, reason, attachments };
  const contents = await gatherContents(files, order, new Map());
  if (!contents) throw new Error('The journal has lost its own head.');
  const seal = files.seal();
  const isSealed = seal !== null;
  const { path, bytes } = await writePackage(await shelf.nextPath(at, reason, isSealed), contents, UNWATCHED, seal);
  // As with every backup: one that is whole is one, noted or not.
  await notes
    .keep({ path, bytes, madeAt, reason, attachments, isSealed, sequence: head.sequence, rehearsal: null })
    .catch(() => undefined);
  await shelf.tidy().catch(() => undefined);
  return path;
}

import { app, type Session } from 'electron';
import { join } from 'node:path';
import process from 'node:process';
import type { Command } from '#contract/archive-contract';
import type { Settings } from '#contract/settings';
import type { ArchiveLock } from '#services/archive-lock';
import type { Offers } from '#services/attachment-offers';
import { createBackupNotes } from '#services/backup/backup-notes';
import { createBackupShelf, ownBackups } from '#services/backup/backup-shelf';
import type { ArchiveFiles } from '#services/backup/gather-contents';
import { createSecondPlace } from '#services/backup/second-place';
import { backUpBeforeUpgrade } from '#services/backup/upgrade-backup';
import type { DataFolder } from '#services/data-folder';
import { createDrafts } from '#services/drafts';
import { createExportLog } from '#services/export-log';
import { keyOfSeal, type KeyOf } from '#services/sealing/key-of';
import type { LineCodec } from '#services/sealing/line-codec';
import { isJournalSealed, SealedWithoutKeyError } from '#services/sealing/sealed-journal';
import { codecOf, settleSealing } from '#services/sealing/settle-sealing';
import { writeFailureCode } from '#services/write-atomically';
import type { ArchiveWindows } from './archive-windows.ts';
import { createAttachmentHandlers, type Attachments } from './attachment-handlers.ts';
import { createBackupHandlers, type BackupServices } from './backup-handlers.ts';
import { createBackupPaths } from './backup-paths.ts';
import { announceProgress } from './command-run.ts';
import { createContractHandlers, putAside } from './contract-handlers.ts';
import { createDraftHandlers } from './draft-handlers.ts';
import { createExportHandlers } from './export-handlers.ts';
import type { FileSaving } from './file-saving.ts';
import { createHealthHandlers } from './health-handlers.ts';
import type { ContractHandlers } from './ipc-host.ts';
import type { LockControl } from './lock-control.ts';
import { messages } from './messages.ts';
import { openJournalOf } from './open-journal.ts';
import { removeStoredCopy } from './page-session.ts';
import { guardWrites } from './read-only.ts';
import { runOnFolder } from './run-on-folder.ts';
import { createSecondPlaceHandlers } from './second-place-handlers.ts';

export type ArchiveParts = {
  readonly folder: DataFolder;
  readonly lock: { readonly archive: ArchiveLock; readonly handlers: LockControl['handlers'] };
  readonly page: {
    readonly session: Session;
    readonly isInMemory: boolean;
    readonly windows: ArchiveWindows;
    /** Null in a window. */
    readonly command: Command | null;
  };
  readonly files: FileSaving;
  readonly attachments: Attachments;
  readonly offers: Offers;
  readonly keys: BackupServices['keys'];
  readonly restored: BackupServices['restored'];
  readonly readOnly: boolean;
  readonly settings: () => Settings;
  readonly onSettings: (changed: Settings) => void;
};

export type OpenedArchive = {
  readonly handlers: ContractHandlers;
  /** Brings what is on the disk to where the lock wants it. @throws the operating system's error */
  readonly settle: () => Promise<void>;
};

/** Opens the archive of a data folder: all that needs the key when it is encrypted, so the lock must be open. */
export async function openArchive(parts: ArchiveParts): Promise<OpenedArchive> {
  const { folder, lock, page, files, attachments, offers, readOnly, settings, onSettings } = parts;
  const { command, windows, isInMemory } = page;
  const codec = () => codecOf(lock.archive, folder.archiveId);
  const opened = await openJournalOf(folder, codec());
  // Without a key what is sealed reads as damage. A journal that is whole is not looked at again for it.
  const isDamaged = opened.journal.status().status === 'damaged';
  if (isDamaged && !lock.archive.seal() && (await isJournalSealed(folder.journal))) {
    throw new SealedWithoutKeyError(folder.journal);
  }
  const drafts = openDrafts(folder, codec());
  const settle = () =>
    settleSealing({ archiveId: folder.archiveId, lock: lock.archive, journal: opened.journal, drafts });
  // Whoever starts read-only wants nothing written anew; what was interrupted is read as it is.
  if (!readOnly) await settleAtStart(settle);
  if (isInMemory) await removeStoredCopy(folder, opened.journal);
  const ownSeal = () => (lock.archive.isEnding() ? null : lock.archive.seal());
  const archiveFiles = { folder, journal: opened.journal, store: attachments.store, seal: ownSeal };
  let isRestoring = false;
  const handlers = createContractHandlers({
    folder,
    ...opened,
    session: page.session,
    isCopyInMemory: isInMemory,
    files,
    command,
    windows,
    attachments: createAttachmentHandlers(attachments, offers, files),
    drafts: createDraftHandlers(drafts, windows.isOpen),
    health: createHealthHandlers(folder, opened, codec),
    exports: createExportHandlers(createExportLog(join(folder.root, 'exports.jsonl'))),
    ...backupsOf(archiveFiles, {
      command,
      keys: { ...parts.keys, keyOf: keyOfLock(lock.archive) },
      restored: parts.restored,
      isLocked: lock.archive.isLocked,
      onRestoring: (value) => (isRestoring = value),
      upgradeFailure: await backUpForUpgrade(archiveFiles),
    }),
    lock: lock.handlers,
    readOnly,
    onSettings,
  });
  const isOn = () => readOnly || settings().readOnly || isRestoring;
  return { handlers: guardWrites(handlers, { byStart: readOnly, isOn }), settle };
}

/** Backups that were encrypted as the archive is are opened without asking. */
function keyOfLock(lock: Pick<ArchiveLock, 'seal'>): KeyOf {
  return async (wrapped) => {
    const seal = lock.seal();
    return seal && keyOfSeal(seal)(wrapped);
  };
}

/** An encryption that was interrupted goes on; one that fails again keeps nobody from the records. */
async function settleAtStart(settle: () => Promise<void>): Promise<void> {
  await settle().catch((error: unknown) => {
    if (writeFailureCode(error) === 'failed') throw error;
    process.stderr.write(`${messages.lock.unsettled(String(error))}\n`);
  });
}

/** Before the page opens; whatever comes of it, the archive is opened. */
async function backUpForUpgrade(files: ArchiveFiles): Promise<BackupServices['upgradeFailure']> {
  const notes = createBackupNotes(files.folder.root);
  const shelf = createBackupShelf(ownBackups(files.folder.root), notes);
  const made = await backUpBeforeUpgrade({ files, notes, shelf, application: app.getVersion(), now: () => new Date() });
  if (made.ok) return null;
  process.stderr.write(`${messages.upgradeBackupFailed(made.detail)}\n`);
  return made.code;
}

type BackupStart = Pick<BackupServices, 'keys' | 'restored' | 'onRestoring' | 'upgradeFailure'> & {
  readonly command: Command | null;
  readonly isLocked: () => boolean;
};

function backupsOf(files: ArchiveFiles, { command, isLocked, ...services }: BackupStart) {
  const { root, archiveId } = files.folder;
  const secondPlace = createSecondPlace(root, archiveId, () => new Date());
  const paths = createBackupPaths(command, isLocked);
  const backups = createBackupHandlers({
    ...services,
    files,
    secondPlace,
    application: app.getVersion(),
    paths,
    run: runOnFolder,
    announce: announceProgress(command !== null),
  });
  return { backups, secondPlace: createSecondPlaceHandlers(secondPlace, paths) };
}

function openDrafts(folder: DataFolder, codec: LineCodec) {
  return createDrafts({
    folder: join(folder.root, 'drafts'),
    now: () => new Date(),
    codec,
    putAside: (name, bytes) => putAside(folder, `draft-${name}`, bytes),
  });
}

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentStore } from '../attachment-store.ts';
import { describeArchive, type DataFolder } from '../data-folder.ts';
import type { Journal } from '../journal.ts';
import type { Seal } from '../sealing/wrapped-key.ts';
import type { JournalHead } from '../scan-journal.ts';
import { BESIDE_FILES } from './package-layout.ts';
import type { PackageDescription } from './package-description.ts';
import type { PackageContents } from './write-package.ts';

export type ArchiveFiles = {
  readonly folder: DataFolder;
  readonly journal: Journal;
  readonly store: AttachmentStore;
  /** What records are encrypted with; null when they are not. */
  readonly seal: () => Seal | null;
};

/** What is known of a backup before its files are. */
export type BackupOrder = Pick<
  PackageDescription,
  'application' | 'recordFormat' | 'madeAt' | 'reason' | 'attachments'
> & {
  readonly head: JournalHead;
};

/**
 * The files of a package, all of one moment: the journal as far as the head that the records were read at. Attachments
 * are never changed or removed and are stored before a record names them, so those there are hold all that are named.
 * Null when the journal has no such head.
 */
export async function gatherContents(
  { folder, journal, store }: ArchiveFiles,
  order: BackupOrder,
  records: PackageContents['records'],
): Promise<PackageContents | null> {
  const extent = journal.extentOf(order.head);
  if (!extent) return null;
  const { archiveId } = folder;
  const hashes = order.attachments === 'left-out' ? [] : await store.list();
  const attachments = new Map<string, { readonly path: string; readonly bytes: number }>();
  for (const sha256 of hashes) {
    const path = store.pathOf(sha256);
    attachments.set(sha256, { path, bytes: (await stat(path)).size });
  }
  const beside = new Map<string, Uint8Array>();
  for (const name of BESIDE_FILES) {
    const bytes = await readFile(join(folder.root, name)).catch(() => null);
    if (bytes) beside.set(name, bytes);
  }
  return {
    description: { ...order, archiveId },
    archiveFile: describeArchive(archiveId),
    journal: new Map(extent.map(({ file, ...content }) => [file, content])),
    records,
    attachments,
    beside,
  };
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openAttachmentStore } from '../attachment-store.ts';
import { completeRestore } from './complete-restore.ts';
import type { RestoreSource, SourceFile } from './restore-source.ts';
import { stageRestore } from './stage-restore.ts';
import type { Watch } from './watch-work.ts';

/**
 * Restores an archive into a folder of its own, where no program has it open: the next start there opens it.
 *
 * @throws the operating system's error, a PackageError or a StoreFailedError
 */
export async function restoreBeside<File extends SourceFile>(
  source: RestoreSource<File>,
  folder: string,
  now: Date,
  watch: Watch,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await stageRestore(source, folder, await openAttachmentStore(join(folder, 'attachments')), watch);
  await completeRestore(folder, now);
}

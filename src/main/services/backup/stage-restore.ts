import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentStore } from '../attachment-store.ts';
import { TakeError } from '../attachment-source.ts';
import { describeArchive } from '../data-folder.ts';
import { keyFile, writeKey } from '../lock-files.ts';
import { PLAIN_LINES, sealedLines } from '../sealing/line-codec.ts';
import { errorCode, syncFolder, writeAtomically } from '../write-atomically.ts';
import { PackageError } from './package-error.ts';
import { sealMonth } from './seal-month.ts';
import { restoreFolder, type ReadyMark } from './restore-folder.ts';
import type { RestoreSource, SourceFile } from './restore-source.ts';
import { countBytes, countFiles, type Watch } from './watch-work.ts';

/** The archive's store could not take an attachment; the code is the store's. */
export class StoreFailedError extends Error {
  override readonly name = 'StoreFailedError';
}

/**
 * Puts everything of a package into a data folder, without touching what the archive there is: attachments are added
 * to the store, where nobody misses or sees them yet, and the journal is written beside the present one. The mark that
 * is written last makes `completeRestore` put it in its place; a kill before it leaves the archive as it was.
 *
 * @throws the operating system's error, a PackageError or a StoreFailedError
 */
export async function stageRestore<File extends SourceFile>(
  opened: RestoreSource<File>,
  root: string,
  store: Pick<AttachmentStore, 'take'>,
  watch: Watch,
): Promise<void> {
  const { journal, attachments, beside, seal } = opened;
  const places = restoreFolder(root);
  await rm(places.folder, { recursive: true, force: true });
  // First of all, so that what an interruption leaves can be told from a stranger's files.
  await mkdir(places.journal, { recursive: true });
  await mkdir(places.beside);
  const done = countBytes(
    watch,
    [...journal, ...attachments].reduce((sum, { entry }) => sum + entry.size, 0),
  );
  const onFile = countFiles(watch, journal.length + attachments.length);
  for (const attachment of attachments) {
    await addAttachment(opened, attachment, store, watch);
    done(attachment.entry.size);
    onFile();
  }
  const { archiveId, head, madeAt } = opened.description;
  const codec = seal ? sealedLines(seal.key, archiveId) : PLAIN_LINES;
  for (const month of journal) {
    await writeOut(sealMonth(opened.read(month), codec), join(places.journal, month.name), watch.signal);
    done(month.entry.size);
    onFile();
  }
  for (const file of beside) await writeOut(opened.read(file), join(places.beside, file.name), watch.signal);
  await writeAtomically(join(places.journal, 'archive.json'), describeArchive(archiveId));
  if (seal) await writeKey(keyFile(places.journal), seal.wrapped);
  await syncFolder(places.folder);
  await syncFolder(root);
  if (watch.signal.aborted) throw new PackageError('cancelled', '');
  const mark: ReadyMark = { archiveId, head, madeAt, source: opened.path };
  await writeAtomically(places.ready, `${JSON.stringify(mark)}\n`);
}

async function addAttachment<File extends SourceFile>(
  opened: RestoreSource<File>,
  file: File,
  store: Pick<AttachmentStore, 'take'>,
  { signal }: Watch,
): Promise<void> {
  const taken = await store.take({ source: copies(opened, file), name: file.name, signal });
  if (!taken.ok) {
    if (taken.code === 'cancelled') throw new PackageError('cancelled', '');
    if (taken.code === 'source-unreadable') throw new PackageError('damaged', taken.detail);
    throw new StoreFailedError(`${taken.code}: ${taken.detail}`, { cause: new TakeError(taken.code, taken.detail) });
  }
  if (taken.sha256 !== file.sha256) throw new PackageError('damaged', `${file.name} changed while it was read`);
}

/** The store keeps pieces for longer than the package's own buffers hold them. */
async function* copies<File extends SourceFile>(opened: RestoreSource<File>, file: File): AsyncGenerator<Uint8Array> {
  for await (const piece of opened.read(file)) yield Buffer.from(piece);
}

async function writeOut(pieces: AsyncIterable<Uint8Array>, path: string, signal: AbortSignal): Promise<void> {
  const target = await open(path, 'wx');
  try {
    for await (const piece of pieces) {
      if (signal.aborted) throw new PackageError('cancelled', '');
      await target.appendFile(piece);
    }
    await target.sync();
  } finally {
    await target.close();
  }
}

/**
 * Whether a folder may be restored into: it is missing, empty, or holds what an interrupted restoring has left, which
 * then goes on where it stopped.
 */
export async function isFreeForRestore(root: string): Promise<boolean> {
  const places = restoreFolder(root);
  const names = await readdir(root).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const staged = await readdir(places.folder).catch(() => null);
  if (names.length === 0) return true;
  const isLeftover = names.every((name) => name === 'attachments' || name === places.name);
  return isLeftover && staged !== null && !staged.includes(places.readyName);
}

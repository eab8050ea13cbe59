import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, syncFolder, writeAtomically } from '../write-atomically.ts';
import { BESIDE_FILES } from './package-layout.ts';
import { noteOpenedBy } from './opened-by.ts';
import { restoreFolder } from './restore-folder.ts';

/**
 * Puts a prepared restoring in its place: must run while nothing of the archive is open, with the archive taken. What
 * was there before, journal and working copy, is moved to `set-aside`. Killed at any moment, the next start goes on
 * with it; what was not ready is removed. Answers whether an archive was restored.
 */
export async function completeRestore(root: string, now: Date): Promise<boolean> {
  const places = restoreFolder(root);
  if (!(await exists(places.ready))) {
    await rm(places.folder, { recursive: true, force: true });
    return false;
  }
  const journal = join(root, 'journal');
  if (await exists(places.journal)) {
    const archive = await readFile(join(places.journal, 'archive.json'));
    const aside = await asideFolder(root, now);
    // The working copy goes first: left beside the older journal, it would be taken for the one that knows more.
    await moveIfThere(join(root, 'profile', 'IndexedDB'), join(aside, 'IndexedDB'));
    // A head that is kept apart from the journal would say that the older one has lost its end.
    for (const name of ['head.json', 'archive.json']) await moveIfThere(join(root, name), join(aside, name));
    await moveIfThere(journal, join(aside, 'journal'));
    await writeAtomically(join(root, 'archive.json'), archive);
    // Only where there is none: what was handed out since and what is set here stay.
    for (const name of BESIDE_FILES) {
      if (!(await exists(join(root, name)))) await moveIfThere(join(places.beside, name), join(root, name));
    }
    // The package is the backup of it, whichever version is the first to open it.
    await noteOpenedBy(root, null);
    await rename(places.journal, journal);
    await syncFolder(root);
  }
  await rm(places.folder, { recursive: true, force: true });
  return true;
}

async function asideFolder(root: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replaceAll(':', '-');
  for (let attempt = 1; ; attempt += 1) {
    const folder = join(root, 'set-aside', `${stamp}-before-restore${attempt === 1 ? '' : `-${attempt}`}`);
    if (await exists(folder)) continue;
    await mkdir(folder, { recursive: true });
    return folder;
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
      throw error;
    },
  );
}

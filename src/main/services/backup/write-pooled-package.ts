import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Seal } from '../sealing/wrapped-key.ts';
import { fillPool, type FilledPool } from './fill-pool.ts';
import { PackageError } from './package-error.ts';
import type { Watch } from './watch-work.ts';
import { writePackage, type PackageContents, type WrittenPackage } from './write-package.ts';

export type WrittenPooledPackage = WrittenPackage & {
  /** Attachments that were copied now, those that were there already, and the bytes of both. */
  readonly pool: Pick<FilledPool, 'copied' | 'copiedBytes'> & { readonly known: number; readonly bytes: number };
};

/**
 * Writes a package whose attachments lie in the folder beside it, each once for all packages there: first the
 * attachments, then what names them. An attachment that has rotted in the store and is not in the pool either is packed
 * as it is, since nothing else may bear its name.
 *
 * @param seal of the package; the attachments beside it stay as they are
 * @throws the operating system's error or a PackageError: `missing` when the folder is not there, or was pulled out
 * meanwhile. What the pool has got by then stays, and the next call goes on with what it lacks.
 */
export async function writePooledPackage(
  target: string,
  contents: PackageContents,
  now: Date,
  { watch, seal }: { readonly watch: Watch; readonly seal: Seal | null },
): Promise<WrittenPooledPackage> {
  const place = dirname(target);
  const parts = inSuccession(watch);
  try {
    const { pooled, damaged, copied, copiedBytes } = await fillPool(place, contents.attachments, now, parts());
    const written = await writePackage(target, { ...contents, attachments: damaged, pooled }, parts(), seal);
    const bytes = [...pooled.values()].reduce((sum, each) => sum + each, 0);
    return { ...written, pool: { copied, copiedBytes, known: pooled.size - copied, bytes } };
  } catch (error) {
    if (watch.signal.aborted) throw new PackageError('cancelled', '');
    // What the system says of a stick that was pulled out differs from moment to moment.
    const isThere = (await stat(place).catch(() => null))?.isDirectory() === true;
    throw isThere ? error : new PackageError('missing', String(error), { cause: error });
  }
}

/** Watches for pieces of work that follow each other and are told as one. */
function inSuccession({ signal, onProgress, onFiles }: Watch): () => Watch {
  const reached = { bytes: 0, files: 0 };
  return () => {
    const { bytes, files } = { ...reached };
    return {
      signal,
      onProgress: (done, total) => {
        reached.bytes = bytes + total;
        onProgress(bytes + done, bytes + total);
      },
      onFiles: (done, total) => {
        reached.files = files + total;
        onFiles?.(files + done, files + total);
      },
    };
  };
}

import { forgetCheck, poolBeside, type LackingReason } from './attachment-pool.ts';
import type { FetchList } from './fetch-list.ts';
import type { Watch } from './watch-work.ts';

/** An attachment of a package that lies beside it. */
export type PooledFile = {
  readonly name: string;
  readonly sha256: string;
  readonly entry: { readonly size: number; readonly isPooled: true };
};

/** An attachment that belongs to a package and cannot be had from the folder beside it. */
export type LackingAttachment = { readonly sha256: string; readonly why: LackingReason };

export type PooledAttachments = {
  readonly files: readonly PooledFile[];
  readonly lacking: readonly LackingAttachment[];
  /** Of both. */
  readonly bytes: number;
};

/** `bytes`: every file is read and compared with its hash. `sizes`: just written, or to be read later. */
export type PoolDepth = 'bytes' | 'sizes';

/** Looks for the attachments beside a package that its fetch list names; what is wrong with one is no error but told. */
export async function findPooled(
  packagePath: string,
  fetchList: FetchList,
  depth: PoolDepth,
  { signal, onBytes }: Pick<Watch, 'signal'> & { readonly onBytes: (bytes: number) => void },
): Promise<PooledAttachments> {
  const pool = poolBeside(packagePath);
  const files: PooledFile[] = [];
  const lacking: LackingAttachment[] = [];
  for (const [sha256, size] of [...fetchList].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    signal.throwIfAborted();
    const why =
      depth === 'bytes'
        ? await pool.whyLacking(sha256, size, { signal, onBytes })
        : whyBySize(await pool.sizeOf(sha256), size);
    if (why === null) files.push({ name: sha256, sha256, entry: { size, isPooled: true } });
    else lacking.push({ sha256, why });
  }
  if (lacking.some(({ why }) => why !== 'missing')) await forgetCheck(pool);
  return { files, lacking, bytes: [...fetchList.values()].reduce((sum, size) => sum + size, 0) };
}

function whyBySize(found: number | null, expected: number): LackingReason | null {
  if (found === null) return 'missing';
  return found === expected ? null : 'changed';
}

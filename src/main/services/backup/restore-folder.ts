import { join } from 'node:path';
import { readJson } from '../data-folder.ts';

/** What a restoring that is ready leaves for the next start: which journal takes the place of the present one. */
export type ReadyMark = {
  readonly archiveId: string;
  readonly head: { readonly sequence: number; readonly hash: string };
  /** When the package was made, and where it lay. */
  readonly madeAt: string;
  readonly source: string;
};

/** Where a restoring is prepared inside a data folder. */
export function restoreFolder(root: string) {
  const name = 'restoring';
  const readyName = 'ready.json';
  const folder = join(root, name);
  const inside = (each: string) => join(folder, each);
  return {
    name,
    readyName,
    folder,
    journal: inside('journal'),
    beside: inside('beside'),
    ready: inside(readyName),
  } as const;
}

/** What the next `completeRestore` of this folder puts in its place, for telling people; null when it is nothing or unknown. */
export async function readReadyMark(root: string): Promise<Pick<ReadyMark, 'madeAt' | 'source'> | null> {
  const { madeAt, source } = ((await readJson(restoreFolder(root).ready)) ?? {}) as Partial<Record<string, unknown>>;
  return typeof madeAt === 'string' && typeof source === 'string' ? { madeAt, source } : null;
}

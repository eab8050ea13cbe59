import { join } from 'node:path';

/** What a restoring that is ready leaves for the next start: which journal takes the place of the present one. */
export type ReadyMark = {
  readonly archiveId: string;
  readonly head: { readonly sequence: number; readonly hash: string };
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

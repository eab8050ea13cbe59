import { join } from 'node:path';
import { readJson, writeJson } from '../data-folder.ts';

/** `unknown`: never noted, or the note is lost. `nobody`: what was restored has not been opened yet. */
export type OpenedBy = { readonly application: string } | 'nobody' | 'unknown';

const pathOf = (root: string) => join(root, 'opened-by.json');

/** Which version of the program opened a data folder last. */
export async function readOpenedBy(root: string): Promise<OpenedBy> {
  const note = (await readJson(pathOf(root))) as { readonly application?: unknown } | null;
  if (note?.application === null) return 'nobody';
  return typeof note?.application === 'string' ? { application: note.application } : 'unknown';
}

export async function noteOpenedBy(root: string, application: string | null): Promise<void> {
  await writeJson(pathOf(root), { application });
}

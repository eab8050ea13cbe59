import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './write-atomically.ts';

/** Where things are in a data folder. */
export type DataFolder = {
  readonly root: string;
  readonly archiveId: string;
  readonly journal: string;
  readonly aside: string;
  readonly settings: string;
  readonly windowState: string;
};

/** The browser profile, and with it the working copy: inside the data folder, so that two archives never share one. */
export function profileFolder(root: string): string {
  return join(root, 'profile');
}

/**
 * Makes a folder ready to hold an archive and proves that it can be written.
 * @throws the operating system's error when it cannot
 */
export async function prepareDataFolder(root: string): Promise<DataFolder> {
  const folder = {
    root,
    journal: join(root, 'journal'),
    aside: join(root, 'set-aside'),
    settings: join(root, 'settings.json'),
    windowState: join(root, 'window.json'),
  };
  await mkdir(folder.journal, { recursive: true });
  const probe = join(root, '.write-probe');
  await writeAtomically(probe, '');
  await rm(probe);
  return { ...folder, archiveId: await readOrFoundArchiveId(join(root, 'archive.json')) };
}

async function readOrFoundArchiveId(path: string): Promise<string> {
  const known = await readJson(path);
  if (typeof known === 'object' && known !== null && 'archiveId' in known && typeof known.archiveId === 'string') {
    return known.archiveId;
  }
  const archiveId = randomUUID();
  await writeAtomically(path, `${JSON.stringify({ archiveId, about: '荣档 Rongdang archive' }, null, 2)}\n`);
  return archiveId;
}

/** A JSON file's value, or null when it is missing or damaged: for what can be made anew, never for records. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomically(path, `${JSON.stringify(value, null, 2)}\n`);
}

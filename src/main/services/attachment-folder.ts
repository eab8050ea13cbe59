import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfferedFile, Offers } from './attachment-offers.ts';

/** What the system itself puts beside a person's files. */
const SYSTEM_FILES: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini', '$recycle.bin', '__macosx']);

export type OfferedFolder = {
  readonly files: readonly OfferedFile[];
  /** There were more than the most that is taken at once. */
  readonly more: boolean;
  /** Folders and files that could not be read. */
  readonly unreadable: number;
};

/**
 * Offers every file below a folder, in the order of their names, up to a limit. Hidden files, what the system leaves
 * behind and links (which may lead anywhere, or in a circle) are left out.
 */
export async function offerFolder(offers: Offers, folder: string, limit: number): Promise<OfferedFolder> {
  const files: OfferedFile[] = [];
  let unreadable = 0;
  /** Answers false when the limit is reached. */
  async function walk(path: string, place: string): Promise<boolean> {
    const entries = await listEntries(path);
    if (entries === null) unreadable += 1;
    for (const { name, isFolder } of entries ?? []) {
      const inner = join(path, name);
      if (isFolder) {
        if (!(await walk(inner, place === '' ? name : `${place}/${name}`))) return false;
        continue;
      }
      if (files.length === limit) return false;
      const offered = await offers.offerPath(inner, place);
      if (offered.ok) files.push(offered.file);
      else unreadable += 1;
    }
    return true;
  }
  const isComplete = await walk(folder, '');
  return { files, more: !isComplete, unreadable };
}

type Entry = { readonly name: string; readonly isFolder: boolean };

async function listEntries(path: string): Promise<readonly Entry[] | null> {
  const entries: Entry[] = [];
  try {
    for await (const entry of await opendir(path)) {
      if (isHidden(entry.name)) continue;
      if (entry.isDirectory() || entry.isFile()) entries.push({ name: entry.name, isFolder: entry.isDirectory() });
    }
  } catch {
    return null;
  }
  // Scans are numbered: 2 comes before 10.
  const { compare } = new Intl.Collator('zh-CN', { numeric: true });
  return entries.toSorted((a, b) => Number(a.isFolder) - Number(b.isFolder) || compare(a.name, b.name));
}

/** `~$` is what Word puts beside a document that is open. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || SYSTEM_FILES.has(name.toLowerCase());
}

import { mkdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readJson, writeJson } from '../data-folder.ts';

type StoredPlace = {
  readonly folder: string;
  /** The last instant at which it was there. */
  readonly lastSeen: string;
  readonly lastBackup: { readonly at: string; readonly sequence: number } | null;
};

export type SecondPlaceState = StoredPlace & {
  readonly isThere: boolean;
  /** On the disk of the data folder: what takes the one takes the other. Null while it is not there. */
  readonly isOnSameDisk: boolean | null;
};

/** Where backups go besides, on another disk that comes and goes: a memory stick, a share. */
export type SecondPlace = {
  readonly read: () => Promise<SecondPlaceState | null>;
  /** Takes a folder of its own in the one that was chosen; false when that lies in the data folder itself. */
  readonly choose: (chosen: string) => Promise<boolean>;
  readonly forget: () => Promise<void>;
  readonly noteBackup: (made: { readonly at: string; readonly sequence: number }) => Promise<void>;
};

/**
 * The folder for the backups of an archive in one that a person has chosen: its name says to people what it is, and two
 * archives on one stick do not meet in it. Null when the chosen one lies in the data folder itself.
 */
export function placeIn(chosen: string, root: string, archiveId: string): string | null {
  const way = relative(root, chosen);
  if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== chosen)) return null;
  const name = `荣档备份-${archiveId.slice(0, 8)}`;
  return chosen.endsWith(`${sep}${name}`) ? chosen : join(chosen, name);
}

/** Being seen is written down at most this often. */
const SEEN_AGAIN_MS = 3_600_000;

/**
 * Remembered in `second-place.json` of the data folder. The place is there when the folder is that was made when it was
 * chosen: another stick under the same letter, or the empty folder that a stick is mounted on, has none.
 */
export function createSecondPlace(root: string, archiveId: string, now: () => Date): SecondPlace {
  const path = join(root, 'second-place.json');
  const readStored = async () => {
    const stored = await readJson(path);
    return isStored(stored) ? stored : null;
  };
  const write = (place: StoredPlace | null) => writeJson(path, place);
  return {
    read: async () => {
      const stored = await readStored();
      if (!stored) return null;
      const found = await stat(stored.folder).catch(() => null);
      if (!found?.isDirectory()) return { ...stored, isThere: false, isOnSameDisk: null };
      const seen = { ...stored, lastSeen: now().toISOString() };
      const isWorthWriting = now().getTime() - Date.parse(stored.lastSeen) > SEEN_AGAIN_MS;
      // Not to be able to note it is no reason not to use it.
      if (isWorthWriting) await write(seen).catch(() => undefined);
      return { ...seen, isThere: true, isOnSameDisk: found.dev === (await stat(root)).dev };
    },
    choose: async (chosen) => {
      const folder = placeIn(chosen, root, archiveId);
      if (folder === null) return false;
      await mkdir(folder, { recursive: true });
      await write({ folder, lastSeen: now().toISOString(), lastBackup: null });
      return true;
    },
    forget: () => write(null),
    noteBackup: async (lastBackup) => {
      const stored = await readStored();
      if (stored) await write({ ...stored, lastBackup, lastSeen: now().toISOString() });
    },
  };
}

function isStored(value: unknown): value is StoredPlace {
  const place = (value ?? {}) as Partial<Record<keyof StoredPlace, unknown>>;
  const { at, sequence } = (place.lastBackup ?? {}) as Record<string, unknown>;
  return (
    typeof place.folder === 'string' &&
    typeof place.lastSeen === 'string' &&
    !Number.isNaN(Date.parse(place.lastSeen)) &&
    (place.lastBackup === null || (typeof at === 'string' && Number.isSafeInteger(sequence) && Number(sequence) >= 0))
  );
}

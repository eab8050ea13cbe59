import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../write-atomically.ts';
import type { BackupNotes } from './backup-notes.ts';
import { keepBackups, type DatedBackup, type Rotation } from './keep-backups.ts';

/** A folder of backups that this program makes by itself, of which the older ones are removed by turns. */
export type BackupShelf = {
  /** Where the next one goes; the folder is there then, when the one that it lies in is. */
  readonly nextPath: (at: Date, reason: string, isSealed: boolean) => Promise<string>;
  /** Removes those that have successors; answers their names. Called only after a new one is whole. */
  readonly tidy: () => Promise<readonly string[]>;
};

const NAME = /^rongdang-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-[a-z-]{1,40}\.(?:zip|rongdang)$/;
const PARTIAL = /^\.rongdang-.*\.partial$/;

/** Where the backups are that lie in the data folder itself. */
export function ownBackups(root: string): string {
  return join(root, 'backups');
}

export function createBackupShelf(folder: string, notes: BackupNotes, rotation?: Rotation): BackupShelf {
  return {
    nextPath: async (at, reason, isSealed) => {
      // Not what it lies in: without the stick there must not be a folder that looks like it.
      await mkdir(folder).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error;
      });
      for (const name of await readdir(folder)) {
        // What a kill has left of an earlier one.
        if (PARTIAL.test(name)) await rm(join(folder, name), { force: true });
      }
      return join(
        folder,
        `rongdang-${at.toISOString().replaceAll(/[-:.]/g, '')}-${reason}.${isSealed ? 'rongdang' : 'zip'}`,
      );
    },
    tidy: async () => {
      const good = new Set((await notes.list()).filter(({ state }) => state === 'good').map(({ path }) => path));
      const found = (await readdir(folder)).flatMap((name) => dated(name, good.has(join(folder, name))) ?? []);
      const kept = keepBackups(found, rotation);
      const removed = found.map(({ name }) => name).filter((name) => !kept.has(name));
      for (const name of removed) await rm(join(folder, name), { force: true });
      await notes.forget(removed.map((name) => join(folder, name)));
      return removed;
    },
  };
}

/** Null for a file that this program has not put there: it is never removed. */
function dated(name: string, isGood: boolean): DatedBackup | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [year = '', month = '', date = '', hours = '', minutes = '', seconds = '', rest = ''] = match.slice(1);
  const at = `${year}-${month}-${date}T${hours}:${minutes}:${seconds}.${rest}Z`;
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
  return { name, at, day, isGood };
}

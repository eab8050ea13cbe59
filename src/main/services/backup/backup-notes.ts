import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson, writeJson } from '../data-folder.ts';
import { isAttachmentsOf, type AttachmentsOf } from './package-description.ts';

/** What this archive remembers of a package that it made or rehearsed. */
export type BackupNote = {
  readonly path: string;
  /** Of the file itself. */
  readonly bytes: number;
  /** Of attachments that lie beside it; absent in notes of earlier versions. */
  readonly pooledBytes?: number;
  readonly madeAt: string;
  readonly reason: string;
  readonly attachments: AttachmentsOf;
  /** Encrypted: it takes a passphrase to open it. */
  readonly isSealed: boolean;
  /** The journal's last line in it. */
  readonly sequence: number;
  readonly rehearsal: { readonly at: string; readonly isGood: boolean; readonly detail: string } | null;
};

/** `missing`: it is not where it was, or another file is; a memory stick may only be unplugged. */
export type ListedBackup = BackupNote & {
  /** What the page names it by, which names no path: the SHA-256 of its path. */
  readonly id: string;
  readonly state: 'good' | 'unproven' | 'failed' | 'missing';
};

export type BackupNotes = {
  /** The latest first. */
  readonly list: () => Promise<readonly ListedBackup[]>;
  /** Where the listed one with this id lies; null when none has it. */
  readonly pathOf: (id: string) => Promise<string | null>;
  /** Remembers a package; one at the same place is forgotten. */
  readonly keep: (note: BackupNote) => Promise<void>;
  readonly forget: (paths: readonly string[]) => Promise<void>;
};

const MOST_NOTES = 500;

/** Notes in `backups.json` of the data folder. They can be lost without losing a backup: it is unproven again then. */
export function createBackupNotes(root: string): BackupNotes {
  const path = join(root, 'backups.json');
  const read = async () => {
    const stored = await readJson(path);
    return Array.isArray(stored) ? stored.filter(isNote).map(completed) : [];
  };
  const write = (notes: readonly BackupNote[]) => writeJson(path, notes.slice(-MOST_NOTES));
  return {
    list: async () => {
      const notes = (await read()).toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
      return Promise.all(notes.map(async (note) => ({ ...note, id: idOf(note), state: await stateOf(note) })));
    },
    pathOf: async (id) => (await read()).find((note) => idOf(note) === id)?.path ?? null,
    keep: async (note) => write([...(await read()).filter((each) => each.path !== note.path), note]),
    forget: async (paths) => write((await read()).filter((note) => !paths.includes(note.path))),
  };
}

/** Earlier versions had none that were sealed. */
const completed = (note: Omit<BackupNote, 'isSealed'> & Partial<BackupNote>): BackupNote => ({
  isSealed: false,
  ...note,
});

const idOf = ({ path }: BackupNote) => createHash('sha256').update(path).digest('hex');

async function stateOf({ path, bytes, rehearsal }: BackupNote): Promise<ListedBackup['state']> {
  const found = await stat(path).catch(() => null);
  if (found?.size !== bytes) return 'missing';
  if (rehearsal === null) return 'unproven';
  return rehearsal.isGood ? 'good' : 'failed';
}

function isNote(value: unknown): value is Omit<BackupNote, 'isSealed'> & Partial<BackupNote> {
  const note = value as Partial<Record<keyof BackupNote, unknown>> | null;
  if (typeof note !== 'object' || note === null) return false;
  const { path, bytes, madeAt, reason, attachments, isSealed = false, sequence, rehearsal, pooledBytes = 0 } = note;
  const texts = [path, madeAt, reason];
  return (
    texts.every((text) => typeof text === 'string') &&
    [bytes, sequence, pooledBytes].every((count) => Number.isSafeInteger(count) && (count as number) >= 0) &&
    isAttachmentsOf(attachments) &&
    typeof isSealed === 'boolean' &&
    (rehearsal === null || isRehearsal(rehearsal))
  );
}

function isRehearsal(value: unknown): boolean {
  const { at, isGood, detail } = (value ?? {}) as Record<string, unknown>;
  return typeof at === 'string' && typeof isGood === 'boolean' && typeof detail === 'string';
}

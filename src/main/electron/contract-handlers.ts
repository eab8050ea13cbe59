import { app, shell, type Session } from 'electron';
import { cp, mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Command } from '#contract/archive-contract';
import { readStoredSettings, type Settings } from '#contract/settings';
import { profileFolder, readJson, writeJson, type DataFolder } from '#services/data-folder';
import type { Journal } from '#services/journal';
import type { SessionMarker } from '#services/session-marker';
import { writeAtomically, writeFailureCode } from '#services/write-atomically';
import { APP_ORIGIN } from './app-protocol.ts';
import { endCommand } from './command-run.ts';
import type { AttachmentChannel } from './attachment-handlers.ts';
import type { BackupChannel } from './backup-handlers.ts';
import type { ArchiveWindows } from './archive-windows.ts';
import type { DraftChannel } from './draft-handlers.ts';
import type { ExportChannel } from './export-handlers.ts';
import type { FileSaving } from './file-saving.ts';
import type { SecondPlaceChannel } from './second-place-handlers.ts';
import { restartProgram } from './start-program.ts';
import type { HealthChannel } from './health-handlers.ts';
import type { ContractHandlers } from './ipc-host.ts';
import type { LockControl } from './lock-control.ts';

export type HandlerServices = {
  readonly folder: DataFolder;
  readonly journal: Journal;
  readonly marker: SessionMarker;
  readonly session: Session;
  /** Whether the session, and the working copy with it, is in memory alone. */
  readonly isCopyInMemory: boolean;
  readonly files: FileSaving;
  /** Null in a window. */
  readonly command: Command | null;
  readonly windows: ArchiveWindows;
  readonly attachments: Pick<ContractHandlers, AttachmentChannel>;
  readonly drafts: Pick<ContractHandlers, DraftChannel>;
  readonly health: Pick<ContractHandlers, HealthChannel>;
  readonly exports: Pick<ContractHandlers, ExportChannel>;
  readonly backups: Pick<ContractHandlers, BackupChannel>;
  readonly lock: LockControl['handlers'];
  readonly secondPlace: Pick<ContractHandlers, SecondPlaceChannel>;
  /** Started with `--read-only`. */
  readonly readOnly: boolean;
  readonly onSettings: (settings: Settings) => void;
};

/** What each channel of the contract does, from plain services. Nothing here knows what a record is. */
export function createContractHandlers(services: HandlerServices): ContractHandlers {
  const { folder, journal, marker, session, isCopyInMemory, files, command, windows } = services;
  return {
    'app:info': () => ({
      mode: command ? 'command' : 'window',
      version: app.getVersion(),
      electron: process.versions.electron,
      dataFolder: folder.root,
      account: accountName(),
      platform: process.platform,
      readOnly: services.readOnly,
    }),
    'journal:state': () => {
      const status = journal.status();
      if (status.status === 'damaged') return status;
      return { ...status, archiveId: folder.archiveId, isDoubtful: marker.isDoubtful(), isCopyInMemory };
    },
    'journal:append': ({ expected, text }) => journal.append(expected, text),
    'journal:read': async ({ after }) => ({ entries: [...(await journal.read(after))] }),
    'store:clear': async () => {
      const copy = asidePath(folder, 'indexeddb');
      if (!isCopyInMemory)
        await cp(join(profileFolder(folder.root), 'IndexedDB'), copy, { recursive: true, force: true });
      await session.clearStorageData({ origin: APP_ORIGIN, storages: ['indexdb'] });
      return isCopyInMemory ? null : copy;
    },
    'settings:read': () => readSettings(folder),
    'settings:write': async (settings) => {
      const written = await writeSettings(folder, settings);
      if (written.ok) services.onSettings(settings);
      return written;
    },
    ...fileHandlers(files),
    'data-folder:open': async () => {
      await shell.openPath(folder.root);
      return null;
    },
    'data-folder:put-aside': ({ text }) => putAside(folder, 'working-copy', Buffer.from(text, 'utf8')),
    ...services.attachments,
    ...services.drafts,
    ...services.health,
    ...services.exports,
    ...services.backups,
    ...services.lock,
    ...services.secondPlace,
    ...windowHandlers(windows, command !== null),
    'command:take': () => command,
    'command:finish': async ({ exitCode, stdout, stderr }) => {
      if (command) await endCommand(exitCode, stdout, stderr);
      return null;
    },
  };
}

type WindowChannel = Extract<keyof ContractHandlers, `window:${string}`> | 'app:restart';

function windowHandlers(windows: ArchiveWindows, isCommand: boolean): Pick<ContractHandlers, WindowChannel> {
  return {
    'window:unsaved': (unsaved, caller) => {
      windows.setUnsaved(caller.id, unsaved);
      return null;
    },
    'window:open-another': async (_request, { window }) => {
      // A command's window is never shown, and neither would another one be.
      if (!isCommand) await windows.open(window);
      return null;
    },
    'window:let-go': (_request, caller) => windows.letGo(caller.id),
    'app:restart': () => {
      if (isCommand) return null;
      windows.abandon();
      restartProgram();
      return null;
    },
  };
}

type FileChannel = Extract<keyof ContractHandlers, `file:${string}`>;

function fileHandlers({ begin, append, keep, discard, openSaved }: FileSaving): Pick<ContractHandlers, FileChannel> {
  return {
    'file:begin': begin,
    'file:append': append,
    'file:keep': keep,
    'file:discard': discard,
    'file:open-saved': openSaved,
  };
}

export async function readSettings(folder: DataFolder): Promise<Settings> {
  return readStoredSettings(await readJson(folder.settings));
}

async function writeSettings(folder: DataFolder, settings: Settings) {
  try {
    await writeJson(folder.settings, settings);
    return { ok: true } as const;
  } catch (error) {
    const code = writeFailureCode(error);
    return { ok: false, code: code === 'in-use' ? 'not-writable' : code, detail: String(error) } as const;
  }
}

/** Where something is put aside: the name tells when and what, in characters that every file system takes. */
function asidePath(folder: DataFolder, what: string): string {
  return join(folder.aside, `${new Date().toISOString().replaceAll(':', '-')}-${what}`);
}

/** Keeps what would otherwise be lost under a name that tells when and what; answers its path. */
export async function putAside(folder: DataFolder, what: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder.aside, { recursive: true });
  const path = asidePath(folder, `${what}.txt`);
  await writeAtomically(path, bytes);
  return path;
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

import { app, dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { join } from 'node:path';
import type { Command } from '#contract/archive-contract';
import { fromCallersFolder } from './command-run.ts';
import type { Caller } from './ipc-host.ts';
import { messages } from './messages.ts';

/** Their first word is a package; that of other commands is something else. */
const PACKAGE_COMMANDS: ReadonlySet<string> = new Set(['verify', 'restore', 'rehearse']);

/** The person has closed the dialog. */
export const CANCELLED = Symbol('cancelled');

/** Where packages are read and written: named on the command line or in the system's dialog, never by the page. */
export type BackupPaths = {
  /** Null: among the data folder's own backups. */
  readonly askTarget: (reason: string, caller: Caller, isSealed: boolean) => Promise<string | typeof CANCELLED | null>;
  /** The folder whose backups share their attachments: a command's --to. Null: none was named. */
  readonly sharedFolder: (reason: string) => string | null;
  readonly askSource: (caller: Caller) => Promise<string | null>;
  /** The folder that a package is restored into instead of the present archive; null: none was named. */
  readonly askFolder: (caller: Caller) => Promise<string | null>;
  /** Where backups go besides. */
  readonly askPlace: (caller: Caller) => Promise<string | null>;
};

/** @param isLocked a dialog may still be open when the archive is locked, and must not hand anything out then */
export function createBackupPaths(command: Command | null, isLocked: () => boolean): BackupPaths {
  if (command) {
    const file = PACKAGE_COMMANDS.has(command.name) ? command.arguments[0] : undefined;
    const out = command.name === 'backup' ? command.options['out'] : undefined;
    const to = command.name === 'backup' ? command.options['to'] : undefined;
    const into = command.name === 'restore' ? command.options['into'] : undefined;
    return {
      askTarget: (reason) =>
        Promise.resolve(typeof out === 'string' && reason === 'asked' ? fromCallersFolder(out) : null),
      sharedFolder: (reason) => (typeof to === 'string' && reason === 'asked' ? fromCallersFolder(to) : null),
      askSource: () => Promise.resolve(file === undefined ? null : fromCallersFolder(file)),
      askFolder: () => Promise.resolve(typeof into === 'string' ? fromCallersFolder(into) : null),
      askPlace: () => Promise.resolve(null),
    };
  }
  const folderDialog: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
  const askOne = async (window: BrowserWindow | null, options: OpenDialogOptions) => {
    const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
    return answer.canceled || isLocked() ? null : (answer.filePaths[0] ?? null);
  };
  const plain = { name: messages.packageType, extensions: ['zip'] };
  // No program but this one opens it, so it is not called what it is not.
  const sealed = { name: messages.sealedPackageType, extensions: ['rongdang'] };
  const either = { name: messages.packageType, extensions: [...plain.extensions, ...sealed.extensions] };
  return {
    askTarget: async (reason, { window }, isSealed) => {
      if (reason !== 'asked') return null;
      const day = new Date().toISOString().slice(0, 10);
      const name = isSealed ? messages.sealedPackageName(day) : messages.packageName(day);
      const filters = [isSealed ? sealed : plain];
      const options: SaveDialogOptions = { defaultPath: join(app.getPath('documents'), name), filters };
      const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
      return answer.canceled || answer.filePath === '' || isLocked() ? CANCELLED : answer.filePath;
    },
    sharedFolder: () => null,
    askSource: ({ window }) => askOne(window, { properties: ['openFile'], filters: [either] }),
    askFolder: ({ window }) => askOne(window, { ...folderDialog, title: messages.restoreFolderTitle }),
    askPlace: ({ window }) => askOne(window, { ...folderDialog, title: messages.secondPlaceTitle }),
  };
}

import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Command } from '#contract/archive-contract';
import type { Settings } from '#contract/settings';
import { openArchiveLock, type ArchiveLock } from '#services/archive-lock';
import { createOffers, type Offers } from '#services/attachment-offers';
import { completeRestore } from '#services/backup/complete-restore';
import { NO_KEYS } from '#services/backup/package-source';
import { readReadyMark } from '#services/backup/restore-folder';
import { SealedWithoutKeyError } from '#services/sealing/sealed-journal';
import { prepareDataFolder, profileFolder, UnknownArchiveError, type DataFolder } from '#services/data-folder';
import { writeFailureCode } from '#services/write-atomically';
import { parseArguments, type ParsedArguments } from '#services/parse-arguments';
import { registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { installMenu } from './electron/app-menu.ts';
import { createArchiveWindows, type ArchiveWindows } from './electron/archive-windows.ts';
import { openAttachments } from './electron/attachment-handlers.ts';
import { readCommandKeys } from './electron/command-keys.ts';
import { unlockForCommand } from './electron/command-lock.ts';
import { fromCallersFolder, readCommand, refuseCommand, type CommandError } from './electron/command-run.ts';
import { readSettings } from './electron/contract-handlers.ts';
import { createFileSaving } from './electron/file-saving.ts';
import { watchIdle } from './electron/idle-watch.ts';
import { takeArchive } from './electron/instance-lock.ts';
import { serveContract } from './electron/ipc-host.ts';
import { createLockControl, type LockControl } from './electron/lock-control.ts';
import { silenceChromium } from './electron/lock-down.ts';
import { messages } from './electron/messages.ts';
import { openArchive, type ArchiveParts, type OpenedArchive } from './electron/open-archive.ts';
import { pageSession } from './electron/page-session.ts';
import { createWindowCovers } from './electron/window-covers.ts';

const outFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const commandStart = process.argv.indexOf('--command');
const isCommand = commandStart !== -1;
const parsed = parseArguments(isCommand ? process.argv.slice(commandStart + 2) : process.argv.slice(1));
const mode = isCommand ? 'command' : 'window';
const wantsJson = parsed.options['json'] === true;

registerAppScheme();
silenceChromium();
app.setName('Rongdang');
if (process.platform === 'win32') app.setAppUserModelId('cn.rongdang.archive');
// Errors of a page that is not there yet must not end in a dialog that nobody can read.
process.on('unhandledRejection', (error) => {
  process.stderr.write(`${String(error)}\n`);
  if (isCommand) failCommand();
});

const root = dataRoot();
const folder = await prepareDataFolder(root).catch((error: unknown) => error);
const isReady = isDataFolder(folder);
app.setPath('userData', isReady ? profileFolder(root) : join(tmpdir(), `rongdang-without-data-${process.pid}`));
void app.whenReady().then(async () => {
  if (!isDataFolder(folder)) return refuseToOpen(describeObstacle(folder));
  return start(folder).catch((error: unknown) => refuseToOpen(describeOpeningError(error)));
});

function dataRoot(): string {
  const given = parsed.options['data'];
  if (isCommand && (asksForHelp(parsed) || (given === undefined && needsNoArchive(parsed)))) return passingFolder();
  return typeof given === 'string' ? fromCallersFolder(given) : join(app.getPath('documents'), '荣档数据');
}

function asksForHelp({ name, options }: ParsedArguments): boolean {
  return name === '' || name === 'help' || options['help'] === true;
}

/** Looking at or unpacking a package concerns no archive that is there already. */
function needsNoArchive({ name, arguments: words, options }: ParsedArguments): boolean {
  return (
    (name === 'verify' && words.length > 0) ||
    (name === 'restore' && options['into'] !== undefined && (words.length > 0 || options['as-of'] === undefined))
  );
}

/** Asking for help founds no archive in the documents folder, and opens none that is locked. */
function passingFolder(): string {
  const passing = join(tmpdir(), `rongdang-help-${process.pid}`);
  process.once('exit', () => {
    try {
      rmSync(passing, { recursive: true, force: true });
    } catch {
      // Chromium may still write there. An error now would keep the program from ending; no record is in it.
    }
  });
  return passing;
}

function isDataFolder(value: unknown): value is DataFolder {
  return typeof value === 'object' && value !== null && 'archiveId' in value;
}

/** The archive cannot be opened at all: a message that says so, then the end; nothing has been changed. */
async function refuseToOpen({ code, title, body }: Obstacle): Promise<void> {
  if (isCommand) return refuseCommand(wantsJson, { code, message: body, where: '--data' }, 2);
  process.stderr.write(`${title}: ${body}\n`);
  dialog.showErrorBox(title, body);
  app.exit(1);
}

type Obstacle = { readonly code: string; readonly title: string; readonly body: string };

function describeObstacle(error: unknown): Obstacle {
  const { openingFailedTitle, unknownArchive, dataFolderTitle, dataFolderBody } = messages;
  if (error instanceof UnknownArchiveError) {
    return { code: 'unknown-archive', title: openingFailedTitle, body: unknownArchive(root, error.message) };
  }
  return { code: 'data-not-writable', title: dataFolderTitle, body: dataFolderBody(root, String(error)) };
}

function describeOpeningError(error: unknown): Obstacle {
  if (error instanceof SealedWithoutKeyError) {
    return { code: 'key-missing', title: messages.openingFailedTitle, body: messages.lock.keyMissing(root) };
  }
  // Opening writes too: the mark that the folder is open, and the head where it was lost.
  if (writeFailureCode(error) !== 'failed') return describeObstacle(error);
  const { openingFailedTitle, openingFailed } = messages;
  return { code: 'opening-failed', title: openingFailedTitle, body: openingFailed(root, String(error)) };
}

async function start(prepared: DataFolder): Promise<void> {
  const hold = await takeArchive(root, mode);
  if (hold !== 'taken') return refuseSecondInstance(hold);
  const { dataFolder, restored } = await putRestoredInPlace(prepared);
  const lock = await openArchiveLock(dataFolder.root, () => performance.now());
  const offers = createOffers();
  const taken = await takeCommand(lock, offers);
  if ('code' in taken) return refuseCommand(wantsJson, taken, 2);
  const { command, keys } = taken;
  const attachments = await openAttachments(dataFolder.root);
  let settings = await readSettings(dataFolder);
  nativeTheme.themeSource = settings.theme;
  const { session, isInMemory } = pageSession(lock.state().isSealed);
  await serveApp(session, join(outFolder, 'renderer'), attachments, lock.isLocked);

  const preload = join(outFolder, 'preload', 'index.cjs');
  const windows = createArchiveWindows(
    { preload, session, stateFile: dataFolder.windowState, mode, isLocked: lock.isLocked },
    command && failCommand,
  );
  let opened: OpenedArchive | null = null;
  const settle = async () => opened?.settle();
  const control = putUnderLock(lock, windows, { settings: () => settings, settle, isInMemory });
  const output = command?.options['out'];
  const open = async () => {
    opened = await openArchive({
      folder: dataFolder,
      lock: { archive: lock, handlers: control.handlers },
      page: { session, isInMemory, windows, command },
      files: createFileSaving(typeof output === 'string' ? fromCallersFolder(output) : null, lock.isLocked),
      attachments,
      offers,
      keys,
      restored,
      readOnly: parsed.options['read-only'] === true,
      settings: () => settings,
      onSettings: (changed) => {
        settings = changed;
        nativeTheme.themeSource = changed.theme;
      },
    });
    return opened.handlers;
  };

  // Without the key nothing can be read, so the lock screen comes first; otherwise the archive is open before the page asks.
  const isShut = lock.isLocked() && lock.state().isSealed;
  const handlers = isShut ? control.unlocked.then(open) : Promise.resolve(await open());
  serveContract(control.handlers, handlers, lock.isLocked);
  followInstances(windows);
  await windows.open(null);
  await handlers;
}

type TakenCommand = Pick<ArchiveParts, 'keys'> & { readonly command: Command | null };

/** The command that this start is for, null for a window, and what sealed backups are opened with. */
async function takeCommand(lock: ArchiveLock, offers: Offers): Promise<TakenCommand | CommandError> {
  if (!isCommand) return { command: null, keys: NO_KEYS };
  const command = (await unlockForCommand(lock, parsed)) ?? (await readCommand(parsed, offers));
  if ('code' in command) return command;
  const keys = await readCommandKeys(parsed);
  return 'code' in keys ? keys : { command, keys };
}

/** A second start of a window wakes this one up; without a window the program ends. */
function followInstances(windows: ArchiveWindows): void {
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    if ((data as { mode?: unknown } | null)?.mode !== 'command') windows.wake();
  });
  app.on('window-all-closed', () => app.quit());
}

type LockedParts = {
  readonly settings: () => Settings;
  readonly settle: () => Promise<void>;
  readonly isInMemory: boolean;
};

/** The menu, the time without input and the lock screen, over all windows. */
function putUnderLock(lock: ArchiveLock, windows: ArchiveWindows, parts: LockedParts): LockControl {
  const { settings, settle, isInMemory } = parts;
  const covers = createWindowCovers(windows);
  const theme = () => settings().theme;
  const control = createLockControl({ lock, covers, theme, settle, isInMemory, onChange: showLockable });
  const menu = installMenu({
    openAnother: () => {
      if (!lock.isLocked()) void windows.open(BrowserWindow.getFocusedWindow());
    },
    lockNow: () => void control.lockNow(),
  });
  function showLockable() {
    menu.setLockable(lock.state().isSet && !lock.isLocked());
  }
  showLockable();
  const minutes = () => (isCommand ? 0 : settings().idleLockMinutes);
  watchIdle(minutes, () => void control.lockNow());
  return control;
}

/** Before anything of the archive is open; what was restored may be of another archive. */
async function putRestoredInPlace(prepared: DataFolder) {
  const restored = await readReadyMark(root);
  const isRestored = await completeRestore(root, new Date());
  return { dataFolder: isRestored ? await prepareDataFolder(root) : prepared, restored };
}

function failCommand(): void {
  void refuseCommand(wantsJson, { code: 'fault', message: messages.windowFailed, where: null }, 1);
}

async function refuseSecondInstance(holder: 'held-by-window' | 'held-by-command'): Promise<void> {
  if (isCommand) {
    return refuseCommand(wantsJson, { code: 'archive-in-use', message: messages.archiveInUse, where: '--data' }, 2);
  }
  // The start of a second window has already woken the first one up; behind a long command it needs a word.
  if (holder === 'held-by-command') dialog.showErrorBox(messages.productName, messages.archiveInUse);
  app.exit(0);
}

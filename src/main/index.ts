import { app, dialog, nativeTheme, session as electronSession, type BrowserWindow } from 'electron';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Command } from '#contract/archive-contract';
import { prepareDataFolder, profileFolder, UnknownArchiveError, type DataFolder } from '#services/data-folder';
import { openJournal } from '#services/journal';
import { parseArguments, type ParsedArguments } from '#services/parse-arguments';
import { registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { installMenu, openArchiveWindow, type ArchiveWindow } from './electron/archive-window.ts';
import { fromCallersFolder, readCommand, refuseCommand } from './electron/command-run.ts';
import { createContractHandlers, putAside, readSettings } from './electron/contract-handlers.ts';
import { createFileSaving } from './electron/file-saving.ts';
import { takeArchive } from './electron/instance-lock.ts';
import { serveContract } from './electron/ipc-host.ts';
import { lockDownContents, lockDownSession, silenceChromium } from './electron/lock-down.ts';
import { messages } from './electron/messages.ts';

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
  if (isCommand) void refuseCommand(wantsJson, { code: 'fault', message: messages.windowFailed, where: null }, 1);
});

const root = dataRoot(parsed);
const folder = await prepareDataFolder(root).catch((error: unknown) => error);
const isReady = isDataFolder(folder);
app.setPath('userData', isReady ? profileFolder(root) : join(tmpdir(), `rongdang-without-data-${process.pid}`));
void app.whenReady().then(async () => {
  if (!isDataFolder(folder)) return refuseToOpen(describeObstacle(folder));
  return start(folder).catch((error: unknown) => refuseToOpen(describeOpeningError(error)));
});

function dataRoot({ name, options }: ParsedArguments): string {
  const given = options['data'];
  if (isCommand && given === undefined && (name === '' || name === 'help' || options['help'] === true)) {
    return passingFolder();
  }
  return typeof given === 'string' ? fromCallersFolder(given) : join(app.getPath('documents'), '荣档数据');
}

/** Asking for help must not found an archive in the documents folder. */
function passingFolder(): string {
  const passing = join(tmpdir(), `rongdang-help-${process.pid}`);
  process.once('exit', () => rmSync(passing, { recursive: true, force: true }));
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
  const { openingFailedTitle, openingFailed } = messages;
  return { code: 'opening-failed', title: openingFailedTitle, body: openingFailed(root, String(error)) };
}

async function start(dataFolder: DataFolder): Promise<void> {
  const hold = await takeArchive(root, mode);
  if (hold !== 'taken') return refuseSecondInstance(hold);
  const command = isCommand ? await readCommand(parsed) : null;
  if (command && 'code' in command) return refuseCommand(wantsJson, command, 2);
  const journal = await openJournal({
    folder: dataFolder.journal,
    archiveId: dataFolder.archiveId,
    now: () => new Date(),
    putAside: (bytes) => putAside(dataFolder, 'torn-line', bytes),
  });
  nativeTheme.themeSource = (await readSettings(dataFolder)).theme;
  const session = electronSession.defaultSession;
  lockDownSession(session);
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
  await serveApp(session, join(outFolder, 'renderer'));
  installMenu();

  let archiveWindow: ArchiveWindow | null = null;
  const output = command?.options['out'];
  serveContract(
    createContractHandlers({
      folder: dataFolder,
      journal,
      session,
      files: createFileSaving(
        typeof output === 'string' ? fromCallersFolder(output) : null,
        () => archiveWindow?.window ?? null,
      ),
      command,
      setUnsaved: (unsaved) => archiveWindow?.setUnsaved(unsaved),
    }),
  );
  archiveWindow = await openArchiveWindow(join(outFolder, 'preload', 'index.cjs'), dataFolder.windowState, mode);
  watchWindow(archiveWindow.window, command);
}

async function refuseSecondInstance(holder: 'held-by-window' | 'held-by-command'): Promise<void> {
  if (isCommand) {
    return refuseCommand(wantsJson, { code: 'archive-in-use', message: messages.archiveInUse, where: '--data' }, 2);
  }
  // The start of a second window has already woken the first one up; behind a long command it needs a word.
  if (holder === 'held-by-command') dialog.showErrorBox(messages.productName, messages.archiveInUse);
  app.exit(0);
}

function watchWindow(window: BrowserWindow, command: Command | null): void {
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    if ((data as { mode?: unknown } | null)?.mode === 'command') return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  window.webContents.on('render-process-gone', (_event, details) => {
    process.stderr.write(`The page ended: ${details.reason}\n`);
    if (details.reason === 'clean-exit') return;
    if (command) void refuseCommand(wantsJson, { code: 'fault', message: messages.windowFailed, where: null }, 1);
    else offerToReopen(window);
  });
}

function offerToReopen(window: BrowserWindow): void {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'error',
    title: messages.crashedTitle,
    message: messages.crashedTitle,
    detail: messages.crashedBody,
    buttons: [messages.reopen, messages.quit],
    noLink: true,
  });
  if (answer === 0) window.webContents.reload();
  else app.quit();
}

import { app, dialog, type BrowserWindow } from 'electron';
import process from 'node:process';
import { openArchiveWindow, type ArchiveWindow, type WindowOptions } from './archive-window.ts';
import { messages } from './messages.ts';

/** All windows onto the one archive of this process; each guards what is unsaved in it. */
export type ArchiveWindows = {
  /** Opens a window, the second and later ones beside another. */
  readonly open: (beside: BrowserWindow | null) => Promise<void>;
  /** Windows are told apart by the id of their page. */
  readonly setUnsaved: (id: number, unsaved: boolean) => void;
  readonly isOpen: (id: number) => boolean;
  /** Asks where something is unsaved, and closes all windows but the one given; false when a person stays. */
  readonly letGo: (id: number) => Promise<boolean>;
  /** From now on no window asks before it closes. */
  readonly abandon: () => void;
  /** Brings the window used last to the front. */
  readonly wake: () => void;
  readonly all: () => readonly ArchiveWindow[];
};

/** @param onPageGone what to do instead of offering to reopen the window, in a command */
export function createArchiveWindows(options: WindowOptions, onPageGone: (() => void) | null): ArchiveWindows {
  const open = new Map<number, ArchiveWindow>();
  let usedLast: BrowserWindow | null = null;

  function watch(opened: ArchiveWindow): void {
    const { window } = opened;
    const { id } = window.webContents;
    open.set(id, opened);
    window.on('focus', () => (usedLast = window));
    window.once('closed', () => {
      open.delete(id);
      if (usedLast === window) usedLast = null;
    });
    window.webContents.on('render-process-gone', (_event, details) => {
      process.stderr.write(`The page ended: ${details.reason}\n`);
      if (details.reason === 'clean-exit') return;
      // What its form held is gone with it; drafts are what is left.
      opened.setUnsaved(false);
      if (onPageGone) onPageGone();
      else offerToReopen(window);
    });
  }

  return {
    open: async (beside) => watch(await openArchiveWindow(options, beside)),
    setUnsaved: (id, unsaved) => open.get(id)?.setUnsaved(unsaved),
    isOpen: (id) => open.has(id),
    letGo: async (id) => {
      for (const { mayDiscard } of open.values()) if (!(await mayDiscard())) return false;
      for (const [each, opened] of open) {
        if (each === id) continue;
        opened.setUnsaved(false);
        opened.window.close();
      }
      return true;
    },
    abandon: () => {
      for (const { setUnsaved } of open.values()) setUnsaved(false);
    },
    wake: () => {
      const window = usedLast ?? [...open.values()].at(-1)?.window;
      if (!window) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    all: () => [...open.values()],
  };
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

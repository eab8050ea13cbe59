import { app, BrowserWindow, dialog, nativeTheme, screen, type Session } from 'electron';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '#services/data-folder';
import { APP_URL, LOCK_URL } from './app-protocol.ts';
import { messages } from './messages.ts';

type WindowState = {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
};

const DEFAULT_STATE: WindowState = { width: 1280, height: 800, maximized: false };
/** How far a further window stands from the one before. */
const BESIDE = 32;
const SMALLEST = { width: 960, height: 600 };
/** The page backgrounds of the two themes, so that nothing flashes before the first paint. */
const BACKGROUND = { light: '#f5f6f8', dark: '#141517' };

export type ArchiveWindow = {
  readonly window: BrowserWindow;
  /** Whether a form holds something that closing would lose. */
  readonly setUnsaved: (unsaved: boolean) => void;
  /** Asks the person when something would be lost. */
  readonly mayDiscard: () => Promise<boolean>;
};

export type WindowOptions = {
  readonly preload: string;
  readonly session: Session;
  readonly stateFile: string;
  /** In command mode the window is never shown; the same page runs in it. */
  readonly mode: 'window' | 'command';
  readonly isLocked: () => boolean;
};

/** A window onto the archive; a further one opens a little beside the window that it was asked for in. */
export async function openArchiveWindow(
  { preload, session, stateFile, mode, isLocked }: WindowOptions,
  beside: BrowserWindow | null,
): Promise<ArchiveWindow> {
  const state = await firstState(stateFile, mode, beside);
  const window = new BrowserWindow({
    ...state,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: messages.productName,
    icon: join(app.getAppPath(), 'resources', 'icon.png'),
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
      // A command must run at full speed in a window that nobody sees.
      backgroundThrottling: mode === 'window',
    },
  });
  let unsaved = false;
  if (mode === 'window') {
    window.once('ready-to-show', () => {
      if (state.maximized) window.maximize();
      window.show();
    });
    window.on('close', (event) => {
      if (unsaved) {
        event.preventDefault();
        void askBeforeClosing(window);
        return;
      }
      rememberState(window, stateFile);
    });
  }
  const page = isLocked() ? LOCK_URL : APP_URL;
  void window.loadURL(mode === 'command' ? `${APP_URL}?command` : page);
  return {
    window,
    setUnsaved: (value) => (unsaved = value),
    mayDiscard: async () => !unsaved || mayDiscard(window),
  };
}

/** Written at once, since the program may end with the window; where a window stood is not worth failing over. */
function rememberState(window: BrowserWindow, stateFile: string): void {
  try {
    writeFileSync(stateFile, JSON.stringify(currentState(window)));
  } catch {
    // A full disk or a missing folder: the next window opens at its first place.
  }
}

/** A form holds something: closing waits for the person's word. */
async function askBeforeClosing(window: BrowserWindow): Promise<void> {
  if (await mayDiscard(window)) window.destroy();
}

async function mayDiscard(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: messages.unsavedTitle,
    message: messages.unsavedTitle,
    detail: messages.unsavedBody,
    buttons: [messages.stay, messages.discard],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

function currentState(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

async function firstState(stateFile: string, mode: WindowOptions['mode'], beside: BrowserWindow | null) {
  if (mode === 'command') return DEFAULT_STATE;
  if (!beside) return readState(stateFile);
  const { x, y, width, height } = beside.getNormalBounds();
  return onScreen({ x: x + BESIDE, y: y + BESIDE, width, height, maximized: false });
}

async function readState(stateFile: string): Promise<WindowState> {
  const saved = await readJson(stateFile);
  if (typeof saved !== 'object' || saved === null) return DEFAULT_STATE;
  const { width, height, x, y, maximized } = saved as Partial<Record<string, unknown>>;
  if (typeof width !== 'number' || typeof height !== 'number') return DEFAULT_STATE;
  const size = { width: Math.round(width), height: Math.round(height), maximized: maximized === true };
  if (typeof x !== 'number' || typeof y !== 'number') return size;
  return onScreen({ x: Math.round(x), y: Math.round(y), ...size });
}

/** A second screen that is gone must not take the window with it. */
function onScreen(bounds: Required<WindowState>): WindowState {
  const area = screen.getDisplayMatching(bounds).workArea;
  const isVisible =
    bounds.x < area.x + area.width && bounds.y < area.y + area.height && bounds.x + bounds.width > area.x;
  const { width, height, maximized } = bounds;
  return isVisible ? bounds : { width, height, maximized };
}

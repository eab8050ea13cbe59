import type { BrowserWindow } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import { APP_URL, LOCK_URL } from './app-protocol.ts';
import type { ArchiveWindows } from './archive-windows.ts';

/** The lock screen over all windows. */
export type WindowCovers = {
  /** Lets every page keep what is not saved; a page that does not answer is not waited for long. */
  readonly prepare: () => Promise<void>;
  /** A page has kept what it had to. */
  readonly setReady: (id: number) => void;
  /** Takes every page away, and shows the lock screen in its place. */
  readonly cover: () => void;
  /** Brings every window back to where it was. */
  readonly uncover: () => void;
};

const LONGEST_PREPARATION_MS = 2000;

export function createWindowCovers({ all }: Pick<ArchiveWindows, 'all'>): WindowCovers {
  /** The screen that each covered window showed: known to main alone. */
  const places = new WeakMap<BrowserWindow, string>();
  const preparing = new Map<number, () => void>();
  return {
    prepare: async () => {
      const ready = all().map(
        ({ window: { webContents } }) =>
          new Promise<void>((resolve) => {
            preparing.set(webContents.id, resolve);
            webContents.send('lock:coming');
          }),
      );
      await Promise.race([Promise.all(ready), wait(LONGEST_PREPARATION_MS)]);
      preparing.clear();
    },
    setReady: (id) => preparing.get(id)?.(),
    cover: () => {
      for (const { window, setUnsaved } of all()) {
        places.set(window, window.webContents.getURL().replace(/^[^#]*/, ''));
        // What a form held is kept as a draft.
        setUnsaved(false);
        window.webContents.closeDevTools();
        void show(window, LOCK_URL);
      }
    },
    uncover: () => {
      for (const { window } of all()) void show(window, `${APP_URL}${places.get(window) ?? ''}`);
    },
  };
}

/** No way leads back to the page before, neither by a key nor by a mouse. */
async function show({ webContents }: BrowserWindow, url: string): Promise<void> {
  // Chromium keeps the size of text by origin.
  const zoom = webContents.getZoomFactor();
  // A window that was closed meanwhile, or is covered again already, has nothing to be shown.
  const isShown = await webContents.loadURL(url).then(
    () => true,
    () => false,
  );
  if (!isShown) return;
  webContents.setZoomFactor(zoom);
  webContents.navigationHistory.clear();
}

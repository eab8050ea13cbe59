import type { RunningApp } from './archive-app.ts';

/** What the window's page was opened with, as Electron has it. */
export function webPreferences({ electron }: RunningApp): Promise<Record<string, unknown>> {
  return electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
}

import { app } from 'electron';
import { spawn } from 'node:child_process';
import process from 'node:process';

/** Ends this program and starts it again as it was started. Windows that hold something are not asked. */
export function restartProgram(): void {
  // An AppImage and a portable program run from a passing folder that goes with them.
  const execPath = process.env['APPIMAGE'] ?? process.env['PORTABLE_EXECUTABLE_FILE'];
  app.relaunch(execPath === undefined ? {} : { execPath });
  app.quit();
}

/** Starts this program on another data folder, beside this one. */
export function startOnFolder(folder: string): void {
  const child = spawn(process.execPath, [...ownSwitches(), '--data', folder], { detached: true, stdio: 'ignore' });
  // A window that does not appear says enough.
  child.once('error', (error) => process.stderr.write(`${String(error)}\n`));
  child.unref();
}

/** What the program itself was started with: the runtime's switches, and the application's folder unless packaged. */
export function ownSwitches(): readonly string[] {
  const switches = process.argv
    .slice(1)
    .filter((word) => /^--(?:no-sandbox|disable-|enable-|ozone-|use-gl)/.test(word));
  return app.isPackaged ? switches : [...switches, app.getAppPath()];
}

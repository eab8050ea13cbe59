/** Gives Electron a display: the machine's own, or an Xvfb that lives as long as the caller needs it. */
import { spawn } from 'node:child_process';
import process from 'node:process';

/** Debian packages that Electron needs on a bare machine; `.ci/run` installs the same list. */
const DEBIAN_PACKAGES = 'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 fonts-noto-cjk';

/**
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => void }>} the environment to start Electron with, and a
 * function that ends the virtual display if one was started.
 */
export async function openDisplay() {
  const hasDisplay = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (process.platform !== 'linux' || hasDisplay) return { env: process.env, close: () => {} };
  const { display, close } = await startXvfb();
  return { env: { ...process.env, DISPLAY: display }, close };
}

/** @returns {Promise<{ display: string, close: () => void }>} */
function startXvfb() {
  return new Promise((resolve, reject) => {
    // -displayfd lets the server pick a free number, so that parallel runs never collide. Without -noreset it begins
    // anew whenever its last window has gone, and a program that starts at that moment hangs or finds no display.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const close = () => void server.kill('SIGTERM');
    server.once('error', () => {
      reject(
        new Error(
          `This machine has no display and no Xvfb. Install what Electron needs:\n` +
            `  apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES}`,
        ),
      );
    });
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before it was ready.`)));
    server.stdio[3]?.once('data', (chunk) => {
      server.removeAllListeners('exit');
      process.once('exit', close);
      resolve({ display: `:${String(chunk).trim()}`, close });
    });
  });
}

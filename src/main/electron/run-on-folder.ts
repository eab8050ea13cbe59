import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { CommandOutcome, RunningOn } from '#services/backup/rehearse-package';
import { ownSwitches } from './start-program.ts';

/**
 * Runs a command of this very program on another data folder, in a process of its own. Its window is never shown, and
 * it sees nothing of the archive that is open here.
 */
export async function runOnFolder(
  words: readonly string[],
  { folder, input, signal }: RunningOn,
): Promise<CommandOutcome> {
  const args = [...ownSwitches(), '--command', '--', ...words, '--data', folder, '--json'];
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGKILL',
  });
  // Nobody waits for it as for their own work, and it must not outlive the program whose folder it stands in.
  if (child.pid !== undefined) lowerPriority(child.pid);
  // It may have ended without reading it.
  child.stdin.on('error', () => undefined).end(input);
  const end = () => child.kill();
  process.once('exit', end);
  const ended = new Promise<number | null>((resolve, reject) => {
    // One that is being ended still has the folder until it is gone.
    child.once('error', (error) => signal.aborted || reject(error));
    child.once('close', resolve);
  });
  try {
    const [exitCode, stdout, log] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    signal.throwIfAborted();
    return { exitCode, json: parseOrNull(stdout), log };
  } finally {
    process.off('exit', end);
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not allow it.
  }
}

function parseOrNull(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
}

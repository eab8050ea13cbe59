import process from 'node:process';

/** Whether a process is there, ended ones that nobody has asked after included. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

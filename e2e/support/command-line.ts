import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

export type CommandRun = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The answer, when stdout is exactly one JSON object. */
  readonly json: Record<string, unknown>;
};

/** Runs a command as IT staff would, in a process of its own. */
export function runCommand(words: readonly string[], stdin = ''): Promise<CommandRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(process.cwd(), 'scripts', 'rongdang.mjs'), ...words], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr, json: parseAnswer(stdout) }));
    child.stdin.end(stdin);
  });
}

function parseAnswer(stdout: string): Record<string, unknown> {
  try {
    return JSON.parse(stdout) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** What the system's own programs take to copy files and to hash the copies: the measure for whatever keeps files. */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** `cp` and then `sha256sum`, once, on all files of a folder together; ms. @param {string} sources @param {string} copies */
export function timeSystemCopy(sources, copies) {
  settle();
  const start = performance.now();
  run('cp', '-r', sources, copies);
  run('sha256sum', ...readdirSync(copies).map((name) => join(copies, name)));
  const elapsed = performance.now() - start;
  rmSync(copies, { recursive: true });
  return elapsed;
}

/** What an earlier round has left to be written must not be paid for by the next. */
export function settle() {
  run('sync');
}

/** @param {string} program @param {readonly string[]} words */
function run(program, ...words) {
  execFileSync(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
}

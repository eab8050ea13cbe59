import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { wrapKey } from '../sealing/wrapped-key.ts';
import type { OpenPackage } from './open-package.ts';
import { restoreBeside } from './restore-beside.ts';
import type { Watch } from './watch-work.ts';

/** A command of this program, run by a process of its own on a data folder. */
export type RunOnFolder = (words: readonly string[], on: RunningOn) => Promise<CommandOutcome>;
export type RunningOn = {
  readonly folder: string;
  /** What it reads from standard input, which no other account sees. */
  readonly input: string;
  readonly signal: AbortSignal;
};
export type CommandOutcome = { readonly exitCode: number | null; readonly json: unknown; readonly log: string };

export type Rehearsal = { readonly isGood: boolean; readonly detail: string };

const PREFIX = '.rehearsal-';
const PASSPHRASE_BYTES = 32;

/**
 * Restores a package into a folder of its own, and lets the same program open it: it rebuilds the archive from the
 * journal, and `restore` without --yes compares every record with the package's own lines and must find no difference;
 * `fixity` reads every attachment that a record names. The folder is removed in any case.
 *
 * @throws the operating system's error, a PackageError or a StoreFailedError when it could not be restored at all
 */
export async function rehearsePackage(
  opened: OpenPackage,
  root: string,
  { run, now, watch }: { readonly run: RunOnFolder; readonly now: () => Date; readonly watch: Watch },
): Promise<Rehearsal> {
  const { length: lacking } = opened.lacking;
  if (lacking > 0) return { isGood: false, detail: `${lacking} attachments beside it are missing or have changed` };
  await removeRehearsals(root);
  const folder = await mkdtemp(join(root, PREFIX));
  try {
    // Under a passphrase of its own, which goes with the folder: no record of it stands there in the open either.
    const passphrase = randomBytes(PASSPHRASE_BYTES).toString('hex');
    const seal = opened.seal && (await wrapKey(opened.seal.key, passphrase));
    await restoreBeside({ ...opened, seal }, folder, now(), watch);
    const on = { folder, input: seal ? passphrase : '', signal: watch.signal };
    const words = seal ? ['--passphrase-file', '-'] : [];
    const compared = await run(['restore', opened.path, ...words], on);
    const differences = readDifferences(compared.json);
    if (compared.exitCode !== 0 || differences === null) return failed('it could not be opened', compared);
    if (differences > 0) return failed(`${differences} records differ`, compared);
    if (opened.description.attachments === 'left-out') return { isGood: true, detail: '' };
    const checked = await run(['fixity', ...words], on);
    return checked.exitCode === 0
      ? { isGood: true, detail: '' }
      : failed('attachments are damaged or missing', checked);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a kill has left of an earlier rehearsal. */
async function removeRehearsals(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (name.startsWith(PREFIX)) await rm(join(root, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function failed(what: string, { exitCode, json, log }: CommandOutcome): Rehearsal {
  return { isGood: false, detail: `${what} (${exitCode}): ${JSON.stringify(json).slice(0, 500)} ${log.slice(-500)}` };
}

/** How many records the preview of a restore would change; null when the answer is none. */
function readDifferences(json: unknown): number | null {
  const changes = (json as { readonly changes?: unknown } | null)?.changes;
  if (typeof changes !== 'object' || changes === null) return null;
  const { added, changed, gone } = changes as Record<string, unknown>;
  const counts = [added, changed, gone];
  return counts.every((count): count is number => typeof count === 'number')
    ? counts.reduce((sum, count) => sum + count, 0)
    : null;
}

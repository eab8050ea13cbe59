import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResponseOf } from '#contract/archive-contract';
import type { PackageSummary } from '#contract/backup-contract';
import { RECORD_FORMAT } from '#domain/changes/change-set';
import type { ArchiveDatabase } from '#storage/database';
import { backupMessages } from '../../archive/backup-messages.ts';
import { callMain } from '../../archive/bridge.ts';
import { nameLacking, type LackingFile } from '../../archive/name-lacking.ts';
import { comparePackage, type PackageChanges } from '../../archive/compare-package.ts';
import { makeBackup } from '../../archive/make-backup.ts';
import { messages } from './messages.ts';
import { useLongWork } from './use-long-work.ts';

/** A package that was checked as a whole, and what it would change; null when nothing can be said. */
export type OpenedPackage = {
  readonly token: string;
  readonly summary: PackageSummary;
  readonly changes: PackageChanges | null;
  readonly lacking: readonly LackingFile[];
  readonly isOfOtherArchive: boolean;
};

export type RestoreStep =
  | { readonly is: 'opening' }
  /** Nothing more can be done with this package. */
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'closed' }
  /** It takes a passphrase; that which was tried last is another one. */
  | { readonly is: 'locked'; readonly isWrong: boolean }
  | { readonly is: 'preview'; readonly opened: OpenedPackage; readonly failed: string | null }
  | { readonly is: 'beside'; readonly folder: string };

type Found = ResponseOf<'package:open'>;

type Source = {
  readonly listed: string | null;
  /** Null when the archive that is here is not open. */
  readonly database: ArchiveDatabase | null;
};

/** The way from a package to a restored archive: checked, looked at, agreed to, and only then done. */
export function useRestoreWalk({ listed, database }: Source) {
  const work = useLongWork();
  const { run } = work;
  const [step, setStep] = useState<RestoreStep>({ is: 'opening' });
  const token = useRef<string | null>(null);
  const hasBegun = useRef(false);

  const take = useCallback(
    async (found: Found) => {
      token.current = 'token' in found ? found.token : null;
      setStep(await lookInto(found, database, run));
    },
    [run, database],
  );

  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    void run('check', () => callMain('package:open', { listed })).then(take);
  }, [run, take, listed]);

  const unlock = async (passphrase: string) => {
    const { current } = token;
    if (current === null) return;
    setStep({ is: 'locked', isWrong: false });
    const found = await run('check', () => callMain('package:unlock', { token: current, passphrase }));
    await take(found);
  };

  const fail = (opened: OpenedPackage, failed: string | null) => setStep({ is: 'preview', opened, failed });
  const restoreHere = async (opened: OpenedPackage) => {
    fail(opened, null);
    if (!(await callMain('window:let-go', null))) return fail(opened, messages.restore.stayed);
    const unsafe = database && (await run('safety', () => makeSafetyBackup(database)));
    if (unsafe !== null) return fail(opened, messages.restore.noSafety(unsafe));
    const restored = await run('restore', () => callMain('package:restore', { token: opened.token, to: 'here' }));
    if (!restored.ok) return fail(opened, backupMessages.packageFailed[restored.code]);
    // It ends with this page.
    await run('restart', async () => {
      await callMain('app:restart', null);
      await new Promise(() => undefined);
    });
  };
  const restoreBeside = async (opened: OpenedPackage) => {
    fail(opened, null);
    const restored = await run('restore', () => callMain('package:restore', { token: opened.token, to: 'folder' }));
    if (restored.ok) setStep({ is: 'beside', folder: restored.folder });
    else fail(opened, restored.code === 'cancelled' ? null : backupMessages.packageFailed[restored.code]);
  };
  const close = async () => {
    if (token.current !== null) await callMain('package:close', { token: token.current });
  };
  return { step, work, unlock, restoreHere, restoreBeside, close };
}

/** What comes behind opening a package: what it would change, or why there is no further way, or a passphrase. */
async function lookInto(
  found: Found,
  database: ArchiveDatabase | null,
  run: ReturnType<typeof useLongWork>['run'],
): Promise<RestoreStep> {
  if (!found.ok) {
    if (found.code === 'cancelled') return { is: 'closed' };
    if ('token' in found) return { is: 'locked', isWrong: found.code === 'wrong-passphrase' };
    return { is: 'refused', why: backupMessages.packageFailed[found.code] };
  }
  const { token, summary } = found;
  if (summary.recordFormat > RECORD_FORMAT) return { is: 'refused', why: messages.restore.newerRecords };
  const state = await callMain('journal:state', null);
  const isOfOtherArchive =
    state.status === 'intact' && state.head.sequence > 0 && state.archiveId !== summary.archiveId;
  const lacking = await nameLacking(token, summary);
  const opened = { token, summary, isOfOtherArchive, lacking };
  if (!database) return { is: 'preview', opened: { ...opened, changes: null }, failed: null };
  const changes = await run('compare', () => comparePackage(database, token, summary));
  if (!changes.ok) return { is: 'refused', why: backupMessages.packageFailed[changes.error.code] };
  return { is: 'preview', opened: { ...opened, changes: changes.value }, failed: null };
}

/** Why it could not be made; null when it was, or when there is nothing that could be lost. */
async function makeSafetyBackup(database: ArchiveDatabase): Promise<string | null> {
  const head = await database.applied.get('head');
  if ((head?.sequence ?? 0) === 0) return null;
  const made = await makeBackup(database, 'before-restore');
  return made.ok ? null : backupMessages.notMade[made.code];
}

import { randomUUID } from 'node:crypto';
import type { RequestOf, ResponseOf } from '#contract/archive-contract';
import { RECORD_PORTION, type PackageSummary } from '#contract/backup-contract';
import type { BackupNotes } from '#services/backup/backup-notes';
import { openPackage, type OpenPackage } from '#services/backup/open-package';
import { PassphraseError } from '#services/backup/package-error';
import type { PackageKeys } from '#services/backup/package-source';
import { readLines } from '#services/backup/read-lines';
import { rehearsePackage } from '#services/backup/rehearse-package';
import { restoreBeside } from '#services/backup/restore-beside';
import { isFreeForRestore, stageRestore } from '#services/backup/stage-restore';
import type { Watch } from '#services/backup/watch-work';
import type { BackupChannel, BackupServices } from './backup-handlers.ts';
import type { ContractHandlers } from './ipc-host.ts';
import { packageFailure, restoreFailure } from './package-failure.ts';
import { readJournalOf, restoreUpTo } from './package-journal.ts';
import { startOnFolder } from './start-program.ts';
import type { WorkDesk } from './work-desk.ts';

type Opened = {
  readonly package: OpenPackage;
  readonly reading: Map<string, AsyncGenerator<string>>;
  readonly nextJournalLines: ReturnType<typeof readJournalOf>;
};

/** What is done with packages that are there. Each is checked as a whole when it is opened, before anything else. */
export function createPackageHandlers(
  services: BackupServices,
  notes: BackupNotes,
  desk: WorkDesk,
): Pick<ContractHandlers, Exclude<Extract<BackupChannel, `package:${string}`>, 'package:restored-report'>> {
  const opened: OpenedPackages = { byToken: new Map(), sealed: new Map() };
  const { byToken } = opened;
  const folders = { restoredLast: '' };
  const unknown = (token: string) => ({ ok: false, code: 'unknown-token', detail: token }) as const;
  return {
    'package:open': ({ listed }, caller) =>
      desk.work(async (watch) => {
        const path = listed === null ? await services.paths.askSource(caller) : await notes.pathOf(listed);
        if (path === null) return { ok: false, code: listed === null ? 'cancelled' : 'missing', detail: '' } as const;
        return openNamed({ path, keys: services.keys, token: randomUUID() }, opened, watch);
      }),
    'package:unlock': ({ token, passphrase }) => {
      const path = opened.sealed.get(token);
      if (path === undefined) return unknown(token);
      const named = { path, keys: { ...services.keys, passphrase }, token };
      return desk.work((watch) => openNamed(named, opened, watch));
    },
    'package:records': (request) => nextLines(byToken.get(request.token), request),
    'package:journal': ({ token }) => byToken.get(token)?.nextJournalLines() ?? unknown(token),
    'package:close': async ({ token }) => {
      await byToken.get(token)?.package.close();
      byToken.delete(token);
      opened.sealed.delete(token);
      return null;
    },
    'package:restore': async ({ token, to }, caller) => {
      const found = byToken.get(token);
      if (!found) return unknown(token);
      if (to === 'here') return desk.work((watch) => restoreHere(services, found.package, watch));
      return desk.work(async (watch) => {
        const folder = await services.paths.askFolder(caller);
        if (folder === null) return { ok: false, code: 'cancelled', detail: '' } as const;
        const restored = await restoreInto(folder, found.package, watch);
        if (restored.ok) folders.restoredLast = folder;
        return restored;
      });
    },
    'package:start-restored': () => {
      if (folders.restoredLast === '') return false;
      startOnFolder(folders.restoredLast);
      return true;
    },
    'package:restore-up-to': async ({ token, sequence }, caller) => {
      const found = token === null ? null : byToken.get(token)?.package;
      return found === undefined
        ? unknown(token ?? '')
        : desk.work((watch) => restoreUpTo(services, found, { sequence, caller }, watch));
    },
    'package:rehearse': async ({ token }) => {
      const found = byToken.get(token);
      return found ? desk.work((watch) => rehearse(services, notes, found.package, watch)) : unknown(token);
    },
  };
}

type OpenedPackages = {
  readonly byToken: Map<string, Opened>;
  /** Where the files lie for which a passphrase is asked. */
  readonly sealed: Map<string, string>;
};

type Named = { readonly path: string; readonly keys: PackageKeys; readonly token: string };

async function openNamed(
  { path, keys, token }: Named,
  { byToken, sealed }: OpenedPackages,
  watch: Watch,
): Promise<ResponseOf<'package:open'>> {
  try {
    const found = await openPackage(path, watch, { keys });
    sealed.delete(token);
    byToken.set(token, { package: found, reading: new Map(), nextJournalLines: readJournalOf(found) });
    return { ok: true, token, summary: summarise(found) };
  } catch (error) {
    if (error instanceof PassphraseError) {
      sealed.set(token, path);
      return { ok: false, code: error.reason, detail: '', token };
    }
    return packageFailure(error);
  }
}

/** Whatever is saved from now on would not be there after the next start. */
async function restoreHere(
  { files, onRestoring }: BackupServices,
  found: OpenPackage,
  watch: Watch,
): Promise<ResponseOf<'package:restore'>> {
  const { root } = files.folder;
  onRestoring(true);
  try {
    await stageRestore({ ...found, seal: sealHere(files, found) }, root, files.store, watch);
    return { ok: true, folder: root, isReady: false };
  } catch (error) {
    onRestoring(false);
    return restoreFailure(error);
  }
}

/** It stands on the disk as everything else of this archive does; in one that has nothing yet, as in the backup. */
function sealHere({ seal, journal }: BackupServices['files'], found: OpenPackage): OpenPackage['seal'] {
  const state = journal.status();
  const isEmpty = state.status === 'intact' && state.head.sequence === 0 && state.missing === 0;
  return seal() ?? (isEmpty ? found.seal : null);
}

async function restoreInto(folder: string, found: OpenPackage, watch: Watch): Promise<ResponseOf<'package:restore'>> {
  try {
    if (!(await isFreeForRestore(folder))) return { ok: false, code: 'not-empty', detail: folder };
    await restoreBeside(found, folder, new Date(), watch);
    return { ok: true, folder, isReady: true };
  } catch (error) {
    return restoreFailure(error);
  }
}

/** Rehearses an opened package and remembers the outcome. */
export async function rehearse(
  { files, run }: BackupServices,
  notes: BackupNotes,
  found: OpenPackage,
  watch: Watch,
): Promise<ResponseOf<'package:rehearse'>> {
  try {
    const now = () => new Date();
    const outcome = await rehearsePackage(found, files.folder.root, { run, now, watch });
    const rehearsal = { ...outcome, at: now().toISOString() };
    const { path, bytes, seal, description, pooledBytes } = found;
    const { madeAt, reason, attachments, head } = description;
    const isSealed = seal !== null;
    const note = {
      path,
      bytes,
      pooledBytes,
      madeAt,
      reason,
      attachments,
      isSealed,
      sequence: head.sequence,
      rehearsal,
    };
    await notes.keep(note);
    return { ok: true, ...rehearsal };
  } catch (error) {
    // The program that was started is ended with an error of its own.
    if (watch.signal.aborted) return { ok: false, code: 'cancelled', detail: '' };
    return restoreFailure(error);
  }
}

async function nextLines(
  found: Opened | undefined,
  { token, kind }: RequestOf<'package:records'>,
): Promise<ResponseOf<'package:records'>> {
  if (!found) return { ok: false, code: 'unknown-token', detail: token };
  const file = found.package.records.get(kind);
  if (!file) return { ok: true, text: null };
  const lines = found.reading.get(kind) ?? readLines(found.package.read(file), RECORD_PORTION);
  found.reading.set(kind, lines);
  try {
    const next = await lines.next();
    // Whoever asks again behind the last line begins anew.
    if (next.done === true) found.reading.delete(kind);
    return { ok: true, text: next.done === true ? null : next.value };
  } catch (error) {
    return packageFailure(error);
  }
}

function summarise({ path, bytes, seal, description, attachments, lacking }: OpenPackage): PackageSummary {
  return {
    path,
    bytes,
    isSealed: seal !== null,
    madeAt: description.madeAt,
    reason: description.reason,
    application: description.application,
    recordFormat: description.recordFormat,
    archiveId: description.archiveId,
    head: { ...description.head },
    attachments: description.attachments,
    attachmentFiles: attachments.length,
    damagedAttachments: [...description.damagedAttachments],
    lackingAttachments: lacking.map((each) => ({ ...each })),
    records: { ...description.records },
  };
}

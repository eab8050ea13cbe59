import { shell } from 'electron';
import { randomUUID } from 'node:crypto';
import type { ResponseOf } from '#contract/archive-contract';
import { backupFailure } from '#services/backup/backup-failure';
import { createBackupNotes, type BackupNotes } from '#services/backup/backup-notes';
import { gatherContents, type ArchiveFiles, type BackupOrder } from '#services/backup/gather-contents';
import type { RunOnFolder } from '#services/backup/rehearse-package';
import { asksPassphrase, type PackageKeys } from '#services/backup/package-source';
import type { SecondPlace } from '#services/backup/second-place';
import type { Watch } from '#services/backup/watch-work';
import { writePackage } from '#services/backup/write-package';
import { writePooledPackage } from '#services/backup/write-pooled-package';
import { createSeal } from '#services/sealing/wrapped-key';
import { aimBackup } from './backup-goal.ts';
import type { BackupPaths } from './backup-paths.ts';
import type { Caller, ContractHandlers } from './ipc-host.ts';
import { createPackageHandlers } from './package-handlers.ts';
import { createRehearsalHandlers } from './rehearsal-watch.ts';
import { createWorkDesk, type WorkDesk } from './work-desk.ts';

export type BackupChannel = Extract<keyof ContractHandlers, `${'backup' | 'backups' | 'package'}:${string}`>;

export type BackupServices = {
  readonly files: ArchiveFiles;
  /** The version of the program, as packages name it. */
  readonly application: string;
  readonly paths: BackupPaths;
  /** What sealed packages are opened with before anybody is asked; a command seals with its passphrase as well. */
  readonly keys: PackageKeys;
  readonly run: RunOnFolder;
  readonly secondPlace: SecondPlace;
  /** Tells how far the work is where nobody can ask: on the command line. */
  readonly announce: (done: number, total: number) => void;
  readonly upgradeFailure: ResponseOf<'backups:upgrade-failure'>;
  /** A restoring of the present archive begins, or has failed after all. */
  readonly onRestoring: (isRestoring: boolean) => void;
  /** What this start has restored. */
  readonly restored: ResponseOf<'package:restored-report'>;
};

type Begun = {
  readonly order: Omit<BackupOrder, 'attachments'>;
  readonly records: Map<string, { lines: Uint8Array[]; count: number }>;
};

/** Backups, and what is done with packages: one piece of work at a time. */
export function createBackupHandlers(services: BackupServices): Pick<ContractHandlers, BackupChannel> {
  const notes = createBackupNotes(services.files.folder.root);
  const desk = createWorkDesk(services.announce);
  let { restored } = services;
  return {
    ...makingHandlers(services, notes, desk),
    ...createPackageHandlers(services, notes, desk),
    ...createRehearsalHandlers(services, notes, desk),
    'backup:progress': () => desk.progress(),
    'backup:cancel': () => desk.cancel(),
    'backups:upgrade-failure': () => services.upgradeFailure,
    'package:restored-report': () => {
      const told = restored;
      restored = null;
      return told;
    },
    'backups:reveal': async ({ listed }) => {
      const found = (await notes.list()).find(({ id }) => id === listed);
      if (!found || found.state === 'missing') return false;
      shell.showItemInFolder(found.path);
      return true;
    },
    'backups:list': async () =>
      Promise.all(
        (await notes.list()).map(async (note) => ({
          ...note,
          asksPassphrase: await asksPassphrase(note, services.keys),
        })),
      ),
  };
}

function makingHandlers(
  services: BackupServices,
  notes: BackupNotes,
  desk: WorkDesk,
): Pick<ContractHandlers, 'backup:begin' | 'backup:records' | 'backup:write'> {
  const { files, application } = services;
  const begun = new Map<string, Begun>();
  return {
    'backup:begin': ({ head, recordFormat, reason }) => {
      if (!files.journal.extentOf(head)) return { ok: false, code: 'out-of-step', detail: `${head.sequence}` };
      // Of a page that was closed in the middle; the records of a large archive are not kept twice.
      begun.clear();
      const token = randomUUID();
      const madeAt = new Date().toISOString();
      begun.set(token, { order: { application, recordFormat, head, madeAt, reason }, records: new Map() });
      return { ok: true, token };
    },
    'backup:records': ({ token, kind, records, text }) => {
      const backup = begun.get(token);
      if (!backup) return false;
      const known = backup.records.get(kind) ?? { lines: [], count: 0 };
      known.lines.push(Buffer.from(text, 'utf8'));
      backup.records.set(kind, { lines: known.lines, count: known.count + records });
      return true;
    },
    'backup:write': async ({ token, passphrase }, caller) => {
      const backup = begun.get(token);
      if (!backup) return { ok: false, code: 'unknown-token', detail: token };
      begun.delete(token);
      const { reason } = backup.order;
      // Those that the program makes by itself are opened by it without asking.
      const secret = reason === 'asked' ? (passphrase ?? services.keys.passphrase) : null;
      return desk.work((watch) => writeBackup(services, notes, backup, { secret, caller, watch }));
    },
  };
}

async function writeBackup(
  { files, paths, secondPlace }: BackupServices,
  notes: BackupNotes,
  { order, records }: Begun,
  { secret, caller, watch }: { readonly secret: string | null; readonly caller: Caller; readonly watch: Watch },
): Promise<ResponseOf<'backup:write'>> {
  const { madeAt, reason } = order;
  const { sequence } = order.head;
  try {
    // One that bears no passphrase of its own is encrypted as the archive is, or not at all.
    const seal = secret === null ? files.seal() : await createSeal(secret);
    const isSealed = seal !== null;
    const aim = { reason, at: new Date(madeAt), isSealed };
    const goal = await aimBackup({ folder: files.folder, paths, secondPlace, notes }, aim, caller);
    if (!goal.ok) return goal;
    const { target, shelf, attachments } = goal;
    const contents = await gatherContents(files, { ...order, attachments }, records);
    if (!contents) return { ok: false, code: 'out-of-step', detail: '' };
    const { path, bytes, damagedAttachments, ...written } =
      attachments === 'pooled'
        ? await writePooledPackage(target, contents, new Date(madeAt), { watch, seal })
        : { ...(await writePackage(target, contents, watch, seal)), pool: null };
    const pooledBytes = written.pool?.bytes ?? 0;
    // A backup that is whole is one, whether or not it can be noted.
    await notes
      .keep({ path, bytes, pooledBytes, madeAt, reason, attachments, isSealed, sequence, rehearsal: null })
      .catch(() => undefined);
    if (reason === 'second-place') await secondPlace.noteBackup({ at: madeAt, sequence }).catch(() => undefined);
    const removed = (await shelf?.tidy().catch(() => null)) ?? [];
    const told = { isSealed, damagedAttachments: [...damagedAttachments], removed: [...removed], pool: written.pool };
    return { ok: true, path, bytes, files: written.files, attachments, ...told };
  } catch (error) {
    return backupFailure(error);
  }
}

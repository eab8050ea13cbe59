import type { Command, ResponseOf } from '#contract/archive-contract';
import type { PackageSummary } from '#contract/backup-contract';
import { RECORD_FORMAT } from '#domain/changes/change-set';
import { refuse, succeed, type Result } from '#domain/result';
import type { ArchiveDatabase } from '#storage/database';
import { backupMessages } from '../../archive/backup-messages.ts';
import { callMain } from '../../archive/bridge.ts';
import { comparePackage, type PackageChanges } from '../../archive/compare-package.ts';
import { makeBackup } from '../../archive/make-backup.ts';
import { nameLacking } from '../../archive/name-lacking.ts';
import type { Session } from '../../archive/open-session.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { backupCommandMessages as messages } from './backup-messages.ts';
import {
  optionText,
  requireOption,
  type Answer,
  type CommandDefinition,
  type Refusal,
  type UnopenedCommandDefinition,
} from './command.ts';
import { messages as commandMessages } from './messages.ts';
import { readDay, restoreAsOf } from './restore-as-of.ts';

/** Main reads the passphrase itself; the page never sees it. */
export const BACKUP_PASSPHRASE = 'backup-passphrase-file';

type Opened = { readonly token: string; readonly summary: PackageSummary };
type Answered = Result<Answer, Refusal>;

/** `verify FILE`: reads every byte of a package and says whether it is whole. */
export function verifyPackage(command: Command): Promise<Answered> {
  return withPackage(command, async ({ token, summary }) => {
    const lacking = await nameLacking(token, summary);
    if (lacking.length > 0) {
      const message = [messages.recordsOnly, ...backupMessages.lacking(lacking)].join('\n');
      const report = { package: summary, lacking };
      return refuse({ code: 'attachments-missing', message, where: summary.path, report });
    }
    const madeAt = backupMessages.madeAt(summary.madeAt);
    const lines = [messages.whole(madeAt), backupMessages.contents(summary), ...damageOf(summary)];
    return succeed({ json: { ok: true, package: summary }, text: lines.join('\n') });
  });
}

/** `rehearse FILE`: restores a package into a passing folder, opens it with this program, and compares all of it. */
export const rehearse: UnopenedCommandDefinition = {
  options: [BACKUP_PASSPHRASE],
  arguments: 1,
  runUnopened: (command) =>
    withPackage(command, async ({ token, summary }) => {
      const rehearsed = await callMain('package:rehearse', { token });
      if (!rehearsed.ok) return refusePackage(rehearsed, summary.path);
      const { isGood, at, detail } = rehearsed;
      const report = { package: summary, rehearsal: { at, isGood, detail } };
      if (isGood) return succeed({ json: { ok: true, ...report }, text: messages.good });
      return refuse({ code: 'rehearsal-failed', message: messages.failed(detail), where: summary.path, report });
    }),
};

/**
 * `restore FILE`: says what it would change; with --yes prepares it, with --into DIR restores beside, with --as-of DAY
 * as it was then, which does not need a FILE.
 */
export const restore: CommandDefinition = {
  options: ['into', 'as-of', BACKUP_PASSPHRASE],
  switches: ['yes'],
  arguments: 1,
  withoutArchive: (command) => {
    const day = readDay(command);
    if (day) return restoreDay(command, day);
    return optionText(command, 'into') === null ? null : withPackage(command, restoreInto);
  },
  run: (command, session) =>
    withPackage(command, (opened) =>
      command.options['yes'] === true ? restoreHere(opened, session) : preview(opened, session),
    ),
  runDamaged: (command) => withPackage(command, (opened) => restoreOverDamage(opened, command.options['yes'] === true)),
};

async function restoreDay(command: Command, day: Result<string, Refusal>): Promise<Answered> {
  if (!day.ok) return day;
  const into = requireOption(command, 'into');
  if (!into.ok) return refuse({ code: 'bad-option', message: messages.asOfBeside, where: '--into' });
  if (command.arguments.length === 0) {
    const unused = refuseUnusedPassphrase(command);
    return unused ? refuse(unused) : restoreAsOf(null, day.value);
  }
  return withPackage(command, ({ token }) => restoreAsOf(token, day.value));
}

/** A passphrase for no package at all is a slip. */
export function refuseUnusedPassphrase(command: Command): Refusal | null {
  if (optionText(command, BACKUP_PASSPHRASE) === null) return null;
  return { code: 'bad-option', message: messages.nothingToOpen, where: `--${BACKUP_PASSPHRASE}` };
}

/** Opens the package that main has read from the command's words, and closes it whatever happens. */
async function withPackage(command: Command, work: (opened: Opened) => Promise<Answered>): Promise<Answered> {
  const [file] = command.arguments;
  if (file === undefined) {
    const message = commandMessages.argumentRequired(messages.file);
    return refuse({ code: 'bad-argument', message, where: 'FILE' });
  }
  const opened = await callMain('package:open', { listed: null });
  if (!opened.ok) return refusePackage(opened, file);
  try {
    return await work(opened);
  } finally {
    await callMain('package:close', { token: opened.token });
  }
}

type PackageFailure = Extract<
  ResponseOf<'package:open' | 'package:records' | 'package:restore' | 'package:rehearse'>,
  { ok: false }
>;

function refusePackage({ code, detail }: PackageFailure, where: string): Answered {
  if (code === 'needs-passphrase' || code === 'wrong-passphrase') {
    const why = backupMessages.packageFailed[code];
    const message = code === 'needs-passphrase' ? `${why}${messages.givePassphrase}` : why;
    return refuse({ code, message, where: `--${BACKUP_PASSPHRASE}` });
  }
  return refuse({ code, message: backupMessages.packageFailed[code], where, report: { detail } });
}

async function restoreInto({ token, summary }: Opened): Promise<Answered> {
  if (summary.recordFormat > RECORD_FORMAT) return refuseNewer(summary);
  const restored = await callMain('package:restore', { token, to: 'folder' });
  if (!restored.ok) return refusePackage(restored, '--into');
  const lines = [
    messages.restoredInto(restored.folder),
    backupMessages.contents(summary),
    ...damageOf(summary),
    ...(await lackOf({ token, summary })),
  ];
  return succeed({ json: { ok: true, folder: restored.folder, package: summary }, text: lines.join('\n') });
}

async function preview({ token, summary }: Opened, { archive }: Session): Promise<Answered> {
  const changes = await changesOf(archive.database, { token, summary });
  if (!changes.ok) return changes;
  const lines = [
    ...previewLines(summary, changes.value),
    ...(await lackOf({ token, summary })),
    ...(await strangeness(summary)),
    messages.addYes,
  ];
  return succeed({
    json: { ok: true, restored: false, package: summary, ...changesReport(changes.value) },
    text: lines.join('\n'),
  });
}

async function restoreHere({ token, summary }: Opened, { archive }: Session): Promise<Answered> {
  const changes = await changesOf(archive.database, { token, summary });
  if (!changes.ok) return changes;
  const safety = await makeBackup(archive.database, 'before-restore');
  if (!safety.ok || !('path' in safety)) {
    const why = safety.ok ? '' : backupMessages.notMade[safety.code];
    return refuse({ code: 'no-safety-backup', message: messages.noSafetyBackup(why), where: null });
  }
  const restored = await callMain('package:restore', { token, to: 'here' });
  if (!restored.ok) return refusePackage(restored, summary.path);
  const lines = [...previewLines(summary, changes.value), messages.ready(safety.path)];
  const report = { package: summary, safetyBackup: safety.path, ...changesReport(changes.value) };
  return succeed({ json: { ok: true, restored: true, ...report }, text: lines.join('\n') });
}

/**
 * In place of a journal that is damaged in the middle: nothing can be compared or backed up first, so the damaged
 * journal itself is what is put aside, whole.
 */
async function restoreOverDamage({ token, summary }: Opened, isAgreed: boolean): Promise<Answered> {
  if (summary.recordFormat > RECORD_FORMAT) return refuseNewer(summary);
  const { lines, broken } = await callMain('journal:inspect', null);
  const newer = Math.max(0, lines - summary.head.sequence);
  const report = { package: summary, damaged: broken, changeSetsAfter: newer };
  const told = [
    messages.preview(backupMessages.madeAt(summary.madeAt)),
    backupMessages.contents(summary),
    ...damageOf(summary),
    ...(await lackOf({ token, summary })),
    messages.overDamage(broken?.line ?? lines + 1, newer),
  ];
  if (!isAgreed) {
    return succeed({
      json: { ok: true, restored: false, ...report },
      text: [...told, messages.addYesOverDamage].join('\n'),
    });
  }
  const restored = await callMain('package:restore', { token, to: 'here' });
  if (!restored.ok) return refusePackage(restored, summary.path);
  return succeed({
    json: { ok: true, restored: true, ...report },
    text: [...told, messages.readyOverDamage].join('\n'),
  });
}

async function changesOf(
  database: ArchiveDatabase,
  { token, summary }: Opened,
): Promise<Result<PackageChanges, Refusal>> {
  if (summary.recordFormat > RECORD_FORMAT) return refuseNewer(summary);
  const changes = await comparePackage(database, token, summary);
  if (changes.ok) return changes;
  const { code, detail } = changes.error;
  return refuse({ code, message: backupMessages.packageFailed[code], where: summary.path, report: { detail } });
}

function refuseNewer({ path }: PackageSummary): { readonly ok: false; readonly error: Refusal } {
  return refuse({ code: 'newer-package', message: messages.newerRecords, where: path });
}

/** The package may be of another archive altogether. */
async function strangeness({ archiveId }: PackageSummary): Promise<readonly string[]> {
  const state = await callMain('journal:state', null);
  return state.status === 'intact' && state.archiveId !== archiveId ? [messages.otherArchive] : [];
}

function previewLines(summary: PackageSummary, { byKind }: PackageChanges): readonly string[] {
  return [
    messages.preview(backupMessages.madeAt(summary.madeAt)),
    backupMessages.contents(summary),
    ...damageOf(summary),
    ...(byKind.size === 0 ? [messages.noChanges] : [messages.wouldChange]),
    ...Array.from(byKind, ([kind, differences]) => messages.changes(KIND_NAMES[kind], differences)),
  ];
}

function changesReport({ total, byKind }: PackageChanges) {
  return { changes: { ...total, byKind: Object.fromEntries(byKind) } };
}

function damageOf({ damagedAttachments: { length } }: PackageSummary): readonly string[] {
  return length > 0 ? [backupMessages.damagedAttachments(length)] : [];
}

/** What it lacks beside it, by the names that people know. */
async function lackOf({ token, summary }: Opened): Promise<readonly string[]> {
  const lacking = backupMessages.lacking(await nameLacking(token, summary));
  return lacking.length > 0 ? [...lacking, backupMessages.lackingAnyway] : [];
}

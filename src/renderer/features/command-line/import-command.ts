import type { Command } from '#contract/archive-contract';
import { commitOf } from '#domain/import/commit-of';
import type { ImportCommit, ImportFile } from '#domain/import/import-commit';
import { planContext, readTemplates } from '#domain/import/plan-context';
import { NO_CHOICES, planImport } from '#domain/import/plan-import';
import type { ImportPlan } from '#domain/import/import-plan';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from '#storage/archive';
import { commitImport } from '#storage/commit-import';
import { readForImport } from '#storage/read-for-import';
import { backUpIfDue } from '../../archive/automatic-backup.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { describeReadNotice, describeReadProblem } from '../../archive/import-messages.ts';
import { describeCommitFailure } from '../../archive/problem-messages.ts';
import { readLedgerFile } from '../../jobs/read-ledger-file.ts';
import { optionText, type Answer, type CommandDefinition, type Refusal } from './command.ts';
import { importAnswer, importLines, knownIds, type PlacedId } from './import-answer.ts';
import { messages } from './messages.ts';
import { proposeRows, type ProposedBook } from './propose-rows.ts';

/** `import FILE`: reads a ledger or a decision, and adds what it says. What cannot be imported stops all of it. */
export const importFile: CommandDefinition = {
  options: ['kind'],
  switches: ['dry-run', 'only-valid'],
  arguments: 1,
  run: async (command, { archive }) => {
    const kind = readImportKind(command);
    if (!kind.ok) return kind;
    if (command.source === null) {
      return refuse({ code: 'bad-argument', message: messages.argumentRequired(messages.import.file), where: 'FILE' });
    }
    const planned = await planFile(archive, command.source, kind.value);
    if (!planned.ok) return planned;
    const onlySure = command.options['only-valid'] === true;
    const isDryRun = command.options['dry-run'] === true;
    const commit = commitOf(planned.value.plan, NO_CHOICES, { onlySure });
    return isDryRun ? succeed(dryAnswer(planned.value, commit)) : carryOut(archive, planned.value, commit, onlySure);
  },
};

type PlannedFile = { readonly book: ProposedBook; readonly plan: ImportPlan; readonly notices: readonly string[] };

async function planFile(
  archive: Archive,
  { name, bytes }: NonNullable<Command['source']>,
  kind: EntryKind | null,
): Promise<Result<PlannedFile, Refusal>> {
  const { result: read, sha256 } = await readLedgerFile(new Uint8Array(bytes), name);
  if (!read.ok) return refuse({ code: read.error.code, message: describeReadProblem(read.error), where: name });
  const { book: source, notices } = read.value;
  const file: ImportFile = { name, sha256, format: source.format };
  const present = await readForImport(archive.database);
  const today = archive.today();
  const templates = readTemplates(present.templates);
  const book = proposeRows(source, { fileName: name, today, units: present.units, templates, kind });
  const plan = planImport(book.rows, planContext(file, today, present), NO_CHOICES);
  return succeed({ book, plan, notices: notices.map(describeReadNotice) });
}

function dryAnswer({ book, plan, notices }: PlannedFile, commit: ImportCommit): Answer {
  const answer = importAnswer(book, plan, commit, knownIds(plan.entries));
  const lines = [...notices, messages.import.planned, ...importLines(answer, plan.rejected.length)];
  return { json: { ok: true, batch: null, ...answer, notices }, text: lines.join('\n') };
}

async function carryOut(
  archive: Archive,
  { book, plan, notices }: PlannedFile,
  commit: ImportCommit,
  onlySure: boolean,
): Promise<Result<Answer, Refusal>> {
  const known = knownIds(plan.entries);
  const nothing = { ...commit, additions: [], updates: [] };
  const untouched = { batch: null, ...importAnswer(book, plan, nothing, known), notices };
  if (plan.rejected.length > 0 && !onlySure) {
    const lines = [messages.import.rejected(plan.rejected.length), ...importLines(untouched, plan.rejected.length)];
    return refuse({ code: 'rejected-rows', message: lines.join('\n'), where: commit.file.name, report: untouched });
  }
  if (commit.additions.length + commit.updates.length === 0) {
    const lines = [...notices, ...importLines(untouched, plan.rejected.length)];
    return succeed({ json: { ok: true, ...untouched }, text: lines.join('\n') });
  }
  const withoutBackup = await backUpIfDue(archive, 'before-import');
  const warnings = withoutBackup === null ? [] : [messages.import.withoutBackup(backupMessages.notMade[withoutBackup])];
  const done = await commitImport(archive, commit);
  if (!done.ok) {
    const message = describeCommitFailure(done.error);
    return refuse({ code: done.error.code, message, where: commit.file.name });
  }
  const { batch, records, sequence, foundedUnits } = done.value;
  const given = records.map(({ id, place }): PlacedId => ({ ...place, id }));
  const answer = importAnswer(book, plan, commit, [...given, ...known]);
  const told = [...notices, ...warnings];
  const lines = [...told, ...importLines(answer, plan.rejected.length), messages.import.batch(batch.id)];
  return succeed({
    json: { ok: true, batch: batch.id, ...answer, notices: told, foundedUnits, sequence },
    text: lines.join('\n'),
  });
}

function readImportKind(command: Command): Result<EntryKind | null, Refusal> {
  const word = optionText(command, 'kind') ?? 'auto';
  if (word === 'auto') return succeed(null);
  const kind = ENTRY_KINDS.find((each) => each === word);
  if (kind !== undefined) return succeed(kind);
  return refuse({ code: 'bad-kind', message: messages.import.badKind(word), where: '--kind' });
}

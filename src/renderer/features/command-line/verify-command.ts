import type { ResponseOf } from '#contract/archive-contract';
import type { JournalInspection } from '#contract/health-contract';
import type { Attachment } from '#domain/records/attachment';
import { refuse, succeed } from '#domain/result';
import { ArchiveDatabase, recordTable } from '#storage/database';
import { readJournal } from '#storage/read-journal';
import { verifyCopy, type CopyCheck } from '#storage/verify-copy';
import { callMain } from '../../archive/bridge.ts';
import { journalPort } from '../../archive/open-session.ts';
import type { UnopenedCommandDefinition } from './command.ts';
import { messages } from './messages.ts';
import { BACKUP_PASSPHRASE, refuseUnusedPassphrase, verifyPackage } from './package-commands.ts';

type Problem = { readonly code: string; readonly message: string } & Readonly<Record<string, unknown>>;

/** Records that differ are counted in full, and so many of them named. */
const MOST_NAMED = 100;

/**
 * Reads the whole journal again and holds everything else against it: the head that is kept apart, the working copy in
 * full, the presence of attachments. Changes nothing, and works on an archive that does not open. Exit code 0 when all
 * is whole, 2 with the problems otherwise.
 */
export const verify: UnopenedCommandDefinition = {
  options: [BACKUP_PASSPHRASE],
  arguments: 1,
  runUnopened: async (command) => {
    if (command.arguments.length > 0) return verifyPackage(command);
    const unused = refuseUnusedPassphrase(command);
    if (unused) return refuse(unused);
    const journal = await callMain('journal:inspect', null);
    const state = await callMain('journal:state', null);
    const database = new ArchiveDatabase();
    const copy = await checkCopy(database, state);
    const attachments = await missingAttachments(database, journal, copy);
    const problems = [...journalProblems(journal), ...copyProblems(copy), ...attachments.problems];
    const report = { journal, workingCopy: copyReport(copy), attachments: { checked: attachments.checked } };
    const summary = messages.verify.summary(journal.lines, journal.files, attachments.checked);
    if (problems.length === 0) return succeed({ json: { ok: true, ...report }, text: summary });
    const message = [messages.verify.problems(problems.length), ...problems.map((problem) => problem.message)];
    return refuse({
      code: 'verify-problems',
      message: message.join('\n'),
      where: journal.broken && `${journal.broken.file}:${journal.broken.line}`,
      report: { ...report, problems },
    });
  },
};

/** A working copy that is in memory alone is made anew at each start: there is none to be checked. */
type Copy = CopyCheck | { readonly state: 'in-memory' };

async function checkCopy(database: ArchiveDatabase, state: ResponseOf<'journal:state'>): Promise<Copy> {
  if (state.status === 'damaged') return verifyCopy(database, journalPort, null);
  return state.isCopyInMemory ? { state: 'in-memory' } : verifyCopy(database, journalPort, state);
}

function journalProblems({ broken, missing, head }: JournalInspection): readonly Problem[] {
  const { journalBroken, journalBehind, headDifferent } = messages.verify;
  const problems: Problem[] = [];
  if (broken) {
    const { file, line } = broken;
    problems.push({ code: 'journal-broken', message: journalBroken(file, line), file, line });
  }
  if (missing > 0) problems.push({ code: 'journal-behind', message: journalBehind(missing), missing });
  if (head === 'different') problems.push({ code: 'head-different', message: headDifferent });
  return problems;
}

function copyProblems(copy: Copy): readonly Problem[] {
  const { copyStates, recordDifferent, historyDifferent } = messages.verify;
  switch (copy.state) {
    case 'empty':
    case 'in-memory':
    // The next start replays what is behind and converts what is older; nothing is wrong with either.
    case 'behind':
    case 'older-version':
      return [];
    case 'alone':
      return copy.isSound ? [] : [{ code: 'copy-incomplete', message: copyStates.incomplete }];
    case 'compared': {
      const named = copy.wrongRecords
        .slice(0, MOST_NAMED)
        .map(({ what, kind, id }) => ({ code: `record-${what}`, message: recordDifferent(what, id), kind, id }));
      const { wrongChangeSets: count } = copy;
      return count === 0 ? named : [...named, { code: 'history-different', message: historyDifferent(count), count }];
    }
    case 'unreadable':
      return [{ code: 'copy-unreadable', message: copyStates.unreadable, detail: copy.detail }];
    case 'missing':
    case 'newer-version':
    case 'ahead':
    case 'other-archive':
    case 'diverged':
      return [{ code: `copy-${copy.state}`, message: copyStates[copy.state] }];
  }
}

function copyReport(copy: Copy): object {
  if (copy.state !== 'compared') return copy;
  const { state, records, changeSets, wrongRecords, wrongChangeSets } = copy;
  return { state, records, changeSets, wrongRecords: wrongRecords.length, wrongChangeSets };
}

/** Files that records of the journal name, or those of the working copy when the journal cannot be read. */
async function missingAttachments(
  database: ArchiveDatabase,
  { broken }: JournalInspection,
  copy: Copy,
): Promise<{ readonly checked: number; readonly problems: readonly Problem[] }> {
  const named = new Map<string, string>();
  const name = ({ sha256, name: file }: Attachment) => named.set(sha256, file);
  if (broken === null) {
    for await (const changeSets of readJournal(journalPort, 0)) {
      for (const { changeSet } of changeSets) {
        for (const { after } of changeSet.changes) if (after.kind === 'attachment') name(after);
      }
    }
  } else if (copy.state === 'alone') {
    await recordTable(database, 'attachment').each(name);
  }
  const { missing } = await callMain('attachments:missing', { expected: [...named.keys()] });
  const problems = missing.map((sha256) => {
    const file = named.get(sha256) ?? '';
    return { code: 'attachment-missing', message: messages.verify.attachmentMissing(file), sha256, name: file };
  });
  return { checked: named.size, problems };
}

import { ADDABLE_KINDS, RECORD_KINDS } from '#domain/records/record-base';
import { touchesYear } from '#domain/dates/fuzzy-date';
import { isLedgerRecord, recordDate, recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { toBoundaryRecord } from '#domain/records/boundary-record';
import { readRecordDraft } from '#domain/records/record-draft';
import { countAfter, NO_RECORDS } from '#domain/changes/change-set';
import { refuse, succeed, type Result } from '#domain/result';
import { findRecord, listRecords } from '#storage/find-records';
import { loadSample } from '#storage/load-sample';
import { saveRecord } from '#storage/save-record';
import type { CommitFailure } from '#storage/commit-changes';
import { describeCommitFailure, describeNotice, describeProblem } from '../../archive/problem-messages.ts';
import { readYear, requireKind, type CommandDefinition, type Refusal } from './command.ts';
import { messages } from './messages.ts';
import { byDateThenTitle } from './record-order.ts';
import { requireRecord } from './require-record.ts';

export const sample: CommandDefinition = {
  options: [],
  arguments: 0,
  run: async (_command, { archive }) => {
    const seed = await import('#resources/seed/seed.json');
    const loaded = await loadSample(archive, seed.default, messages.sampleLabel);
    if (!loaded.ok) return refuse(commitRefusal(loaded.error));
    const changes = loaded.value?.changes ?? [];
    const { honor, plan, activity, unit } = countAfter(NO_RECORDS, changes);
    const added = { honor, plan, activity, unit };
    const total = changes.length;
    const counts = await Promise.all(RECORD_KINDS.map((kind) => listRecords(archive.database, kind)));
    const text = messages.sampleLoaded(total, counts.flat().length);
    return succeed({ json: { ok: true, added: total, byKind: added }, text });
  },
};

export const add: CommandDefinition = {
  options: ['kind', 'file'],
  arguments: 0,
  run: async (command, { archive }) => {
    const kind = requireKind(command, ADDABLE_KINDS);
    if (!kind.ok) return kind;
    if (command.input === null) {
      return refuse({ code: 'bad-option', message: messages.optionRequired('file'), where: '--file' });
    }
    const input = readJson(command.input);
    if (!input.ok) return input;
    const read = readRecordDraft(kind.value, input.value, archive.today());
    if (!read.ok) {
      const [first] = read.error;
      const message = read.error.map(describeProblem).join('；');
      return refuse({ code: first?.code ?? 'bad-record', message, where: first?.field || null });
    }
    const saved = await saveRecord(archive, read.value.draft, null);
    if (!saved.ok) return refuse(commitRefusal(saved.error));
    const notices = read.value.notices.map((notice) => ({ ...notice, message: describeNotice(notice) }));
    const built = saved.value.record;
    const record = toBoundaryRecord(built);
    const lines = [messages.added(recordTitle(built), record.id), ...notices.map((notice) => notice.message)];
    return succeed({
      json: { ok: true, id: record.id, record, notices, foundedUnits: saved.value.foundedUnits },
      text: lines.join('\n'),
    });
  },
};

/** Leading byte-order marks are common in files that Windows programs write. */
function readJson(text: string): Result<unknown, Refusal> {
  try {
    return succeed(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refuse({ code: 'bad-json', message: messages.badJson(detail), where: '--file' });
  }
}

function commitRefusal(failure: CommitFailure): Refusal {
  const where = failure.code === 'id-taken' ? 'id' : null;
  return { code: failure.code, message: describeCommitFailure(failure), where };
}

export const get: CommandDefinition = {
  options: [],
  arguments: 1,
  run: async (command, { archive }) => {
    const found = await requireRecord(command, (id) => findRecord(archive.database, id));
    if (!found.ok) return found;
    const shown = atBoundary(found.value);
    return succeed({ json: { ok: true, record: shown }, text: JSON.stringify(shown, null, 2) });
  },
};

export const list: CommandDefinition = {
  options: ['kind', 'year'],
  arguments: 0,
  run: async (command, { archive }) => {
    const kind = requireKind(command, RECORD_KINDS);
    if (!kind.ok) return kind;
    const year = readYear(command);
    if (!year.ok) return year;
    const records = await listRecords(archive.database, kind.value);
    const chosen = records
      .filter(
        (record) => year.value === null || (isLedgerRecord(record) && touchesYear(recordDate(record), year.value)),
      )
      .toSorted(byDateThenTitle);
    const lines = chosen.map(
      (record) => `${record.id}  ${isLedgerRecord(record) ? recordDate(record).raw : ''}  ${recordTitle(record)}`,
    );
    return succeed({
      json: { ok: true, records: chosen.map(atBoundary) },
      text: [...lines, messages.listed(chosen.length)].join('\n'),
    });
  },
};

function atBoundary(record: ArchiveRecord) {
  return { title: recordTitle(record), ...toBoundaryRecord(record) };
}

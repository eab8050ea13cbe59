import { diffRecords } from '#domain/changes/diff-records';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { succeed } from '#domain/result';
import { findRow } from '#storage/find-records';
import { readHistory, type RecordVersion } from '#storage/record-history';
import { ACTION_NAMES } from '../../archive/action-names.ts';
import { fieldLabel } from '../../archive/field-labels.ts';
import { createFieldWords } from '../../archive/field-words.ts';
import type { CommandDefinition } from './command.ts';
import { messages } from './messages.ts';
import { requireRecord } from './require-record.ts';

/** Every revision of a record, deleted or not: who changed what of it and when, latest first. */
export const history: CommandDefinition = {
  options: [],
  arguments: 1,
  run: async (command, { archive }) => {
    const found = await requireRecord(command, (id) => findRow(archive.database, id));
    if (!found.ok) return found;
    const record = found.value;
    const versions = [];
    for await (const version of readHistory(archive.database, record)) versions.push(describeVersion(version));
    const title = recordTitle(record);
    const lines = versions.flatMap(({ text }) => text);
    return succeed({
      json: { ok: true, id: record.id, kind: record.kind, title, versions: versions.map(({ json }) => json) },
      text: [messages.historyOf(title, versions.length), ...lines].join('\n'),
    });
  },
};

// What references point at is told by their ids.
const WORDS = createFieldWords(() => null);

function describeVersion({ sequence, at, by, action, before, after }: RecordVersion) {
  const differences = diffRecords(before, after, WORDS);
  const deletion = { isDeleted: after.deletedAt !== null, deleteReason: after.deleteReason };
  const json = {
    sequence,
    revision: after.revision,
    at,
    by,
    action,
    ...deletion,
    changes: differences.map(({ name, field, before: old, after: present }) => ({
      field: name,
      label: fieldLabel(name, after.kind),
      before: before === null ? null : (field.boundary(old) as unknown),
      after: field.boundary(present) as unknown,
    })),
  };
  const heading = `#${sequence}  ${at}  ${by}  ${ACTION_NAMES[action]}  ${deletionText(before, after)}`.trimEnd();
  const lines = differences.map(
    ({ name, beforeText, afterText }) =>
      `    ${fieldLabel(name, after.kind)}：${before === null ? '' : `${beforeText || messages.nothing} → `}${afterText || messages.nothing}`,
  );
  return { json, text: [heading, ...lines] };
}

function deletionText(before: ArchiveRecord | null, after: ArchiveRecord): string {
  if (before?.deletedAt === after.deletedAt || (before === null && after.deletedAt === null)) return '';
  return after.deletedAt === null ? messages.broughtBack : `${messages.intoBin} ${after.deleteReason ?? ''}`.trimEnd();
}

import type { ArchiveRecord, LedgerRecord, RecordOf } from '../records/archive-record.ts';
import type { AnyDraft, DraftOfKind } from '../records/record-draft.ts';
import type { LedgerKind, RecordId } from '../records/record-base.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';
import type { BoundaryRecipient } from '../records/reference-fields.ts';

/** New values for some fields of a record, as checked drafts, and the revision that they were decided on. */
export type RecordEdit = {
  readonly id: RecordId;
  readonly revision: number;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Everything that one change set of a ledger does to records of its kind. */
export type RecordChanges = {
  readonly kind: LedgerKind;
  readonly edits: readonly RecordEdit[];
  readonly additions: readonly AnyDraft[];
};

/** The draft that a record would have been made from, with some fields changed; all of it has been checked before. */
export function draftWithChanges<K extends LedgerKind>(
  record: RecordOf<K>,
  fields: Readonly<Record<string, unknown>>,
): DraftOfKind<K> {
  const { kind, id } = record as unknown as LedgerRecord;
  const kept = fieldsOf(kind).map(([name, field]) => {
    const value: unknown = field.boundary(fieldValue(record, name));
    return [name, field.type === 'recipients' ? recipientDrafts(value as readonly BoundaryRecipient[]) : value];
  });
  const draft: unknown = { kind, id, ...Object.fromEntries(kept), ...fields };
  return draft as DraftOfKind<K>;
}

function recipientDrafts(recipients: readonly BoundaryRecipient[]) {
  return recipients.map((each) => (typeof each === 'string' ? { name: each, role: '', unit: '' } : each));
}

/** The first of the edited records that somebody has changed since, or null. */
export function staleRecord(
  edits: readonly RecordEdit[],
  current: ReadonlyMap<string, ArchiveRecord>,
): ArchiveRecord | null {
  for (const { id, revision } of edits) {
    const record = current.get(id);
    if (record && record.revision !== revision) return record;
  }
  return null;
}

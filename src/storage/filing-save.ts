import { changeOf, type Change } from '#domain/changes/change-set';
import type { FilingItem } from '#domain/records/filing-item';
import { firstRevision, nextRevision, type Stamp } from '#domain/records/build-record';
import type { RecordId } from '#domain/records/record-base';
import type { FilableRecord } from '#domain/filing/filable-record';
import { filingToFields, storedCode } from '#domain/filing/filing-register';
import type { Filing } from '#domain/filing/filing';
import { refuseCodeChange } from '#domain/filing/refuse-code-change';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { readFilables, readFilingBooks, type FilingBooks } from './filing-books.ts';
import type { EditedRevision } from './save-record.ts';

/** How a record is to be filed from now on. `Filing` cannot hold a secret: `readFilingFields` refuses it by its code. */
export type FilingEdit = {
  readonly ownerId: RecordId;
  readonly filing: Filing;
  readonly note: string;
  /** The item that the person had before them; null when the record had none. */
  readonly edited: EditedRevision | null;
};

/**
 * Saves what is known of the filing of records: box, pages, marking and, before a code is issued, what it will be made
 * of. One change set, all or none. Codes are not given here, and an issued one is frozen: an edit that would give, take
 * or change one is answered as a conflict, with the item as it is.
 */
export async function saveFilingItems(
  archive: Archive,
  edits: readonly FilingEdit[],
  label: string,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const books = await readFilingBooks(archive.database);
    const owners = await readFilables(
      archive.database,
      edits.map(({ ownerId }) => ownerId),
    );
    const stamp = { at: archive.now(), by: archive.operator() };
    const changes: Change[] = [];
    for (const edit of edits) {
      const owner = owners.get(edit.ownerId);
      if (!owner) return refuse({ code: 'gone', id: edit.ownerId });
      const change = planEdit(edit, owner, books, stamp, archive.newId);
      if (!change.ok) return change;
      changes.push(change.value);
    }
    const isFirst = changes.every(({ before }) => before === null);
    const action = changes.length > 1 ? 'batch' : isFirst ? 'create' : 'update';
    return succeed({ action, label, changes } as const);
  });
}

function planEdit(
  { filing, note, edited }: FilingEdit,
  owner: FilableRecord,
  { register }: FilingBooks,
  stamp: Stamp,
  newId: () => string,
): Result<Change, CommitFailure> {
  const before = register.itemOf.get(owner.id) ?? null;
  const hadNothing = edited === null && before === null;
  if (!hadNothing && (before?.id !== edited?.id || before?.revision !== edited?.revision)) {
    return before ? refuse({ code: 'conflict', current: before }) : refuse({ code: 'gone', id: edited?.id ?? '' });
  }
  const givesCode = (before?.code ?? '') === '' && filing.code !== null;
  const isFrozen = before !== null && !refuseCodeChange(storedCode(before), filing).ok;
  if (givesCode || isFrozen) return refuse({ code: 'conflict', current: before ?? owner });
  const identity = before ? { id: before.id, ...nextRevision(before, stamp) } : newIdentity(newId, stamp);
  return succeed(changeOf(before, { ...buildFilingItem(owner, filing, note), ...identity }));
}

export function newIdentity(newId: () => string, stamp: Stamp) {
  return { id: newId() as RecordId, ...firstRevision(stamp) };
}

/** The content of an item, without its bookkeeping. */
export function buildFilingItem(owner: FilableRecord, filing: Filing, note: string) {
  const content = { owner: { printed: owner.title, id: owner.id }, ...filingToFields(filing), note };
  return { kind: 'filingItem', ...content } as const satisfies Partial<FilingItem>;
}

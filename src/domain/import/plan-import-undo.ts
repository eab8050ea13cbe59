import { changeOf, type Change } from '../changes/change-set.ts';
import { isSame } from '../changes/diff-records.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import { nextRevision, type Stamp } from '../records/build-record.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';

/** The archive as it is at the moment of the undo. */
export type ImportUndoTools = {
  /** The present row of an id, deleted or not. */
  readonly current: (id: string) => ArchiveRecord | undefined;
  /** What belongs to a record and is not deleted: attachments, links, filing. */
  readonly dependentsOf: (id: string) => readonly ArchiveRecord[];
  /** Whether the import itself made the record of that id. */
  readonly isOwn: (id: string) => boolean;
  readonly stamp: Stamp;
};

/** A record of an import that somebody has worked on since. */
export type EditedSince = {
  readonly record: ArchiveRecord;
  /** Names of the fields that say something else than the import left them saying. */
  readonly fields: readonly string[];
  /** Attachments, links and filing that it got. */
  readonly dependents: readonly ArchiveRecord[];
};

export type ImportUndo = {
  /** What takes the import back, without its units and its batch. */
  readonly changes: readonly Change[];
  readonly edited: readonly EditedSince[];
  /** How many of its records had been deleted already. */
  readonly gone: number;
};

/**
 * What takes back the records of an import. An addition is marked as deleted as it is now, with what belongs to it; of
 * a record that was there before, the fields that the import changed say again what they said, and others stay as they
 * are. What has been deleted since stays deleted.
 *
 * @param imported the changes that the import made; pairs that are no duplicates go with their records
 * @param keepEdited leaves records that were edited since as they are
 */
export function planImportUndo(imported: readonly Change[], keepEdited: boolean, tools: ImportUndoTools): ImportUndo {
  const { current, dependentsOf, isOwn, stamp } = tools;
  const changes = new Map<string, Change>();
  const edited: EditedSince[] = [];
  let gone = 0;
  const put = (change: Change) => void changes.set(change.after.id, change);
  for (const { before, after } of imported) {
    const present = current(after.id);
    if (present === undefined || present.deletedAt !== null) {
      gone += 1;
      continue;
    }
    // An update leaves alone what belongs to the record: it was there before and stays.
    const belonging = before === null ? dependentsOf(after.id) : [];
    const dependents = belonging.filter(({ id }) => !isOwn(id));
    const fields = differingFields(after, present);
    if (fields.length > 0 || dependents.length > 0) {
      edited.push({ record: present, fields, dependents });
      if (keepEdited) continue;
    }
    if (before !== null) put(putBack(before, after, present, stamp));
    else for (const record of [present, ...belonging]) put(changeOf(record, deleted(record, stamp)));
  }
  return { changes: [...changes.values()], edited, gone };
}

function differingFields(a: ArchiveRecord, b: ArchiveRecord): readonly string[] {
  return fieldsOf(a.kind).flatMap(([name]) => (isSame(fieldValue(a, name), fieldValue(b, name)) ? [] : [name]));
}

function putBack(before: ArchiveRecord, after: ArchiveRecord, present: ArchiveRecord, stamp: Stamp): Change {
  const earlier = differingFields(before, after).map((name) => [name, fieldValue(before, name)] as const);
  // It came from somewhere else before, or from nowhere.
  const origin = isSame(present.origin, after.origin) ? before.origin : present.origin;
  const content: object = Object.fromEntries<unknown>(earlier);
  return changeOf(present, { ...present, ...content, ...nextRevision(present, stamp), origin });
}

/** A record marked as deleted, as its next revision. */
export function deleted(record: ArchiveRecord, stamp: Stamp): ArchiveRecord {
  return { ...record, ...nextRevision(record, stamp), deletedAt: stamp.at, deleteReason: null };
}

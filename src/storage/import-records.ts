import { changeOf, type Change } from '#domain/changes/change-set';
import type { ArchiveRecord, RecordOf } from '#domain/records/archive-record';
import { createAuthorities } from '#domain/records/authorities';
import { buildRecord, type Authorities } from '#domain/records/build-record';
import type { RecordKind } from '#domain/records/record-base';
import type { AnyDraft } from '#domain/records/record-draft';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findReplaceable } from './find-records.ts';
import { readAuthorityRecords } from './read-authorities.ts';

/** Adds many records as one change set: all of them or none, and one undo takes them back. */
export async function importRecords(
  archive: Archive,
  drafts: readonly AnyDraft[],
  label: string,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const present = await readAuthorityRecords(archive.database);
    const stamp = { at: archive.now(), by: archive.operator() };
    const taken = new Set<string>();
    const changes: Change[] = [];

    /** Answers the id that cannot be given again, or null when the record was added. */
    const add = async (draft: AnyDraft, authorities: Authorities): Promise<string | null> => {
      const before = await findReplaceable(archive.database, draft);
      if (!before.ok || (draft.id !== undefined && taken.has(draft.id))) return draft.id ?? '';
      const { record, newUnits } = buildRecord(draft, before.value, authorities, stamp, archive.newId);
      present.units.add(newUnits);
      taken.add(record.id);
      changes.push(...newUnits.map((unit) => changeOf(null, unit)), changeOf(before.value, record));
      return null;
    };
    const addAll = async (some: readonly AnyDraft[], authorities: Authorities): Promise<string | null> => {
      for (const draft of some) {
        const clash = await add(draft, authorities);
        if (clash !== null) return clash;
      }
      return null;
    };
    // Records may name people and programmes of the same import, so these come first.
    const clashAmongFirst = await addAll(drafts.filter(isAuthority), createAuthorities(present));
    if (clashAmongFirst !== null) return refuse({ code: 'id-taken', id: clashAmongFirst });
    const added = changes.map(({ after }) => after);
    const authorities = createAuthorities({
      ...present,
      people: [...present.people, ...added.filter(isOf('person'))],
      programmes: [...present.programmes, ...added.filter(isOf('programme'))],
    });
    const rest = drafts.filter((draft) => !isAuthority(draft));
    const clash = await addAll(rest, authorities);
    if (clash !== null) return refuse({ code: 'id-taken', id: clash });
    return succeed({ action: 'import', label, changes } as const);
  });
}

function isAuthority({ kind }: AnyDraft): boolean {
  return kind === 'person' || kind === 'programme';
}

function isOf<K extends RecordKind>(kind: K): (record: ArchiveRecord) => record is ArchiveRecord & RecordOf<K> {
  return (record): record is ArchiveRecord & RecordOf<K> => record.kind === kind;
}

import { changeLabel } from '#domain/changes/change-label';
import { changeOf } from '#domain/changes/change-set';
import { UNKNOWN_DATE } from '#domain/dates/fuzzy-date';
import { recordTitle } from '#domain/records/archive-record';
import type { Attachment } from '#domain/records/attachment';
import { firstRevision } from '#domain/records/build-record';
import { TEXT_LIMITS } from '#domain/records/draft-fields';
import type { RecordId } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import { cleanText } from '#domain/text/clean-text';
import type { AttachmentRole } from '#domain/vocabulary/attachment-terms';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findRowsOfIds } from './find-rows-of-ids.ts';
import { listRecords } from './find-records.ts';

/** A file whose bytes are in the store already, and the record that it goes to. */
export type StoredFile = {
  readonly ownerId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
  readonly role: AttachmentRole;
  /** Text of a Word or PDF file; empty for everything else. */
  readonly extractedText: string;
};

export type AttachedFiles = Committed & { readonly attachments: readonly Attachment[] };

/**
 * Attaches files to their records, behind those that are there, as one change set. A file that its record has by the
 * very same bytes is left out; when nothing is left, the answer is a change that was the case already.
 */
export async function attachFiles(
  archive: Archive,
  files: readonly StoredFile[],
): Promise<Result<AttachedFiles, CommitFailure>> {
  return commitChanges(archive, async () => {
    const ids = [...new Set(files.map(({ ownerId }) => ownerId))];
    const rows = await findRowsOfIds(archive.database, ids);
    const owners = new Map(rows.filter(({ deletedAt }) => deletedAt === null).map((row) => [String(row.id), row]));
    const missing = ids.find((id) => !owners.has(id));
    if (missing !== undefined) return refuse({ code: 'gone', id: missing });

    const present = createPresence(await listRecords(archive.database, 'attachment'));
    const stamp = { at: archive.now(), by: archive.operator() };
    const attachments = files.flatMap((file): readonly Attachment[] => {
      const owner = owners.get(file.ownerId);
      const position = present.add(file.ownerId, file.sha256);
      if (!owner || position === null) return [];
      return [
        {
          kind: 'attachment',
          id: archive.newId() as RecordId,
          ...firstRevision(stamp),
          owner: { printed: recordTitle(owner), id: owner.id },
          sha256: file.sha256,
          bytes: file.bytes,
          mime: file.mime,
          name: attachmentName(file.name),
          role: file.role,
          position,
          rotation: 0,
          takenAt: UNKNOWN_DATE,
          photoGroup: null,
          caption: '',
          extractedText: cleanText(file.extractedText, 'many').text.slice(0, TEXT_LIMITS.prose),
          note: '',
        },
      ];
    });
    if (attachments.length === 0) return refuse({ code: 'same-already' });
    const label = changeLabel(attachments.map(({ name }) => name));
    const changes = attachments.map((each) => changeOf(null, each));
    return succeed({ action: 'attach', label, changes, attachments } as const);
  });
}

/** Knows what each record has, and where the next one goes. */
function createPresence(attachments: readonly Attachment[]) {
  const hashes = new Map<string, Set<string>>();
  const next = new Map<string, number>();
  const add = (ownerId: string, sha256: string, position: number) => {
    const known = hashes.get(ownerId) ?? new Set();
    hashes.set(ownerId, known.add(sha256));
    next.set(ownerId, Math.max(next.get(ownerId) ?? 0, position + 1));
  };
  for (const { owner, sha256, position } of attachments) if (owner?.id) add(owner.id, sha256, position ?? 0);
  return {
    /** The place of a new one, or null when the record has these bytes. */
    add: (ownerId: string, sha256: string): number | null => {
      if (hashes.get(ownerId)?.has(sha256) === true) return null;
      const position = next.get(ownerId) ?? 0;
      add(ownerId, sha256, position);
      return position;
    },
  };
}

/** A file's name as it is kept: only a name, whatever signs it has; a very long one keeps its end, where the type is. */
export function attachmentName(name: string): string {
  const { text } = cleanText(name, 'single');
  if (text.length <= TEXT_LIMITS.title) return text;
  const extension = /\.[^.\s]{1,10}$/u.exec(text)?.[0] ?? '';
  const room = TEXT_LIMITS.title - extension.length - 1;
  // A character outside the basic plane must not be cut in two.
  return `${text.slice(0, room).replace(/[\uD800-\uDBFF]$/, '')}…${extension}`;
}

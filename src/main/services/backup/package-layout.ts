import { BAG } from './bag.ts';
import { DESCRIPTION_FILE } from './package-description.ts';

/** The one folder at the top of the zip file (RFC 8493, 4.1). */
export const BASE = 'rongdang-backup/';

export const NOTE_FILE = 'data/说明.txt';
export const ARCHIVE_FILE = 'data/journal/archive.json';

/** What belongs to the archive without being a record: what was handed out, and what the office has set. */
export const BESIDE_FILES: readonly string[] = ['exports.jsonl', 'settings.json'];

export const besideName = (file: string): string => `data/${file}`;
export const journalName = (file: string): string => `data/journal/${file}`;
export const recordsName = (kind: string): string => `data/records/${kind}.jsonl`;
export const attachmentName = (sha256: string): string => `data/attachments/${sha256.slice(0, 2)}/${sha256}`;

const JOURNAL = /^data\/journal\/(\d{4}-\d{2}\.jsonl)$/;
const RECORDS = /^data\/records\/([A-Za-z]{1,40})\.jsonl$/;
const ATTACHMENT = /^data\/attachments\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/;

/** What a path in a package is; null for what does not belong there. */
export type PackagePart =
  | { readonly part: 'tag' | 'note' | 'archive' }
  | { readonly part: 'journal' | 'beside'; readonly file: string }
  | { readonly part: 'records'; readonly kind: string }
  | { readonly part: 'attachment'; readonly sha256: string };

const TAGS: ReadonlySet<string> = new Set([...Object.values(BAG), DESCRIPTION_FILE]);

export function partOf(path: string): PackagePart | null {
  if (TAGS.has(path)) return { part: 'tag' };
  if (path === NOTE_FILE) return { part: 'note' };
  if (path === ARCHIVE_FILE) return { part: 'archive' };
  const beside = BESIDE_FILES.find((name) => besideName(name) === path);
  if (beside !== undefined) return { part: 'beside', file: beside };
  const file = JOURNAL.exec(path)?.[1];
  if (file !== undefined) return { part: 'journal', file };
  const kind = RECORDS.exec(path)?.[1];
  if (kind !== undefined) return { part: 'records', kind };
  const sha256 = ATTACHMENT.exec(path)?.[2];
  return sha256 === undefined ? null : { part: 'attachment', sha256 };
}

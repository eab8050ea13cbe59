import { BAG } from './bag.ts';
import { PackageError } from './package-error.ts';
import { attachmentName, partOf } from './package-layout.ts';

/** Attachments that a package names without holding them: their bytes by their SHA-256. */
export type FetchList = ReadonlyMap<string, number>;

/**
 * The bag's `fetch.txt` (RFC 8493, 2.2.3): lines of URL, length and path. The URL has to be absolute, and a memory stick
 * has another letter on every computer, so each file is named by its hash (`ni:`, RFC 6920): whoever has such bytes has
 * the file. The authority says only that it is at hand; some programs take no URL without one.
 */
export function formatFetchList(files: FetchList): string {
  return Array.from(files, ([sha256, bytes]) => `${urlOf(sha256)} ${bytes} ${attachmentName(sha256)}\n`).join('');
}

/** @throws PackageError when a line names anything but an attachment by its own hash, or one twice */
export function parseFetchList(text: string): FetchList {
  const files = new Map<string, number>();
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const [, url, length, path] = /^(\S+)[ \t]+(\d{1,15})[ \t]+(\S+)$/.exec(line) ?? [];
    const part = path === undefined ? null : partOf(path);
    if (part?.part !== 'attachment' || url !== urlOf(part.sha256) || files.has(part.sha256)) {
      throw new PackageError('damaged', `${BAG.fetch}: ${JSON.stringify(line.slice(0, 200))}`);
    }
    files.set(part.sha256, Number(length));
  }
  return files;
}

const urlOf = (sha256: string): string => `ni://localhost/sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;

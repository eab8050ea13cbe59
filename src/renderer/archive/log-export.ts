import type { ExportEntry } from '#contract/export-contract';
import type { DocumentOrder } from '#domain/documents/compose-document';
import type { VersionedDocument } from '../jobs/produce-document.ts';
import { callMain } from './bridge.ts';
import type { Session } from './open-session.ts';

/**
 * Writes down that a document was handed out, so that it can be made again as it was. Answers whether it was written
 * down; the document is there either way.
 */
export async function logExport(
  { archive, info }: Pick<Session, 'archive' | 'info'>,
  order: DocumentOrder,
  document: VersionedDocument,
  path: string,
): Promise<boolean> {
  const entry: ExportEntry = {
    at: archive.now(),
    by: archive.operator(),
    kind: order.kind,
    title: order.options.title,
    order: JSON.stringify(order),
    version: document.version,
    program: info.version,
    file: path,
    bytes: document.bytes.byteLength,
    sha256: await sha256Of(document.bytes),
    entries: document.entries,
  };
  try {
    return (await callMain('exports:append', entry)).ok;
  } catch {
    return false;
  }
}

/** 64 lower-case hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import type { Attachment } from '../records/attachment.ts';

/** The records that have a certificate among their attachments. */
export function certifiedIds(attachments: readonly Attachment[]): ReadonlySet<string> {
  return new Set(attachments.flatMap(({ owner, role }) => (role === '证书' && owner?.id ? [String(owner.id)] : [])));
}

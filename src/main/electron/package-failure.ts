import { backupFailure } from '#services/backup/backup-failure';

/** Reading writes nothing, so whatever the disk says is that the package cannot be read. */
export function packageFailure(error: unknown) {
  const { code, detail } = backupFailure(error);
  switch (code) {
    case 'no-space':
    case 'not-writable':
    case 'in-use':
    case 'failed':
    case 'source-changed':
    case 'too-large':
      return { ok: false, code: 'unreadable', detail } as const;
    default:
      return { ok: false, code, detail } as const;
  }
}

/** No file of the archive is packed here that could change meanwhile, and none is larger than an attachment was. */
export function restoreFailure(error: unknown) {
  const { code, detail } = backupFailure(error);
  const isOfPacking = code === 'source-changed' || code === 'too-large';
  return { ok: false, code: isOfPacking ? 'failed' : code, detail } as const;
}

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
      return { ok: false, code: 'unreadable', detail } as const;
    default:
      return { ok: false, code, detail } as const;
  }
}

/** No file of the archive is packed here that could change meanwhile. */
export function restoreFailure(error: unknown) {
  const { code, detail } = backupFailure(error);
  return { ok: false, code: code === 'source-changed' ? 'failed' : code, detail } as const;
}

import type { ContractHandlers } from './ipc-host.ts';

const NOT_WRITABLE = { ok: false, code: 'not-writable', detail: 'read-only' } as const;
const LOCK_NOT_WRITABLE = { ...NOT_WRITABLE, waitMs: 0 } as const;

export type ReadOnly = {
  /** Started so: it stays so until the program ends. */
  readonly byStart: boolean;
  /** Started so, or set so. */
  readonly isOn: () => boolean;
};

/**
 * Refuses what would change the archive, whatever the page asks for: records, attachments, drafts, the history of exports, and
 * the settings with the passphrase unless read-only is one of them, so that it can be switched off again. What is derived from the records, the working copy
 * and the search's index, is kept up as ever.
 */
export function guardWrites(handlers: ContractHandlers, { byStart, isOn }: ReadOnly): ContractHandlers {
  return {
    ...handlers,
    'journal:append': (request, caller) =>
      isOn() ? { ok: false, code: 'read-only', detail: '' } : handlers['journal:append'](request, caller),
    'journal:accept-loss': (request, caller) => {
      if (isOn()) throw new Error('journal:accept-loss: refused, read-only.');
      return handlers['journal:accept-loss'](request, caller);
    },
    'attachments:take': (request, caller) =>
      isOn()
        ? { ok: false, code: 'store-not-writable', detail: 'read-only' }
        : handlers['attachments:take'](request, caller),
    'thumbnails:keep': (request, caller) => (isOn() ? NOT_WRITABLE : handlers['thumbnails:keep'](request, caller)),
    'drafts:keep': (request, caller) => (isOn() ? NOT_WRITABLE : handlers['drafts:keep'](request, caller)),
    'drafts:drop': (request, caller) => (isOn() ? NOT_WRITABLE : handlers['drafts:drop'](request, caller)),
    'exports:append': (request, caller) => (isOn() ? NOT_WRITABLE : handlers['exports:append'](request, caller)),
    'lock:set': (request, caller) => (byStart ? LOCK_NOT_WRITABLE : handlers['lock:set'](request, caller)),
    'lock:remove': (request, caller) => (byStart ? LOCK_NOT_WRITABLE : handlers['lock:remove'](request, caller)),
    'lock:accept-removal': (request, caller) =>
      byStart ? LOCK_NOT_WRITABLE : handlers['lock:accept-removal'](request, caller),
    'package:restore': (request, caller) =>
      isOn() && request.to === 'here' ? NOT_WRITABLE : handlers['package:restore'](request, caller),
    'second-place:choose': (request, caller) =>
      isOn() ? NOT_WRITABLE : handlers['second-place:choose'](request, caller),
    'second-place:forget': (request, caller) =>
      isOn() ? NOT_WRITABLE : handlers['second-place:forget'](request, caller),
    'settings:write': (request, caller) => (byStart ? NOT_WRITABLE : handlers['settings:write'](request, caller)),
  };
}

import * as v from 'valibot';
import { success, WRITE_FAILURES } from './contract-shapes.ts';
import { THEMES } from './settings.ts';

/** In characters. The shortest is that of NIST SP 800-63B. */
export const SHORTEST_PASSPHRASE = 8;
export const LONGEST_PASSPHRASE = 200;

export const typedPassphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_PASSPHRASE));
/** One that is set now, not one that was typed to open something. */
export const chosenPassphrase = v.pipe(v.string(), v.minLength(SHORTEST_PASSPHRASE), v.maxLength(LONGEST_PASSPHRASE));

const answer = v.union([
  success({}),
  v.object({
    ok: v.literal(false),
    /** `unfinished`: the passphrase is set, and encrypting, or ending that, goes on at the next start. */
    code: v.picklist(['wrong', 'waiting', 'damaged', 'unfinished', ...WRITE_FAILURES]),
    detail: v.string(),
    /** How long no passphrase is tried, in milliseconds. */
    waitMs: v.number(),
  }),
]);
export type LockAnswer = v.InferOutput<typeof answer>;

const lockStateSchema = v.object({
  /** There is a passphrase. */
  isSet: v.boolean(),
  isLocked: v.boolean(),
  /** `lock.json` is there and cannot be read. */
  isDamaged: v.boolean(),
  /** Somebody has taken `lock.json` away, and nobody has said yet that no passphrase is wanted. */
  wasRemoved: v.boolean(),
  /** The passphrase encrypts the records, besides locking the window. */
  isSealed: v.boolean(),
  /** The working copy from before records were encrypted still stands on the disk. */
  isRestartDue: v.boolean(),
  waitMs: v.number(),
  /** All that the lock screen may know of the settings. */
  theme: v.picklist(THEMES),
});
export type LockState = v.InferOutput<typeof lockStateSchema>;

/** The passphrase and the lock. While the archive is locked, the first two are all that main answers. */
export const lockChannels = {
  'lock:state': { request: v.null(), response: lockStateSchema },
  'lock:unlock': { request: v.object({ passphrase: typedPassphrase }), response: answer },
  /** Answers whether it is locked: without a passphrase it cannot be. */
  'lock:now': { request: v.null(), response: v.boolean() },
  'lock:set': {
    request: v.object({ present: v.nullable(typedPassphrase), passphrase: chosenPassphrase, encrypts: v.boolean() }),
    response: answer,
  },
  'lock:remove': { request: v.object({ present: typedPassphrase }), response: answer },
  'lock:accept-removal': { request: v.null(), response: answer },
} as const;

import type { Seal, WrappedKey } from './wrapped-key.ts';

/** The key that a sealed file was made with, as far as it is known without asking anybody; null otherwise. */
export type KeyOf = (wrapped: WrappedKey) => Promise<Buffer | null>;

/** The key stays the same when another passphrase seals it: what was sealed under the one before opens too. */
export function keyOfSeal({ key, wrapped: own }: Seal): KeyOf {
  return (wrapped) => Promise.resolve(wrapped.id === own.id ? key : null);
}

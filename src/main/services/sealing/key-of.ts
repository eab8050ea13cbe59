import { isDeepStrictEqual } from 'node:util';
import type { Seal, WrappedKey } from './wrapped-key.ts';

/** The key that a sealed file was made with, as far as it is known without asking anybody; null otherwise. */
export type KeyOf = (wrapped: WrappedKey) => Promise<Buffer | null>;

export function keyOfSeal({ key, wrapped: own }: Seal): KeyOf {
  return (wrapped) => Promise.resolve(isDeepStrictEqual(wrapped, own) ? key : null);
}

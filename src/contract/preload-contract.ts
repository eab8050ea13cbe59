import * as v from 'valibot';
import { offeredSchema } from './attachment-contract.ts';

/**
 * Channels that the preload itself uses and the page cannot call. A path is read from a real `File` that a person has
 * dropped or chosen, so no script can name one.
 */
export const preloadContract = {
  'attachments:offer-path': {
    request: v.object({ path: v.pipe(v.string(), v.minLength(1), v.maxLength(32_767)) }),
    response: offeredSchema,
  },
  /** The page has kept what it had to, and may be taken away. */
  'lock:ready': { request: v.null(), response: v.null() },
} as const;

export type PreloadChannel = keyof typeof preloadContract;
export type PreloadRequestOf<C extends PreloadChannel> = v.InferOutput<(typeof preloadContract)[C]['request']>;
export type PreloadResponseOf<C extends PreloadChannel> = v.InferOutput<(typeof preloadContract)[C]['response']>;

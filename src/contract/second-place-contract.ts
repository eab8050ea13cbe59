import * as v from 'valibot';
import { count, failure, success, WRITE_FAILURES } from './contract-shapes.ts';

const secondPlaceSchema = v.object({
  folder: v.string(),
  isThere: v.boolean(),
  isOnSameDisk: v.nullable(v.boolean()),
  lastSeen: v.string(),
  lastBackup: v.nullable(v.object({ at: v.string(), sequence: count })),
});
export type SecondPlace = v.InferOutput<typeof secondPlaceSchema>;

/** The place besides where backups go, on a disk that comes and goes; `backup:begin` with its reason writes there. */
export const secondPlaceChannels = {
  /** Looks whether it is there now; null when none was chosen. */
  'second-place:read': { request: v.null(), response: v.nullable(secondPlaceSchema) },
  /** Main asks where. */
  'second-place:choose': {
    request: v.null(),
    response: v.union([success({}), failure(['cancelled', 'inside-data-folder', ...WRITE_FAILURES])]),
  },
  'second-place:forget': { request: v.null(), response: v.union([success({}), failure(WRITE_FAILURES)]) },
} as const;

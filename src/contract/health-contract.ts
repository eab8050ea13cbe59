import * as v from 'valibot';
import { count } from './contract-shapes.ts';

const inspectionSchema = v.object({
  files: count,
  bytes: count,
  /** Lines of the chain that hold, from the first on. */
  lines: count,
  broken: v.nullable(v.object({ file: v.string(), line: count })),
  tornBytes: count,
  head: v.picklist(['agrees', 'older', 'ahead', 'different', 'none']),
  missing: count,
});
export type JournalInspection = v.InferOutput<typeof inspectionSchema>;

/** What `verify` and `health` ask; nothing is changed by asking, and none of it needs an archive that opens. */
export const healthChannels = {
  /** Reads the whole journal from the disk again. */
  'journal:inspect': { request: v.null(), response: inspectionSchema },
  'health:read': {
    request: v.null(),
    response: v.object({
      /** The head that is kept apart from the journal, as this start found it. */
      head: v.nullable(v.object({ sequence: count, at: v.string() })),
      session: v.object({ since: v.string(), uncleanExits: count, lastUnclean: v.nullable(v.string()) }),
      freeBytes: v.nullable(count),
    }),
  },
} as const;

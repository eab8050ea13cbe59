import * as v from 'valibot';
import { count, failure, hash, success, WRITE_FAILURES } from './contract-shapes.ts';

/** A document that was handed out: what it is, what it was made from, and the file. Main keeps it as it is. */
export const exportEntrySchema = v.object({
  /** ISO 8601 instant in UTC. */
  at: v.pipe(v.string(), v.maxLength(40)),
  by: v.string(),
  kind: v.pipe(v.string(), v.maxLength(40)),
  title: v.pipe(v.string(), v.maxLength(200)),
  /** What makes the same document again, as JSON text; null when nothing does. */
  order: v.nullable(v.pipe(v.string(), v.maxLength(250_000))),
  /** The journal's last change set that was in the data; of an archive without any the hash is empty. */
  version: v.object({ sequence: count, hash: v.pipe(v.string(), v.maxLength(64)) }),
  /** The version of the program: another one may lay the same data out otherwise. */
  program: v.string(),
  file: v.string(),
  bytes: count,
  sha256: hash,
  entries: count,
});
export type ExportEntry = v.InferOutput<typeof exportEntrySchema>;

export const exportChannels = {
  'exports:append': {
    request: exportEntrySchema,
    response: v.union([success({}), failure(WRITE_FAILURES)]),
  },
  /** The latest first. */
  'exports:read': {
    request: v.null(),
    response: v.object({
      entries: v.array(exportEntrySchema),
      /** Lines that cannot be read any more: they stay in the file. */
      unreadable: count,
    }),
  },
} as const;

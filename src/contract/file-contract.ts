import * as v from 'valibot';
import { bytesUpTo, failure, success, suggestedName, WRITE_FAILURES } from './contract-shapes.ts';

/** A file goes over in parts of at most so many bytes: the window stands still while one is copied. */
export const LARGEST_PART = 1024 * 1024;

const savedFileSchema = v.union([success({ path: v.string(), bytes: v.number() }), failure(WRITE_FAILURES)]);
export type SavedFile = v.InferOutput<typeof savedFileSchema>;

/** What stands for a file that is being written. */
const token = v.pipe(v.string(), v.uuid());

export const fileChannels = {
  /** Asks the person where (or uses the command's --out) and begins a file beside it. */
  'file:begin': {
    request: v.object({ suggestedName, type: v.picklist(['docx', 'xlsx', 'csv', 'json']) }),
    response: v.union([success({ token: v.string() }), failure(['cancelled', ...WRITE_FAILURES])]),
  },
  /** What cannot be written ends the file: nothing is left of it. */
  'file:append': {
    request: v.object({ token, bytes: bytesUpTo(LARGEST_PART) }),
    response: v.union([success({}), failure(WRITE_FAILURES)]),
  },
  /** Flushes the file and renames it into its place. */
  'file:keep': { request: v.object({ token }), response: savedFileSchema },
  'file:discard': { request: v.object({ token }), response: v.null() },
  /** Opens the file saved last, or shows it in its folder. The renderer never names a path. */
  'file:open-saved': { request: v.picklist(['open', 'reveal']), response: v.boolean() },
} as const;

import * as v from 'valibot';
import { bytesUpTo, count, failure, hash, success, suggestedName, WRITE_FAILURES } from './contract-shapes.ts';

/** What is pasted or made by the page itself crosses in one piece; a file with a path does not cross at all. */
export const LARGEST_PASTED = 64 * 1024 * 1024;
const LARGEST_READ = 8 * 1024 * 1024;
const LARGEST_THUMBNAIL = 512 * 1024;
const MOST_TOKENS = 10_000;
const MOST_EXPECTED = 1_000_000;

/** Stands for a file that a person has handed over in this session; nobody can make one up. */
const token = v.pipe(v.string(), v.uuid());
/** The file's own name: shown and kept, never a path. The longest that any file system has is 255. */
const ownName = v.pipe(v.string(), v.maxLength(1000));

export const offeredFileSchema = v.object({
  token,
  name: v.string(),
  /** The folders between the chosen folder and the file, with `/`; empty for a file that was chosen itself. */
  place: v.string(),
  bytes: count,
  /** Milliseconds since 1970; null for bytes that were never a file. */
  modified: v.nullable(v.number()),
});
export type OfferedFile = v.InferOutput<typeof offeredFileSchema>;

export const offeredSchema = v.union([
  success({ file: offeredFileSchema }),
  failure(['source-missing', 'source-unreadable', 'too-large']),
]);
/** What the preload's `offerFile` answers; the page runs it through the schema as any other answer. */
export type Offered = v.InferOutput<typeof offeredSchema>;

const fixityReportSchema = v.object({
  at: v.string(),
  checked: count,
  bytes: count,
  problems: v.array(v.object({ kind: v.picklist(['missing', 'changed', 'unreadable', 'unreferenced']), sha256: hash })),
});

/** Main checks the report's file with it too: a damaged one counts as none. */
export const storedFixityReportSchema = v.nullable(fixityReportSchema);

export const attachmentChannels = {
  /** Opens the system's dialog; answers the files that the person chose, or those below the chosen folder. */
  'attachments:choose-files': {
    request: v.picklist(['files', 'folder']),
    response: v.union([
      success({
        files: v.array(offeredFileSchema),
        /** The folder has more files than are taken at once (5,000). */
        more: v.boolean(),
        /** Files and folders that could not be read. */
        unreadable: count,
      }),
      failure(['cancelled']),
    ]),
  },
  /** Bytes that have no file: a pasted picture. They are held in memory until they are taken or released. */
  'attachments:offer-bytes': {
    request: v.object({ name: ownName, bytes: bytesUpTo(LARGEST_PASTED) }),
    response: offeredSchema,
  },
  'attachments:release': {
    request: v.object({ tokens: v.pipe(v.array(token), v.maxLength(MOST_TOKENS)) }),
    response: v.null(),
  },
  /** Copies the file into the store. When it answers, the copy is on the disk; a token that served is used up. */
  'attachments:take': {
    request: v.object({ token }),
    response: v.union([
      success({
        sha256: hash,
        bytes: count,
        /** The store had these very bytes already; there is one copy. */
        known: v.boolean(),
        mime: v.string(),
        name: v.string(),
      }),
      failure([
        'unknown-token',
        'source-missing',
        'source-unreadable',
        'source-changed',
        'disk-full',
        'too-large',
        'cancelled',
        'store-not-writable',
      ]),
    ]),
  },
  /** How far a taking is; null when it is not under way. `total` is null as long as it is not known. */
  'attachments:progress': {
    request: v.object({ token }),
    response: v.nullable(v.object({ done: count, total: v.nullable(count) })),
  },
  'attachments:cancel': { request: v.object({ token }), response: v.boolean() },
  /** What the store has under a hash, by its own bytes; null when it has nothing. */
  'attachments:describe': {
    request: v.object({ sha256: hash }),
    response: v.nullable(v.object({ bytes: count, mime: v.string() })),
  },
  /** Which of the files are not in the store; only their presence is looked at, `fixity:start` reads them. */
  'attachments:missing': {
    request: v.object({ expected: v.pipe(v.array(hash), v.maxLength(MOST_EXPECTED)) }),
    response: v.object({ missing: v.array(hash) }),
  },
  /** A piece of a stored file; `app://archive/attachment/<sha256>` is the way for all of a large one. */
  'attachments:read': {
    request: v.object({
      sha256: hash,
      offset: count,
      length: v.pipe(count, v.minValue(1), v.maxValue(LARGEST_READ)),
    }),
    response: v.union([success({ bytes: v.instance(Uint8Array), total: count }), failure(['missing', 'unreadable'])]),
  },
  /** Asks the person where, and copies there as a whole. `intact`: the bytes are those that were once taken. */
  'attachments:save-copy': {
    request: v.object({ sha256: hash, suggestedName }),
    response: v.union([
      success({ path: v.string(), bytes: count, intact: v.boolean() }),
      failure(['missing', 'cancelled', ...WRITE_FAILURES]),
    ]),
  },
  /** Thumbnails are derived: they may be gone at any time and are made again. WebP only. */
  'thumbnails:keep': {
    request: v.object({ sha256: hash, bytes: bytesUpTo(LARGEST_THUMBNAIL) }),
    response: v.union([success({}), failure(['missing', 'not-webp', ...WRITE_FAILURES])]),
  },
  'thumbnails:read': { request: v.object({ sha256: hash }), response: v.nullable(v.instance(Uint8Array)) },
  /** Reads every stored file again and compares it with its hash. False when a check is already running. */
  'fixity:start': {
    request: v.object({
      expected: v.pipe(v.array(hash), v.maxLength(MOST_EXPECTED)),
      /** Rests as long as it works, for a check beside somebody's work. */
      gentle: v.boolean(),
    }),
    response: v.boolean(),
  },
  'fixity:state': {
    request: v.null(),
    response: v.variant('status', [
      v.object({ status: v.literal('idle') }),
      v.object({ status: v.literal('running'), checked: count, total: count, bytes: count }),
      v.object({ status: v.literal('cancelled') }),
      v.object({
        status: v.literal('done'),
        report: fixityReportSchema,
        /** Why the report could not be kept in the data folder; null when it was. */
        unsaved: v.nullable(v.picklist(WRITE_FAILURES)),
      }),
      v.object({ status: v.literal('failed'), detail: v.string() }),
    ]),
  },
  'fixity:cancel': { request: v.null(), response: v.null() },
  /** The report of the last check that ran to its end, from the data folder. */
  'fixity:report': { request: v.null(), response: storedFixityReportSchema },
} as const;

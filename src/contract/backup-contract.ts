import * as v from 'valibot';
import { count, failure, hash, success, WRITE_FAILURES } from './contract-shapes.ts';
import { chosenPassphrase, typedPassphrase } from './lock-contract.ts';

/** How much text of records crosses at once, in UTF-16 code units. */
export const RECORD_PORTION = 4 * 1024 * 1024;
const LARGEST_PORTION = 80 * 1024 * 1024;

const token = v.pipe(v.string(), v.uuid());
const kind = v.pipe(v.string(), v.regex(/^[A-Za-z]{1,40}$/));
const head = v.object({ sequence: count, hash });

const BACKUP_REASONS = ['asked', 'daily', 'before-import', 'before-restore', 'second-place'] as const;

/** Why a file is not taken for a whole package. */
const PACKAGE_FAILURES = [
  'missing',
  'unreadable',
  'not-a-package',
  'newer-package',
  'damaged',
  'hostile',
  'cancelled',
] as const;

/** `pooled`: in the folder beside the package, which several packages share. */
const attachments = v.picklist(['included', 'left-out', 'pooled']);

const packageSummarySchema = v.object({
  path: v.string(),
  bytes: count,
  /** Encrypted: it takes a passphrase to open it. */
  isSealed: v.boolean(),
  madeAt: v.string(),
  reason: v.string(),
  /** The version of the program that made it. */
  application: v.string(),
  recordFormat: count,
  archiveId: v.string(),
  head,
  attachments,
  attachmentFiles: count,
  /** Attachments that were damaged already when the package was made. */
  damagedAttachments: v.array(hash),
  /** Attachments that should lie beside the package and cannot be had from there. */
  lackingAttachments: v.array(v.object({ sha256: hash, why: v.picklist(['missing', 'changed', 'unreadable']) })),
  /** Records by kind, deleted ones included. */
  records: v.record(v.string(), count),
});
export type PackageSummary = v.InferOutput<typeof packageSummarySchema>;

const listedBackupSchema = v.object({
  /** What a page names it by. */
  id: hash,
  path: v.string(),
  bytes: count,
  madeAt: v.string(),
  reason: v.string(),
  attachments,
  isSealed: v.boolean(),
  /** Encrypted, and not by the key of this archive: a person has to open it. */
  asksPassphrase: v.boolean(),
  sequence: count,
  state: v.picklist(['good', 'unproven', 'failed', 'missing']),
  rehearsal: v.nullable(v.object({ at: v.string(), isGood: v.boolean(), detail: v.string() })),
});
export type ListedBackup = v.InferOutput<typeof listedBackupSchema>;

const openedSchema = v.union([
  success({ token, summary: packageSummarySchema }),
  /** The token is for `package:unlock`. */
  v.object({
    ok: v.literal(false),
    code: v.picklist(['needs-passphrase', 'wrong-passphrase']),
    detail: v.string(),
    token,
  }),
  failure(['busy', 'unknown-token', ...PACKAGE_FAILURES]),
]);

/** One piece of work at a time; a path is named by the command line or in the system's dialog, never by the page. */
export const backupChannels = {
  /** Begins a backup as of a head of the journal; the records of that moment follow in `backup:records`. */
  'backup:begin': {
    request: v.object({ head, recordFormat: count, reason: v.picklist(BACKUP_REASONS) }),
    response: v.union([success({ token }), failure(['out-of-step'])]),
  },
  /** Whole lines of JSON, some at a time. False when the backup is not under way. */
  'backup:records': {
    request: v.object({ token, kind, records: count, text: v.pipe(v.string(), v.maxLength(LARGEST_PORTION)) }),
    response: v.boolean(),
  },
  /**
   * Answers when the package is on the disk, has been read again and has its name. With a passphrase it is encrypted; only
   * one that a person has asked for.
   */
  'backup:write': {
    request: v.object({ token, passphrase: v.nullable(chosenPassphrase) }),
    response: v.union([
      success({
        path: v.string(),
        bytes: count,
        files: count,
        attachments,
        isSealed: v.boolean(),
        damagedAttachments: v.array(hash),
        /** Older backups that were removed, as their turn had come. */
        removed: v.array(v.string()),
        /** Attachments in the folder beside it: copied now, and there already; null when it has none beside it. */
        pool: v.nullable(v.object({ copied: count, copiedBytes: count, known: count })),
      }),
      failure([
        'busy',
        'unknown-token',
        'out-of-step',
        'source-changed',
        'too-large',
        'inside-data-folder',
        ...PACKAGE_FAILURES,
        ...WRITE_FAILURES,
      ]),
    ]),
  },
  /** How far the work under way is, in bytes, and in files where files are written; null when there is none. */
  'backup:progress': {
    request: v.null(),
    response: v.nullable(
      v.object({ done: count, total: count, files: v.nullable(v.object({ done: count, total: count })) }),
    ),
  },
  'backup:cancel': { request: v.null(), response: v.boolean() },
  /** Opens a listed package, or the one that main is told of by a person, and reads and checks every byte of it. */
  'package:open': {
    request: v.object({ listed: v.nullable(hash) }),
    response: openedSchema,
  },
  /** Opens one for which a passphrase was asked. Another one may be tried at once: whoever has the file can do that anywhere. */
  'package:unlock': { request: v.object({ token, passphrase: typedPassphrase }), response: openedSchema },
  /** The next lines of a kind of records; null behind the last. */
  'package:records': {
    request: v.object({ token, kind }),
    response: v.union([success({ text: v.nullable(v.string()) }), failure(['unknown-token', ...PACKAGE_FAILURES])]),
  },
  /** The next lines of the package's journal; null behind the last. */
  'package:journal': {
    request: v.object({ token }),
    response: v.union([success({ text: v.nullable(v.string()) }), failure(['unknown-token', ...PACKAGE_FAILURES])]),
  },
  'package:close': { request: v.object({ token }), response: v.null() },
  /**
   * Prepares it in the present data folder, where the next start puts it in its place and until then nothing can be
   * saved any more, or restores it into an empty folder: the command's --into, or one that main asks for.
   */
  'package:restore': {
    request: v.object({ token, to: v.picklist(['here', 'folder']) }),
    response: v.union([
      success({ folder: v.string(), isReady: v.boolean() }),
      failure(['busy', 'unknown-token', 'not-empty', ...PACKAGE_FAILURES, ...WRITE_FAILURES]),
    ]),
  },
  /**
   * Restores an archive as it was behind a line of its journal into the command's --into: that of a package, or the
   * present one without a token.
   */
  'package:restore-up-to': {
    request: v.object({ token: v.nullable(token), sequence: v.pipe(count, v.minValue(1)) }),
    response: v.union([
      success({ folder: v.string() }),
      failure(['busy', 'unknown-token', 'not-empty', ...PACKAGE_FAILURES, ...WRITE_FAILURES]),
    ]),
  },
  /** Restores it into a passing folder, compares all of it, and remembers the outcome. */
  'package:rehearse': {
    request: v.object({ token }),
    response: v.union([
      success({ isGood: v.boolean(), detail: v.string(), at: v.string() }),
      failure(['busy', 'unknown-token', ...PACKAGE_FAILURES, ...WRITE_FAILURES]),
    ]),
  },
  /** Rehearses a backup when none has passed for a month and nobody is at the computer; null when nothing was done. */
  'backup:rehearse-if-due': {
    request: v.null(),
    response: v.nullable(v.object({ path: v.string(), isGood: v.boolean(), detail: v.string() })),
  },
  /** Why the backup before an upgrade could not be made at this start; null when it was made or not needed. */
  'backups:upgrade-failure': {
    request: v.null(),
    response: v.nullable(v.picklist(['source-changed', 'too-large', ...PACKAGE_FAILURES, ...WRITE_FAILURES])),
  },
  /** Starts the program on the folder restored into last; false when there is none. */
  'package:start-restored': { request: v.null(), response: v.boolean() },
  /** What this start of the program has put in place, told once; null otherwise. */
  'package:restored-report': {
    request: v.null(),
    response: v.nullable(v.object({ madeAt: v.string(), source: v.string() })),
  },
  'backups:list': { request: v.null(), response: v.array(listedBackupSchema) },
  /** Shows a listed package in its folder; false when it is not there. */
  'backups:reveal': { request: v.object({ listed: hash }), response: v.boolean() },
} as const;

import * as v from 'valibot';
import { attachmentChannels, offeredFileSchema, type Offered } from './attachment-contract.ts';
import { backupChannels } from './backup-contract.ts';
import { count, failure, hash, success } from './contract-shapes.ts';
import { draftChannels } from './draft-contract.ts';
import { healthChannels } from './health-contract.ts';
import { exportChannels } from './export-contract.ts';
import { lockChannels } from './lock-contract.ts';
import { fileChannels } from './file-contract.ts';
import { secondPlaceChannels } from './second-place-contract.ts';
import { settingsSchema } from './settings.ts';

/**
 * Everything that main offers the renderer. Main checks each request against `request` and each answer goes through
 * `response` in the renderer, so both sides can trust the types at run time too.
 */
const sequence = count;
/** A change set as JSON text: main stores it as it is and never looks inside. */
const changeSetText = v.pipe(v.string(), v.startsWith('{'), v.maxLength(64 * 1024 * 1024));

const journalHeadSchema = v.object({ sequence, hash });
const journalEntrySchema = v.object({ sequence, hash, text: v.string() });

const journalStateSchema = v.variant('status', [
  v.object({
    status: v.literal('intact'),
    archiveId: v.string(),
    head: journalHeadSchema,
    /** Set when an unfinished last line was put aside at this start: where it is kept. */
    tornTail: v.nullable(v.string()),
    /** How many acknowledged change sets have gone from the journal's end; the head that is kept apart tells. */
    missing: count,
    /** The session before did not end in order, and the working copy was not compared in full since. */
    isDoubtful: v.boolean(),
    /** The working copy is in memory alone, and made anew from the journal at each start. */
    isCopyInMemory: v.boolean(),
  }),
  v.object({ status: v.literal('damaged'), file: v.string(), line: v.number() }),
]);

/** The largest file that `import` hands over, in bytes; readers of ledgers stop at less and say why. */
export const LARGEST_SOURCE = 256 * 1024 * 1024;

const commandSchema = v.object({
  name: v.string(),
  arguments: v.array(v.string()),
  options: v.record(v.string(), v.union([v.string(), v.literal(true)])),
  json: v.boolean(),
  /** The text of --file or --from, read by main; null when the command has none. */
  input: v.nullable(v.string()),
  /** The files of `attach`, offered by main as if they had been dropped; empty for every other command. */
  files: v.array(offeredFileSchema),
  /** The file of `import`, read by main; null for every other command. */
  source: v.nullable(v.object({ name: v.string(), bytes: v.instance(Uint8Array) })),
});
export type Command = v.InferOutput<typeof commandSchema>;

export const archiveContract = {
  'app:info': {
    request: v.null(),
    response: v.object({
      mode: v.picklist(['window', 'command']),
      version: v.string(),
      electron: v.string(),
      dataFolder: v.string(),
      account: v.string(),
      platform: v.string(),
      /** Started with `--read-only`; the setting of the same name is told by the settings. */
      readOnly: v.boolean(),
    }),
  },
  'journal:state': { request: v.null(), response: journalStateSchema },
  'journal:append': {
    request: v.object({ expected: journalHeadSchema, text: changeSetText }),
    response: v.union([
      success({ head: journalHeadSchema }),
      failure(['out-of-step', 'no-space', 'not-writable', 'failed', 'read-only']),
    ]),
  },
  'journal:read': {
    request: v.object({ after: sequence }),
    response: v.object({ entries: v.array(journalEntrySchema) }),
  },
  /** Goes on with what the journal has, when a person gives up what is missing from its end. */
  'journal:accept-loss': { request: v.null(), response: v.null() },
  /** The working copy has been compared with the journal in full, or was made anew from it. */
  'journal:settled': { request: v.null(), response: v.null() },
  /** Copies the files of this origin's IndexedDB into the data folder, then empties it; answers the copy's path, null when it is in memory alone. */
  'store:clear': { request: v.null(), response: v.nullable(v.string()) },
  'settings:read': { request: v.null(), response: settingsSchema },
  'settings:write': {
    request: settingsSchema,
    response: v.union([success({}), failure(['no-space', 'not-writable', 'failed'])]),
  },
  'data-folder:open': { request: v.null(), response: v.null() },
  /** Puts something aside in the data folder that would otherwise be lost; answers the file's path. */
  'data-folder:put-aside': { request: v.object({ text: v.string() }), response: v.string() },
  ...fileChannels,
  ...attachmentChannels,
  ...draftChannels,
  ...healthChannels,
  ...exportChannels,
  ...backupChannels,
  ...lockChannels,
  ...secondPlaceChannels,
  'window:unsaved': { request: v.boolean(), response: v.null() },
  /** A second window onto the same archive, in the same process. */
  'window:open-another': { request: v.null(), response: v.null() },
  /**
   * Asks, in each window that holds something unsaved, whether it lets go, and closes all but the one that asks; false
   * when a person stays.
   */
  'window:let-go': { request: v.null(), response: v.boolean() },
  /** Ends the program and starts it anew, without asking. */
  'app:restart': { request: v.null(), response: v.null() },
  'command:take': { request: v.null(), response: v.nullable(commandSchema) },
  'command:finish': {
    request: v.object({ exitCode: v.picklist([0, 1, 2]), stdout: v.string(), stderr: v.string() }),
    response: v.null(),
  },
} as const;

export type Channel = keyof typeof archiveContract;
export type RequestOf<C extends Channel> = v.InferOutput<(typeof archiveContract)[C]['request']>;
export type ResponseOf<C extends Channel> = v.InferOutput<(typeof archiveContract)[C]['response']>;

/** What the preload puts on `window.rongdang`. */
export type ArchiveBridge = {
  readonly call: <C extends Channel>(channel: C, request: RequestOf<C>) => Promise<ResponseOf<C>>;
  /**
   * Offers main a file that a person has dropped, chosen or pasted, for `attachments:take`. `File` is a type of the
   * browser, which this layer does not know: whatever is no file is refused.
   */
  readonly offerFile: (file: object) => Promise<Offered>;
  /** What is still to be kept when the archive is about to be locked; the page is gone soon after. */
  readonly onLocking: (prepare: () => Promise<void>) => void;
};

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isSealedLine, type LineCodec } from './sealing/line-codec.ts';
import { takeTurns } from './take-turns.ts';
import { writeAtomically, writeFailure, type WriteFailure } from './write-atomically.ts';

/** What somebody has typed and not saved yet, kept so that a crash does not take it. */
export type Draft = { readonly key: string; readonly at: string; readonly text: string };

export type DraftResult = { readonly ok: true } | WriteFailure;

export type Drafts = {
  readonly keep: (key: string, text: string) => Promise<DraftResult>;
  readonly drop: (key: string) => Promise<DraftResult>;
  /** The latest first. One that is damaged is put aside and left out. */
  readonly list: () => Promise<readonly Draft[]>;
  /** From now on drafts stand on the disk as another codec has it, which must read those that are there. @throws the operating system's error */
  readonly rewrite: (codec: LineCodec) => Promise<void>;
};

export type DraftsOptions = {
  readonly folder: string;
  readonly now: () => Date;
  /** A draft is what a record will be, and stands on the disk as records do. */
  readonly codec: LineCodec;
  readonly putAside: (name: string, bytes: Uint8Array) => Promise<unknown>;
};

const FILE_NAME = /^[0-9a-f]{32}\.json$/;

export function createDrafts({ folder, now, putAside, ...options }: DraftsOptions): Drafts {
  let { codec } = options;
  // A key's last word counts, so nothing may overtake: what is dropped must not come back by an earlier, slower write.
  const { take: inTurn } = takeTurns();
  return {
    keep: (key, text) =>
      inTurn(() =>
        asResult(async () => {
          await mkdir(folder, { recursive: true });
          await write(folder, { key, at: now().toISOString(), text }, codec);
        }),
      ),
    drop: (key) => inTurn(() => asResult(() => rm(join(folder, fileName(key)), { force: true }))),
    list: () =>
      inTurn(async () => (await listDrafts(folder, codec, putAside)).map(({ key, at, text }) => ({ key, at, text }))),
    rewrite: (wanted) =>
      inTurn(async () => {
        codec = wanted;
        for (const { isSealed, ...draft } of await listDrafts(folder, codec, putAside)) {
          // Asked at each start: nothing is written where everything stands as it is to.
          if (isSealed !== codec.isSealing) await write(folder, draft, codec);
        }
      }),
  };
}

/** The number that no line of the journal has. */
const DRAFT_NUMBER = 0;

function write(folder: string, draft: Draft, codec: LineCodec): Promise<void> {
  const line = Buffer.from(`${JSON.stringify(draft)}\n`, 'utf8');
  return writeAtomically(join(folder, fileName(draft.key)), codec.seal(line, DRAFT_NUMBER));
}

/** Keys may differ in case alone or be a name that Windows keeps for itself; hashes do not. */
function fileName(key: string): string {
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`;
}

async function asResult(work: () => Promise<unknown>): Promise<DraftResult> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    return writeFailure(error);
  }
}

type KeptDraft = Draft & { readonly isSealed: boolean };

async function listDrafts(
  folder: string,
  codec: LineCodec,
  putAside: DraftsOptions['putAside'],
): Promise<readonly KeptDraft[]> {
  // Without the folder there are no drafts; and drafts that cannot be listed must not keep the archive shut.
  const names = await readdir(folder).catch(() => []);
  const drafts: KeptDraft[] = [];
  for (const name of names.filter((candidate) => FILE_NAME.test(candidate))) {
    const path = join(folder, name);
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) continue;
    const opened = codec.open(bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes);
    const draft = opened && readDraft(opened.toString('utf8'));
    if (draft && fileName(draft.key) === name) drafts.push({ ...draft, isSealed: isSealedLine(bytes) });
    else await moveAside(path, () => putAside(name, bytes));
  }
  return drafts.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function readDraft(content: string): Draft | null {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value !== 'object' || value === null) return null;
    const { key, at, text } = value as Readonly<Record<string, unknown>>;
    if (typeof key !== 'string' || typeof at !== 'string' || typeof text !== 'string') return null;
    JSON.parse(text);
    return { key, at, text };
  } catch {
    return null;
  }
}

/** Only what has been kept elsewhere is removed. */
async function moveAside(path: string, keepElsewhere: () => Promise<unknown>): Promise<void> {
  try {
    await keepElsewhere();
    await rm(path, { force: true });
  } catch {
    // It stays where it is, and is tried again at the next listing.
  }
}

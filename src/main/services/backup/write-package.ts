import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { plainSink } from '../sealing/byte-access.ts';
import { keyOfSeal } from '../sealing/key-of.ts';
import { createSealedSink } from '../sealing/sealed-sink.ts';
import type { Seal } from '../sealing/wrapped-key.ts';
import { syncFolder } from '../write-atomically.ts';
import { BAG, BAG_DECLARATION, formatBagInfo, formatManifest } from './bag.ts';
import { createEarlyFlush } from './early-flush.ts';
import { tellFileLimit } from './file-limit.ts';
import { formatFetchList, type FetchList } from './fetch-list.ts';
import { openPackage } from './open-package.ts';
import { DESCRIPTION_FILE, formatDescription, type PackageDescription } from './package-description.ts';
import { PackageError } from './package-error.ts';
import {
  ARCHIVE_FILE,
  attachmentName,
  BASE,
  besideName,
  journalName,
  NOTE_FILE,
  recordsName,
} from './package-layout.ts';
import { packageNote } from './package-note.ts';
import { NO_KEYS } from './package-source.ts';
import { countBytes, countFiles, type Watch } from './watch-work.ts';
import { writeZip, type FileBeginning, type ReadableFile, type ZipPart } from './write-zip.ts';

/** All of an archive at one moment. */
export type PackageContents = {
  readonly description: Omit<PackageDescription, 'format' | 'damagedAttachments' | 'records'>;
  /** The content of archive.json, which the journal's chain is bound to. */
  readonly archiveFile: string;
  /** By month file: as far as the head goes. */
  readonly journal: ReadonlyMap<string, FileBeginning | ReadableFile>;
  /** By kind: lines of JSON, one record each. */
  readonly records: ReadonlyMap<string, { readonly lines: readonly Uint8Array[]; readonly count: number }>;
  /** By hash. */
  readonly attachments: ReadonlyMap<string, FileBeginning>;
  /** Attachments that lie in the folder beside the package already; of a pooled one only. */
  readonly pooled?: FetchList;
  /** By name: small files that lie in the data folder itself. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
};

export type WrittenPackage = {
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  readonly damagedAttachments: readonly string[];
};

/**
 * Writes a package beside its place, flushes it, reads all of it again, and only then gives it its name.
 * @param seal encrypts it (docs/decisions/0033-encrypted-backups.md)
 * @throws the operating system's error or a PackageError; nothing is left behind then
 */
export async function writePackage(
  target: string,
  contents: PackageContents,
  watch: Watch,
  seal: Seal | null = null,
): Promise<WrittenPackage> {
  const partial = join(dirname(target), `.${basename(target)}.partial`);
  const total = bytesOf(contents);
  const done = countBytes(watch, 2 * total);
  try {
    const damagedAttachments = await pack(partial, contents, { watch, seal, onBytes: done });
    let seen = 0;
    const onProgress = (checked: number) => {
      done(checked - seen);
      seen = checked;
    };
    const keys = seal ? { keyOf: keyOfSeal(seal), passphrase: null } : NO_KEYS;
    // Each attachment beside was read again when it was added.
    const how = { depth: 'sizes', keys } as const;
    const checked = await openPackage(partial, { signal: watch.signal, onProgress }, how);
    await checked.close();
    const [lost] = checked.lacking;
    if (lost) throw new PackageError('damaged', `${lost.sha256} is ${lost.why} beside the package`);
    await rename(partial, target);
    await syncFolder(dirname(target));
    return { path: target, bytes: checked.bytes, files: checked.payload.files, damagedAttachments };
  } catch (error) {
    const told = await tellFileLimit(error, partial);
    await rm(partial, { force: true }).catch(() => undefined);
    if (watch.signal.aborted) throw new PackageError('cancelled', '');
    throw told;
  }
}

type Packing = {
  readonly watch: Watch;
  readonly seal: Seal | null;
  readonly onBytes: (bytes: number) => void;
};

async function pack(
  partial: string,
  contents: PackageContents,
  { watch, seal, onBytes }: Packing,
): Promise<readonly string[]> {
  const { signal } = watch;
  const hashes = new Map<string, string>();
  const damaged: string[] = [];
  const uncounted = [...payloadParts(contents, hashes, damaged), ...tagParts(contents, hashes, damaged)];
  const onFile = countFiles(watch, uncounted.length);
  const parts = uncounted.map((part) => ({
    ...part,
    onPacked: (sha256: string, bytes: number) => {
      part.onPacked?.(sha256, bytes);
      onFile();
    },
  }));
  const file = await open(partial, 'w');
  try {
    const modified = new Date(contents.description.madeAt);
    const flush = createEarlyFlush(file);
    const onWritten = (bytes: number) => {
      flush.onBytes(bytes);
      onBytes(bytes);
    };
    const sink = seal ? await createSealedSink(file, seal) : plainSink(file);
    await writeZip(sink, parts, { modified, signal, onBytes: onWritten });
    await sink.end();
    await flush.end();
  } finally {
    await file.close();
  }
  return damaged;
}

function payloadParts(
  { archiveFile, journal, records, attachments, beside, description }: PackageContents,
  hashes: Map<string, string>,
  damaged: string[],
): readonly ZipPart[] {
  const part = (path: string, content: ZipPart['content'], onHash?: (sha256: string) => void): ZipPart => ({
    name: `${BASE}${path}`,
    content,
    onPacked: (sha256) => {
      hashes.set(path, sha256);
      onHash?.(sha256);
    },
  });
  return [
    part(NOTE_FILE, () => [Buffer.from(packageNote(description), 'utf8')]),
    part(ARCHIVE_FILE, () => [Buffer.from(archiveFile, 'utf8')]),
    ...Array.from(beside, ([file, bytes]) => part(besideName(file), () => [bytes])),
    ...Array.from(journal, ([file, content]) => part(journalName(file), content)),
    ...Array.from(records, ([kind, { lines }]) => part(recordsName(kind), () => lines)),
    ...Array.from(attachments, ([sha256, content]) =>
      // A scan that has rotted is no reason to have no backup of all else; that it has is said in the description.
      part(attachmentName(sha256), content, (found) => {
        if (found !== sha256) damaged.push(sha256);
      }),
    ),
  ];
}

/** What is only known once the payload has been packed is made when its turn has come. */
function tagParts(
  contents: PackageContents,
  hashes: ReadonlyMap<string, string>,
  damaged: readonly string[],
): readonly ZipPart[] {
  const { description, pooled = new Map<string, number>() } = contents;
  const beside = Array.from(pooled.keys(), (sha256) => [attachmentName(sha256), sha256] as const);
  const tags = new Map<string, string>();
  const tag = (path: string, make: () => string): ZipPart => ({
    name: `${BASE}${path}`,
    content: () => [Buffer.from(make(), 'utf8')],
    onPacked: (sha256) => tags.set(path, sha256),
  });
  const records = Object.fromEntries(Array.from(contents.records, ([kind, { count }]) => [kind, count]));
  return [
    tag(BAG.declaration, () => BAG_DECLARATION),
    tag(BAG.info, () => bagInfo(contents)),
    tag(DESCRIPTION_FILE, () => formatDescription({ ...description, records, damagedAttachments: damaged })),
    ...(description.attachments === 'pooled' ? [tag(BAG.fetch, () => formatFetchList(pooled))] : []),
    tag(BAG.manifest, () => formatManifest(new Map([...hashes, ...beside]))),
    tag(BAG.tagManifest, () => formatManifest(tags)),
  ];
}

function bagInfo(contents: PackageContents): string {
  const { madeAt, archiveId, application } = contents.description;
  return formatBagInfo([
    ['Bagging-Date', madeAt.slice(0, 10)],
    ['External-Identifier', archiveId],
    ['Bag-Software-Agent', `Rongdang ${application}`],
  ]);
}

function bytesOf({ journal, records, attachments }: PackageContents): number {
  const onDisk = [...journal.values(), ...attachments.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const lines = [...records.values()].flatMap(({ lines: pieces }) => pieces);
  return lines.reduce((sum, { byteLength }) => sum + byteLength, onDisk);
}

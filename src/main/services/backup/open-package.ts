import { createHash } from 'node:crypto';
import { poolBeside } from './attachment-pool.ts';
import { BAG, isBagDeclaration, parseManifest } from './bag.ts';
import { parseFetchList, type FetchList } from './fetch-list.ts';
import { createJournalChain, type JournalChain } from './journal-chain.ts';
import { openZip, type OpenZip, type ZipEntry } from './open-zip.ts';
import { DESCRIPTION_FILE, parseDescription, type PackageDescription } from './package-description.ts';
import { PackageError } from './package-error.ts';
import { ARCHIVE_FILE, attachmentName, partOf } from './package-layout.ts';
import { NO_KEYS, openPackageSource, type PackageKeys } from './package-source.ts';
import {
  findPooled,
  type LackingAttachment,
  type PoolDepth,
  type PooledAttachments,
  type PooledFile,
} from './pooled-attachments.ts';
import type { Seal } from '../sealing/wrapped-key.ts';
import { countBytes, type Watch } from './watch-work.ts';

/** A package of which every byte has been read and compared with what it should be. */
export type OpenPackage = {
  readonly path: string;
  /** Of its file. */
  readonly bytes: number;
  /** What it is sealed with; null when anybody can read it. */
  readonly seal: Seal | null;
  readonly description: PackageDescription;
  /** Of attachments that belong to it and lie beside it. */
  readonly pooledBytes: number;
  /** Payload files (RFC 8493, 2.1.2) and their bytes. */
  readonly payload: { readonly files: number; readonly bytes: number };
  /** The journal's month files, in order. */
  readonly journal: readonly PackageFile[];
  /** Attachments that are what their name says; those known to be damaged are left out. */
  readonly attachments: readonly (PackageFile | PooledFile)[];
  /** Attachments of it that are not in the folder beside it, or have changed there; of a pooled package only. */
  readonly lacking: readonly LackingAttachment[];
  readonly records: ReadonlyMap<string, PackageFile>;
  /** Small files of the data folder itself. */
  readonly beside: readonly PackageFile[];
  /** Reads again, and holds the bytes to size, CRC-32 and SHA-256. @throws PackageError */
  readonly read: (file: PackageFile | PooledFile) => AsyncGenerator<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** `name` is the file's own name, without its folders: a month, a kind, a hash. */
export type PackageFile = { readonly name: string; readonly entry: ZipEntry; readonly sha256: string };

/** What is read into memory as a whole. */
const LARGEST_TAG = 128 * 1024 * 1024;
const LARGEST_DESCRIPTION = 64 * 1024 * 1024;

export type OpenHow = {
  /** How attachments beside the package are looked at. */
  readonly depth?: PoolDepth;
  /** What opens it when it is sealed. */
  readonly keys?: PackageKeys;
};

/**
 * Opens a package, which may be sealed, and checks all of it: the zip file (open-zip.ts), the bag's manifests against what is there (RFC
 * 8493, 3), every file's SHA-256, the journal's chain up to the head that the package names, the lines of each kind of
 * record, and each attachment against the hash that is its name. What a pooled package lacks beside it is told in
 * `lacking`: its records are whole without.
 * @throws PackageError or PassphraseError
 */
export async function openPackage(path: string, watch: Watch, how: OpenHow = {}): Promise<OpenPackage> {
  const { depth = 'bytes', keys = NO_KEYS } = how;
  const source = await openPackageSource(path, keys);
  try {
    const zip = await openZip(source);
    const files = inBag(zip);
    const description = await readDescription(zip, files);
    const fetchList = await readFetchList(zip, files, description);
    const hashes = await readManifests(zip, files, fetchList);
    const sizes = [...files.values()].map(({ size }) => size);
    const onBytes = countBytes(watch, sumOf([...sizes, ...(depth === 'bytes' ? fetchList.values() : [])]));
    const checked = await checkFiles({ zip, files, hashes, description }, watch.signal, onBytes);
    // Behind everything else: what is damaged or hostile itself has no claim on what lies beside it.
    const pooled = await findPooled(path, fetchList, depth, { signal: watch.signal, onBytes });
    const { fileBytes: bytes, seal, close } = source;
    return { path, bytes, seal, close, ...withPooled(files, checked, pooled), read: readerOf(path, zip) };
  } catch (error) {
    await source.close();
    if (watch.signal.aborted) throw new PackageError('cancelled', '');
    throw error;
  }
}

type Files = ReadonlyMap<string, ZipEntry>;

/** The zip file's entries by their path in the bag, which may stand in a folder of its own. */
function inBag(zip: OpenZip): Files {
  const declaration = [...zip.entries.keys()].find((name) => /^(?:[^/]+\/)?bagit\.txt$/.test(name));
  if (declaration === undefined) throw new PackageError('not-a-package', `there is no ${BAG.declaration}`);
  const base = declaration.slice(0, -BAG.declaration.length);
  const files = new Map<string, ZipEntry>();
  for (const [name, entry] of zip.entries) {
    if (!name.startsWith(base)) throw new PackageError('damaged', `${name} is no part of the bag`);
    files.set(name.slice(base.length), entry);
  }
  if (!files.has(DESCRIPTION_FILE)) throw new PackageError('not-a-package', `there is no ${DESCRIPTION_FILE}`);
  return files;
}

async function readDescription(zip: OpenZip, files: Files): Promise<PackageDescription> {
  if (!isBagDeclaration(await readText(zip, files, BAG.declaration, LARGEST_TAG))) {
    throw new PackageError('damaged', `${BAG.declaration} declares something else`);
  }
  // Before anything else is judged: a later version may have files of which this one knows nothing.
  const description = parseDescription(await readText(zip, files, DESCRIPTION_FILE, LARGEST_DESCRIPTION));
  for (const path of files.keys()) {
    if (partOf(path) === null) throw new PackageError('damaged', `${path} does not belong to a package`);
  }
  return description;
}

/** What lies beside the package; a package that is whole has no such list. */
async function readFetchList(zip: OpenZip, files: Files, { attachments }: PackageDescription): Promise<FetchList> {
  if (attachments === 'pooled') {
    const listed = parseFetchList(await readText(zip, files, BAG.fetch, LARGEST_TAG));
    // A bag that somebody has filled in is whole, although the list may still be there.
    return new Map([...listed].filter(([sha256]) => !files.has(attachmentName(sha256))));
  }
  if (files.has(BAG.fetch)) throw new PackageError('damaged', `${BAG.fetch} in a package that is not pooled`);
  return new Map();
}

/** Both manifests as one; each must list exactly what there is to list, here or beside. */
async function readManifests(zip: OpenZip, files: Files, fetchList: FetchList): Promise<ReadonlyMap<string, string>> {
  const payload = parseManifest(await readText(zip, files, BAG.manifest, LARGEST_TAG), BAG.manifest);
  const tags = parseManifest(await readText(zip, files, BAG.tagManifest, LARGEST_TAG), BAG.tagManifest);
  for (const path of files.keys()) {
    if (path !== BAG.tagManifest && !(path.startsWith('data/') ? payload : tags).has(path)) {
      throw new PackageError('damaged', `${path} is in no manifest`);
    }
  }
  const beside = new Map(Array.from(fetchList.keys(), (sha256) => [attachmentName(sha256), sha256]));
  for (const [path, hash] of payload) {
    if (!path.startsWith('data/') || !(files.has(path) || beside.get(path) === hash)) {
      throw new PackageError('damaged', `${path} is missing`);
    }
  }
  for (const path of beside.keys()) {
    if (!payload.has(path)) throw new PackageError('damaged', `${path} is in no manifest`);
  }
  for (const path of tags.keys()) {
    if (path.startsWith('data/') || !files.has(path)) throw new PackageError('damaged', `${path} is missing`);
  }
  return new Map([...payload, ...tags]);
}

async function readText(zip: OpenZip, files: Files, path: string, largest: number): Promise<string> {
  const entry = files.get(path);
  if (!entry) throw new PackageError('damaged', `there is no ${path}`);
  if (entry.size > largest) throw new PackageError('hostile', `${path} has ${entry.size} bytes`);
  const pieces: Buffer[] = [];
  for await (const piece of zip.read(entry)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

type Unchecked = {
  readonly zip: OpenZip;
  readonly files: Files;
  readonly hashes: ReadonlyMap<string, string>;
  readonly description: PackageDescription;
};

type Checked = Pick<OpenPackage, 'description' | 'journal' | 'records' | 'beside'> & {
  readonly attachments: readonly PackageFile[];
};

async function checkFiles(
  { zip, files, hashes, description }: Unchecked,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Checked> {
  const chain = createJournalChain(description.archiveId);
  const damaged = new Set(description.damagedAttachments);
  const [journal, attachments, beside] = [new Array<PackageFile>(), new Array<PackageFile>(), new Array<PackageFile>()];
  const records = new Map<string, PackageFile>();
  let archiveText = '';
  // By name, so that the journal's months follow each other however the zip file was packed.
  for (const [path, entry] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const hash = createHash('sha256');
    const part = partOf(path);
    let lines = 0;
    for await (const piece of zip.read(entry)) {
      signal.throwIfAborted();
      hash.update(piece);
      onBytes(piece.byteLength);
      if (part?.part === 'journal') chain.add(piece, path);
      if (part?.part === 'records') lines += countLines(piece);
      if (part?.part === 'archive' && entry.size < 10_000) archiveText += Buffer.from(piece).toString('utf8');
    }
    const sha256 = hash.digest('hex');
    const expected = hashes.get(path) ?? sha256;
    if (sha256 !== expected) throw new PackageError('damaged', `${path} has another SHA-256`);
    switch (part?.part) {
      case 'journal':
        chain.endFile(path);
        journal.push({ name: part.file, entry, sha256 });
        break;
      case 'beside':
        beside.push({ name: part.file, entry, sha256 });
        break;
      case 'records':
        if (lines !== description.records[part.kind]) throw new PackageError('damaged', `${path} has ${lines} lines`);
        records.set(part.kind, { name: part.kind, entry, sha256 });
        break;
      case 'attachment':
        if (sha256 === part.sha256) attachments.push({ name: part.sha256, entry, sha256 });
        else if (!damaged.has(part.sha256)) throw new PackageError('damaged', `${path} is not what its name says`);
        break;
      default:
    }
  }
  assertWhole(description, chain, records, archiveText);
  return { description, journal, attachments, records, beside };
}

/** The files of the package and those beside it as one. */
function withPooled(
  files: Files,
  checked: Checked,
  { files: besides, lacking, bytes }: PooledAttachments,
): Omit<OpenPackage, 'path' | 'bytes' | 'seal' | 'close' | 'read'> {
  const payload = [...files].filter(([path]) => path.startsWith('data/')).map(([, { size }]) => size);
  return {
    ...checked,
    pooledBytes: bytes,
    payload: { files: payload.length + besides.length + lacking.length, bytes: sumOf(payload) + bytes },
    attachments: [...checked.attachments, ...besides],
    lacking,
  };
}

function readerOf(path: string, zip: OpenZip): OpenPackage['read'] {
  const pool = poolBeside(path);
  return (file) =>
    readAgain('isPooled' in file.entry ? pool.read(file.sha256, file.entry.size) : zip.read(file.entry), file);
}

function sumOf(sizes: Iterable<number>): number {
  return [...sizes].reduce((sum, size) => sum + size, 0);
}

function assertWhole(
  { archiveId, head, records }: PackageDescription,
  chain: JournalChain,
  found: ReadonlyMap<string, unknown>,
  archiveText: string,
): void {
  const reached = chain.head();
  if (reached.sequence !== head.sequence || reached.hash !== head.hash) {
    throw new PackageError('damaged', `the journal ends at ${reached.sequence} instead of ${head.sequence}`);
  }
  const missing = Object.entries(records).find(([kind, count]) => count > 0 && !found.has(kind));
  if (missing) throw new PackageError('damaged', `there are no records of ${missing[0]}`);
  if (!archiveText.includes(JSON.stringify(archiveId))) {
    throw new PackageError('damaged', `${ARCHIVE_FILE} is of another archive`);
  }
}

function countLines(piece: Uint8Array): number {
  let lines = 0;
  for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

/** The file may have changed since it was checked: what is restored is held to the hash again. */
async function* readAgain(
  pieces: AsyncGenerator<Uint8Array>,
  file: PackageFile | PooledFile,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== file.sha256) throw new PackageError('damaged', `${file.name} changed while it was read`);
}

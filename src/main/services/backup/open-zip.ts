import { pipeline, Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { fill, type ByteSource } from '../sealing/byte-access.ts';
import { entryNameKey, refuseEntryName } from './entry-name.ts';
import { PackageError } from './package-error.ts';
import { readRange, type SpareBuffers } from './read-range.ts';

/** A file in a zip file, of which nothing has been believed yet but where its bytes are. */
export type ZipEntry = {
  readonly name: string;
  /** Bytes when unpacked, as the directory says; reading it holds the bytes to that. */
  readonly size: number;
  readonly compressedSize: number;
  readonly isDeflated: boolean;
  readonly crc: number;
  /** Where its data begins in the file. */
  readonly start: number;
};

export type OpenZip = {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /**
   * The unpacked bytes; each piece is good until the next is asked for. When it ends without an error, the bytes have
   * the size and the CRC-32 that the directory says.
   * @throws PackageError
   */
  readonly read: (entry: ZipEntry) => AsyncGenerator<Uint8Array>;
};

const MOST_ENTRIES = 500_000;
/** Attachments do not shrink, and lines of JSON not so far; a bomb makes a thousand bytes of each. */
const MOST_GROWTH = 100;
const ALWAYS_ALLOWED = 16 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
const MADE_ON_UNIX = 3;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;

/**
 * Opens a zip file that may be hostile. Its directory is read as a whole: names, kinds, sizes, the local header of each
 * entry, and that no two entries share bytes. Nothing is unpacked. Whoever opened the source closes it.
 * @throws PackageError
 */
export async function openZip(source: ByteSource): Promise<OpenZip> {
  try {
    const entries = await readDirectory(source);
    const spare: SpareBuffers = [];
    return { entries, read: (entry) => readEntry(source, entry, spare) };
  } catch (error) {
    throw error instanceof PackageError ? error : new PackageError('damaged', String(error), { cause: error });
  }
}

/** What the library reads by. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    callbackify(readWhole)(this.#source, buffer.subarray(offset, offset + length), position, callback);
  }
}

async function readWhole(source: ByteSource, buffer: Buffer, position: number): Promise<void> {
  const filled = await fill(source, buffer, position);
  if (filled < buffer.length) throw new Error(`the file ends at ${position + filled}`);
}

async function readDirectory(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const { bytes } = source;
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true, decodeStrings: true };
  const zip = await fromRandomAccessReaderPromise(new SourceReader(source), bytes, options).catch((error: unknown) => {
    throw error instanceof PackageError ? error : new PackageError('not-a-package', String(error));
  });
  if (zip.entryCount > MOST_ENTRIES) throw new PackageError('hostile', `${zip.entryCount} entries`);
  const entries = new Map<string, ZipEntry>();
  const keys = new Set<string>();
  const ranges: Range[] = [];
  for await (const entry of eachEntry(zip)) {
    const { fileName } = entry;
    refuseKind(entry);
    const key = entryNameKey(fileName);
    if (keys.has(key)) throw new PackageError('hostile', `two entries are called ${fileName}`);
    keys.add(key);
    const placed = await placeEntry(zip, entry, bytes);
    ranges.push({ from: entry.relativeOffsetOfLocalHeader, to: placed.start + placed.compressedSize });
    if (!fileName.endsWith('/')) entries.set(fileName, placed);
  }
  refuseSharedBytes(ranges);
  const total = [...entries.values()].reduce((sum, { size }) => sum + size, 0);
  if (total > bytes * MOST_GROWTH + ALWAYS_ALLOWED) {
    throw new PackageError('hostile', `${bytes} bytes would become ${total}`);
  }
  return entries;
}

/** What the library refuses by itself is a name, or sizes that do not fit each other; its words tell which. */
async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof PackageError) throw error;
    const isName = /relative path|absolute path|invalid characters/i.test(String(error));
    throw new PackageError(isName ? 'hostile' : 'damaged', String(error), { cause: error });
  }
}

function refuseKind(entry: Entry): void {
  const { fileName, compressionMethod, uncompressedSize } = entry;
  const bad = refuseEntryName(fileName);
  if (bad !== null) throw new PackageError('hostile', `${JSON.stringify(fileName)}: ${bad}`);
  if (entry.isEncrypted()) throw new PackageError('hostile', `${fileName} is encrypted`);
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw new PackageError('hostile', `${fileName} is packed by method ${compressionMethod}`);
  }
  const isFolder = fileName.endsWith('/');
  const type = entry.versionMadeBy >>> 8 === MADE_ON_UNIX ? (entry.externalFileAttributes >>> 16) & FILE_TYPE : 0;
  if (type !== 0 && type !== (isFolder ? DIRECTORY : REGULAR)) {
    throw new PackageError('hostile', `${fileName} is neither a file nor a folder`);
  }
  if (isFolder && uncompressedSize !== 0) throw new PackageError('hostile', `${fileName} is a folder with content`);
}

/** The local header must say what the directory says, or two programs would unpack two different things. */
async function placeEntry(zip: ZipFile, entry: Entry, bytes: number): Promise<ZipEntry> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const { fileName: name, uncompressedSize: size, compressedSize, compressionMethod, crc32: crc } = entry;
  if (!local.fileName.equals(entry.fileNameRaw) || local.compressionMethod !== compressionMethod) {
    throw new PackageError('hostile', `${name} is called something else where it stands`);
  }
  if ((local.generalPurposeBitFlag & 1) !== 0) throw new PackageError('hostile', `${name} is encrypted`);
  // With a descriptor behind the data, or in zip64, the sizes stand elsewhere.
  const saysSizes = (local.generalPurposeBitFlag & 8) === 0 && local.compressedSize !== 0xffffffff;
  if (saysSizes && (local.compressedSize !== compressedSize || local.crc32 !== crc)) {
    throw new PackageError('damaged', `${name} has other sizes where it stands`);
  }
  if (local.fileDataStart + compressedSize > bytes) throw new PackageError('damaged', `${name} ends behind the file`);
  return { name, size, compressedSize, isDeflated: compressionMethod === DEFLATED, crc, start: local.fileDataStart };
}

type Range = { readonly from: number; readonly to: number };

/** Entries that lie over each other are how a small file becomes endless without much packing. */
function refuseSharedBytes(ranges: readonly Range[]): void {
  let end = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (from < end) throw new PackageError('hostile', `two entries share the bytes from ${from}`);
    end = to;
  }
}

async function* readEntry(source: ByteSource, entry: ZipEntry, spare: SpareBuffers): AsyncGenerator<Uint8Array> {
  const packed = readRange(source, entry.start, entry.compressedSize, spare);
  let crc = 0;
  let size = 0;
  for await (const piece of entry.isDeflated ? inflate(packed, entry.name) : packed) {
    size += piece.byteLength;
    if (size > entry.size) throw new PackageError('hostile', `${entry.name} is longer than it says`);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size) throw new PackageError('damaged', `${entry.name} is shorter than it says`);
  if (crc !== entry.crc) throw new PackageError('damaged', `${entry.name} has another checksum`);
}

async function* inflate(packed: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  // A stream keeps what it is given for a while.
  const source = Readable.from(copies(packed));
  const unpacked = createInflateRaw();
  pipeline(source, unpacked, () => undefined);
  try {
    for await (const piece of unpacked) yield piece as Uint8Array;
  } catch (error) {
    throw error instanceof PackageError ? error : new PackageError('damaged', `${name}: ${String(error)}`);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

async function* copies(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

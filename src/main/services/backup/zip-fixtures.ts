import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as it stands in a zip file, true or not: whatever is given is written, whatever is not is told as it is. */
export type FixtureEntry = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly deflate?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  /** Unix mode; a plain file without it. */
  readonly mode?: number;
  /** What the local header says instead of the directory. */
  readonly local?: { readonly name?: string; readonly method?: number; readonly crc?: number };
  /** Points at the local header of an earlier entry instead of one of its own. */
  readonly sameBytesAs?: string;
};

const UTF8 = 0x800;
const UNIX = 3 << 8;

/** Writes a zip file by hand, so that it can lie where a library would not (APPNOTE 4.3). */
export function packFixture(entries: readonly FixtureEntry[], end: { readonly count?: number } = {}): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const starts = new Map<string, number>();
  let offset = 0;
  for (const entry of entries) {
    const packed = entry.deflate ? deflateRawSync(entry.bytes) : Buffer.from(entry.bytes);
    let start = offset;
    if (entry.sameBytesAs === undefined) {
      const header = localHeader(entry, packed.length);
      pieces.push(header, packed);
      offset += header.length + packed.length;
    } else start = starts.get(entry.sameBytesAs) ?? 0;
    starts.set(entry.name, start);
    directory.push(centralHeader(entry, packed.length, start));
  }
  const central = Buffer.concat(directory);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.count ?? entries.length, 8);
  last.writeUInt16LE(end.count ?? entries.length, 10);
  last.writeUInt32LE(central.length, 12);
  last.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, last]);
}

function localHeader(entry: FixtureEntry, packed: number): Buffer {
  const name = Buffer.from(entry.local?.name ?? entry.name, 'utf8');
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  common(header, 6, { ...entry, ...entry.local, name: entry.name }, packed, name.length);
  name.copy(header, 30);
  return header;
}

function centralHeader(entry: FixtureEntry, packed: number, start: number): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const header = Buffer.alloc(46 + name.length);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(UNIX | 20, 4);
  header.writeUInt16LE(20, 6);
  common(header, 8, entry, packed, name.length);
  header.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(start, 42);
  name.copy(header, 46);
  return header;
}

function common(header: Buffer, at: number, entry: FixtureEntry, packed: number, nameLength: number): void {
  header.writeUInt16LE(UTF8 | (entry.flags ?? 0), at);
  header.writeUInt16LE(entry.method ?? (entry.deflate ? 8 : 0), at + 2);
  header.writeUInt32LE(entry.crc ?? crc32(entry.bytes), at + 8);
  header.writeUInt32LE(entry.packedSize ?? packed, at + 12);
  header.writeUInt32LE(entry.size ?? entry.bytes.length, at + 16);
  header.writeUInt16LE(nameLength, at + 20);
}

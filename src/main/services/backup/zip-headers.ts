/** A stored entry: its packed size is its size. */
export type PackedEntry = {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  /** Where its local header stands. */
  readonly offset: number;
  readonly modified: Date;
};

/** What 32 bits can say at most; it also stands for “see the zip64 field” (APPNOTE 4.4.8). */
export const LIMIT_32 = 0xffffffff;
const LIMIT_16 = 0xffff;
const ZIP64_FIELD = 0x0001;
const VERSION_NEEDED = 45;
const UNIX = 3;
const PLAIN_FILE = 0o100644;
/** The name is in UTF-8 (APPNOTE, appendix D). */
const UTF8_NAME = 0x0800;

/** APPNOTE 4.3.7. Both sizes stand in the zip64 field when one does. */
export function localHeader(entry: PackedEntry, zip64From: number): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const extra = entry.size >= zip64From ? zip64Field([entry.size, entry.size]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  writeCommon(header, 6, entry, extra.length > 0);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

/** APPNOTE 4.3.12. */
export function centralHeader(entry: PackedEntry, zip64From: number): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const isLarge = entry.size >= zip64From;
  const isFar = entry.offset >= zip64From;
  const numbers = [...(isLarge ? [entry.size, entry.size] : []), ...(isFar ? [entry.offset] : [])];
  const extra = numbers.length > 0 ? zip64Field(numbers) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((UNIX << 8) | VERSION_NEEDED, 4);
  header.writeUInt16LE(VERSION_NEEDED, 6);
  writeCommon(header, 8, entry, isLarge);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE((PLAIN_FILE << 16) >>> 0, 38);
  header.writeUInt32LE(isFar ? LIMIT_32 : entry.offset, 42);
  return Buffer.concat([header, name, extra]);
}

type Directory = { readonly count: number; readonly size: number; readonly offset: number };

/** The end of the central directory (APPNOTE 4.3.16), with its zip64 record and locator (4.3.14, 4.3.15) if needed. */
export function endOfZip(directory: Directory, zip64From: number): Buffer {
  const { count, size, offset } = directory;
  const needsMore = count >= LIMIT_16 || size >= zip64From || offset >= zip64From;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(needsMore ? LIMIT_16 : count, 8);
  end.writeUInt16LE(needsMore ? LIMIT_16 : count, 10);
  end.writeUInt32LE(needsMore ? LIMIT_32 : size, 12);
  end.writeUInt32LE(needsMore ? LIMIT_32 : offset, 16);
  return needsMore ? Buffer.concat([zip64End(directory), end]) : end;
}

function zip64End({ count, size, offset }: Directory): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(BigInt(record.length - 12), 4);
  record.writeUInt16LE((UNIX << 8) | VERSION_NEEDED, 12);
  record.writeUInt16LE(VERSION_NEEDED, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}

/** Flags to uncompressed size, which both headers have in the same order; the method is 0, stored. */
function writeCommon(header: Buffer, at: number, { crc, size, modified }: PackedEntry, isLarge: boolean): void {
  header.writeUInt16LE(UTF8_NAME, at);
  header.writeUInt16LE(dosTime(modified), at + 4);
  header.writeUInt16LE(dosDate(modified), at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(isLarge ? LIMIT_32 : size, at + 12);
  header.writeUInt32LE(isLarge ? LIMIT_32 : size, at + 16);
}

/** APPNOTE 4.5.3. */
function zip64Field(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(ZIP64_FIELD, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  numbers.forEach((number, index) => field.writeBigUInt64LE(BigInt(number), 4 + 8 * index));
  return field;
}

/** Local time, in steps of two seconds. */
function dosTime(moment: Date): number {
  return (moment.getHours() << 11) | (moment.getMinutes() << 5) | (moment.getSeconds() >> 1);
}

/** Years from 1980 to 2107. */
function dosDate(moment: Date): number {
  const year = Math.min(Math.max(moment.getFullYear() - 1980, 0), 127);
  return (year << 9) | ((moment.getMonth() + 1) << 5) | moment.getDate();
}

import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import {
  MAX_HELD_PART_BYTES,
  MAX_PACKAGE_ENTRIES,
  MAX_UNPACKED_BYTES,
  MAX_UNPACK_RATIO,
  RATIO_COUNTS_FROM_BYTES,
} from './read-limits.ts';
import { ReadStopped } from './read-problem.ts';

/** A zip of parts, opened with care: what a part unpacks to is counted while it unpacks, and its checksum is held. */
export type OfficePackage = {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The text of a part, or null when there is no such part. */
  readonly text: (name: string) => string | null;
  /** The bytes of a part, or null when there is no such part. */
  readonly bytes: (name: string) => Uint8Array | null;
  /** Tells a part's text piece by piece, so that the whole of it is never held. False when there is no such part. */
  readonly stream: (name: string, push: (chunk: string) => void) => boolean;
};

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly offset: number;
};

const END_RECORD = 0x06_05_4b_50;
const DIRECTORY_RECORD = 0x02_01_4b_50;
const LOCAL_RECORD = 0x04_03_4b_50;
const LONGEST_COMMENT = 65_535;
/** Of packed bytes; they unpack to 16 MB at worst before anything is counted. */
const PIECE = 16 * 1024;

/** @throws ReadStopped when it is no whole zip, has too many parts, or is encrypted */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const entries = readDirectory(bytes);
  let unpacked = 0;
  const unpack = (entry: Entry, take: (chunk: Uint8Array) => void): void => {
    unpackEntry(bytes, entry, (chunk) => {
      unpacked += chunk.length;
      if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge(MAX_UNPACKED_BYTES);
      take(chunk);
    });
  };
  const partBytes = (name: string): Uint8Array | null => {
    const entry = entries.get(keyOf(name));
    if (entry === undefined) return null;
    const chunks: Uint8Array[] = [];
    let length = 0;
    unpack(entry, (chunk) => {
      length += chunk.length;
      if (length > MAX_HELD_PART_BYTES) throw tooLarge(MAX_HELD_PART_BYTES);
      chunks.push(chunk);
    });
    return joined(chunks, length);
  };
  const stream = (name: string, push: (chunk: string) => void): boolean => {
    const entry = entries.get(keyOf(name));
    if (entry === undefined) return false;
    let decoder: ReturnType<typeof newDecoder> | null = null;
    unpack(entry, (chunk) => {
      decoder ??= newDecoder(encodingOf(chunk));
      push(decoder.decode(chunk, { stream: true }));
    });
    return true;
  };
  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(keyOf(name)),
    bytes: partBytes,
    text(name) {
      const part = partBytes(name);
      return part === null ? null : new TextDecoder(encodingOf(part)).decode(part);
    },
    stream,
  };
}

/** Names of parts are compared without case (OPC, 6.2.2.3); some programs write backslashes and a leading slash. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function newDecoder(encoding: string) {
  return new TextDecoder(encoding);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function tooLarge(limit: number): ReadStopped {
  return new ReadStopped({ code: 'unpacks-too-large', limit });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let place = 0;
  for (const chunk of chunks) {
    whole.set(chunk, place);
    place += chunk.length;
  }
  return whole;
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_PACKAGE_ENTRIES) throw new ReadStopped({ code: 'too-many-parts', limit: MAX_PACKAGE_ENTRIES });
  const entries = new Map<string, Entry>();
  const names = new TextDecoder();
  let place = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > end || view.getUint32(place, true) !== DIRECTORY_RECORD)
      throw new ReadStopped({ code: 'damaged' });
    if (view.getUint16(place + 8, true) & 1) throw new ReadStopped({ code: 'password-protected' });
    const nameLength = view.getUint16(place + 28, true);
    const name = names.decode(bytes.subarray(place + 46, place + 46 + nameLength));
    entries.set(keyOf(name), {
      name,
      method: view.getUint16(place + 10, true),
      crc: view.getUint32(place + 16, true),
      packedSize: view.getUint32(place + 20, true),
      offset: view.getUint32(place + 42, true),
    });
    place += 46 + nameLength + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT);
  for (let place = view.byteLength - 22; place >= first; place -= 1) {
    if (view.getUint32(place, true) === END_RECORD) return place;
  }
  throw new ReadStopped({ code: 'damaged' });
}

/** Unpacks one part; what it says of its own size is not believed. */
function unpackEntry(bytes: Uint8Array, entry: Entry, take: (chunk: Uint8Array) => void): void {
  const packed = packedBytes(bytes, entry);
  let crc = 0;
  let length = 0;
  const count = (chunk: Uint8Array): void => {
    length += chunk.length;
    if (length > RATIO_COUNTS_FROM_BYTES && length > packed.length * MAX_UNPACK_RATIO) {
      throw tooLarge(packed.length * MAX_UNPACK_RATIO);
    }
    crc = crc32(chunk, crc);
    take(chunk);
  };
  if (entry.method === 0) {
    for (let place = 0; place < packed.length; place += PIECE) count(packed.subarray(place, place + PIECE));
  } else if (entry.method === 8) {
    const inflate = new Inflate(count);
    let place = 0;
    do {
      inflate.push(packed.subarray(place, place + PIECE), place + PIECE >= packed.length);
      place += PIECE;
    } while (place < packed.length);
  } else {
    throw new ReadStopped({ code: 'damaged' });
  }
  if (crc !== entry.crc) throw new ReadStopped({ code: 'damaged' });
}

function packedBytes(bytes: Uint8Array, { offset, packedSize }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_RECORD) {
    throw new ReadStopped({ code: 'damaged' });
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw new ReadStopped({ code: 'damaged' });
  return bytes.subarray(start, start + packedSize);
}

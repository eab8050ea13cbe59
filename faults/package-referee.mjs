/**
 * Judges a backup without any code of the application: reads the zip file as APPNOTE 4.3 says, holds every file to its
 * line of the manifest, and answers what the records in it are called.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_LENGTH = 22;

/** Null when there is no file. @param {string} path @returns {{ isWhole: boolean, titles: ReadonlySet<string> } | null} */
export function judgePackage(path) {
  if (!existsSync(path)) return null;
  const files = readStoredZip(readFileSync(path));
  const manifest = files?.get('manifest-sha256.txt')?.toString('utf8') ?? '';
  const listed = manifest.split('\n').filter((line) => line !== '');
  /** @type {Set<string>} */
  const titles = new Set();
  let isWhole = listed.length > 0 && files !== null;
  for (const line of listed) {
    const [hash, name] = [line.slice(0, 64), line.slice(66)];
    const bytes = files?.get(name);
    isWhole &&= bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === hash;
    if (!bytes || !name.startsWith('data/records/')) continue;
    for (const record of bytes.toString('utf8').trim().split('\n')) {
      const title = record === '' ? undefined : JSON.parse(record).title;
      if (typeof title === 'string') titles.add(title);
    }
  }
  return { isWhole, titles };
}

/** The files of a zip whose entries are stored, without the folder that they lie in; null when it has no end. @param {Buffer} bytes */
function readStoredZip(bytes) {
  const end = bytes.length - END_LENGTH;
  if (end < 0 || bytes.readUInt32LE(end) !== END) return null;
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  while (at < end && bytes.readUInt32LE(at) === CENTRAL) {
    const [size, nameLength, extraLength] = [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    files.set(name.slice(name.indexOf('/') + 1), bytes.subarray(start, start + size));
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return files;
}

/**
 * Leaves out of a picture what its camera and other programs wrote beside it: place, device, names, previews, text. The
 * picture itself is not decoded, and stays as it is bit for bit. Null for what is not well formed or has no end.
 *
 * Orientation goes too: whoever keeps a picture as it is has to see to it that it stands upright without.
 */
export function stripMetadata(bytes: Uint8Array, type: 'jpeg' | 'png'): Uint8Array | null {
  const kept = type === 'jpeg' ? keptOfJpeg(bytes) : keptOfPng(bytes);
  return kept && joined(kept);
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const COM = 0xfe;
const ICC_PROFILE = 'ICC_PROFILE\0';

/** ITU-T T.81, Annex B: marker segments and the scans between them. What follows the end is no part of the picture. */
function keptOfJpeg(bytes: Uint8Array): readonly Uint8Array[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === EOI) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    // Markers may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return [...kept, bytes.subarray(at, at + 2)];
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (end < at + 4 || end > bytes.length) return null;
    const next = marker === SOS ? endOfScan(bytes, end) : end;
    if (!isMetadata(bytes.subarray(at, end), marker)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return null;
}

/** Of the application segments only those that say how colours are to be read: JFIF, a colour profile, Adobe's. */
function isMetadata(segment: Uint8Array, marker: number): boolean {
  if (marker === COM) return true;
  if (marker < APP0 || marker > 0xef || marker === APP0 || marker === APP14) return false;
  const name = String.fromCharCode(...segment.subarray(4, 4 + ICC_PROFILE.length));
  return marker !== APP2 || name !== ICC_PROFILE;
}

/** Where the next marker is that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TELLING_CHUNKS: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

/** ISO/IEC 15948: length, name, content and checksum of each chunk. */
function keptOfPng(bytes: Uint8Array): readonly Uint8Array[] | null {
  if (!PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, PNG_SIGNATURE.length)];
  let at = PNG_SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!TELLING_CHUNKS.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return kept;
    at = end;
  }
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

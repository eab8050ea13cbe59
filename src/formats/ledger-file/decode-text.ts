import { ReadStopped } from './read-problem.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
export type DecodedText = { readonly text: string; readonly encoding: TextEncoding; readonly isDetected: boolean };

/** So many bytes tell UTF-16 without a mark from everything else. */
const SAMPLE = 4096;

/**
 * The text of a file whose encoding nobody wrote down. A mark at its beginning decides; then NUL bytes at every other
 * place, which only UTF-16 has; then UTF-8, which other text is by accident only; then GB18030, which GBK and GB 2312
 * are part of. Every one is read strictly: a byte that does not fit is not replaced by a question mark. Half a character of
 * UTF-16 is left to whoever cleans the cells, who says so.
 *
 * @throws ReadStopped unknown-encoding, or not-a-ledger when it is no text at all
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
  const stray = marked === null ? utf8WithStrayNuls(bytes) : null;
  if (stray !== null) return { text: stray, encoding: 'utf-8', isDetected: false };
  const found = marked ?? unmarkedUtf16(bytes);
  const candidates: readonly TextEncoding[] = found === null ? ['utf-8', 'gb18030'] : [found];
  for (const encoding of candidates) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return { text, encoding, isDetected: marked === null && encoding !== 'utf-8' };
  }
  const isBinary = bytes.subarray(0, SAMPLE).includes(0);
  throw new ReadStopped(isBinary ? { code: 'not-a-ledger', kind: 'other' } : { code: 'unknown-encoding' });
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Separators and line breaks of any table have a NUL beside them in UTF-16; text has none elsewhere. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const nuls = [0, 0];
  const length = Math.min(SAMPLE, bytes.length);
  for (let place = 0; place < length; place += 1) if (bytes[place] === 0) nuls[place % 2] = (nuls[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (bytes.length % 2 === 1 || even + odd < length / 200) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

/** One in so many characters, or fewer, is an accident: a ledger has some, a program or picture many. */
const STRAY = 16;

/** Text with a few NULs where something went wrong; they go when cells are cleaned. Else null. */
function utf8WithStrayNuls(bytes: Uint8Array): string | null {
  if (!bytes.subarray(0, SAMPLE).includes(0)) return null;
  const text = decodeFatally(bytes, 'utf-8');
  if (text === null) return null;
  const nuls = text.length - text.replaceAll('\0', '').length;
  return nuls * STRAY <= text.length ? text : null;
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  const text = encoding.startsWith('utf-16')
    ? decodeUnits(bytes, encoding === 'utf-16le')
    : decodeFatally(bytes, encoding);
  // A picture or program is by chance valid in some encoding; no text has NUL characters.
  return text === null || text.includes('\0') ? null : text;
}

function decodeFatally(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const BYTE_ORDER_MARK = 0xfeff;
const UNITS_AT_ONCE = 8192;

/** Every unit of UTF-16 as it is; null where half of one is left over. */
function decodeUnits(bytes: Uint8Array, isLittleEndian: boolean): string | null {
  if (bytes.length % 2 === 1) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Uint16Array.from({ length: bytes.length / 2 }, (_, unit) => view.getUint16(unit * 2, isLittleEndian));
  let text = '';
  for (let at = units[0] === BYTE_ORDER_MARK ? 1 : 0; at < units.length; at += UNITS_AT_ONCE) {
    text += String.fromCharCode(...units.subarray(at, at + UNITS_AT_ONCE));
  }
  return text;
}

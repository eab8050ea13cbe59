import { ReadStopped } from './read-problem.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
export type DecodedText = { readonly text: string; readonly encoding: TextEncoding; readonly isDetected: boolean };

/** So many bytes tell UTF-16 without a mark from everything else. */
const SAMPLE = 4096;

/**
 * The text of a file whose encoding nobody wrote down. A mark at its beginning decides; then NUL bytes at every other
 * place, which only UTF-16 has; then UTF-8, which other text is by accident only; then GB18030, which GBK and GB 2312
 * are part of. Every one is read strictly: a byte that does not fit is not replaced by a question mark.
 *
 * @throws ReadStopped unknown-encoding, or not-a-ledger when it is no text at all
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
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

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // A picture or program is by chance valid in some encoding; no text has NUL characters.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

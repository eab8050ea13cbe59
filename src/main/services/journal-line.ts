import { createHash } from 'node:crypto';

/**
 * One line of the journal: a JSON object whose last member is the change set, word for word as it was handed over.
 * `hash` is the SHA-256 of the previous hash, the sequence number and that text, so the lines form a chain.
 */
export type JournalLine = {
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
  /** Where the change set's text begins in the line, in bytes. */
  readonly textStart: number;
};

const HEADER = /^\{"sequence":(\d{1,15}),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","changeSet":/;
const LONGEST_HEADER = 220;
const CLOSING_BRACE = 0x7d;

/** The hash before the first line; bound to the archive, so that a journal of another one never fits. */
export function genesisHash(archiveId: string): string {
  return createHash('sha256').update(`rongdang journal ${archiveId}`).digest('hex');
}

function chainHash(previous: string, sequence: number, text: string | Uint8Array): string {
  return createHash('sha256').update(`${previous}\n${sequence}\n`).update(text).digest('hex');
}

/** Writes a line, with its line break, for a change set that is a JSON object on one line. */
export function formatJournalLine(previous: string, sequence: number, text: string): { line: Buffer; hash: string } {
  const hash = chainHash(previous, sequence, text);
  const line = `${lineBeginning(sequence)}${previous}","hash":"${hash}","changeSet":${text}}\n`;
  return { line: Buffer.from(line, 'utf8'), hash };
}

/** Reads a line without its line break; null when it is not the whole and true successor of `expected`. */
export function readJournalLine(
  line: Uint8Array,
  expected: { readonly sequence: number; readonly previous: string },
): JournalLine | null {
  const read = readTrueLine(line);
  return read?.sequence === expected.sequence && read.previous === expected.previous ? read : null;
}

/** Reads a line that is as it was written, wherever in whichever journal that was. */
export function readTrueLine(line: Uint8Array): JournalLine | null {
  const head = Buffer.from(line.buffer, line.byteOffset, Math.min(line.byteLength, LONGEST_HEADER)).toString('latin1');
  const match = HEADER.exec(head);
  if (!match || line.at(-1) !== CLOSING_BRACE) return null;
  const [header, sequenceText, previous = '', hash = ''] = match;
  const sequence = Number(sequenceText);
  if (chainHash(previous, sequence, line.subarray(header.length, -1)) !== hash) return null;
  return { sequence, previous, hash, textStart: header.length };
}

/** How every line with this sequence number begins. No change set's text does: its own quotes are escaped. */
export function lineBeginning(sequence: number): string {
  return `{"sequence":${sequence},"previous":"`;
}

import { genesisHash, readJournalLine } from '../journal-line.ts';
import type { JournalHead } from '../scan-journal.ts';
import { PackageError } from './package-error.ts';

const LINE_BREAK = 0x0a;
/** Longer than any change set that the journal takes, in bytes. */
const LONGEST_LINE = 256 * 1024 * 1024;

/** Follows the journal's chain through its files, piece by piece. */
export type JournalChain = {
  readonly add: (piece: Uint8Array, file: string) => void;
  /** A file must end with its last line's break. */
  readonly endFile: (file: string) => void;
  readonly head: () => JournalHead;
};

/** @throws PackageError, from `add` and `endFile`, when a line is not the true successor of the one before */
export function createJournalChain(archiveId: string): JournalChain {
  let head: JournalHead = { sequence: 0, hash: genesisHash(archiveId) };
  let unfinished: Buffer[] = [];
  let held = 0;
  return {
    add: (bytes, file) => {
      const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      let from = 0;
      for (let end = piece.indexOf(LINE_BREAK); end !== -1; end = piece.indexOf(LINE_BREAK, from)) {
        const line = Buffer.concat([...unfinished, piece.subarray(from, end)]);
        const read = readJournalLine(line, { sequence: head.sequence + 1, previous: head.hash });
        if (!read) throw new PackageError('damaged', `${file}: line ${head.sequence + 1} of the journal`);
        head = { sequence: read.sequence, hash: read.hash };
        unfinished = [];
        held = 0;
        from = end + 1;
      }
      if (from === piece.length) return;
      // Copied: the piece's memory is used again.
      unfinished.push(Buffer.from(piece.subarray(from)));
      held += piece.length - from;
      if (held > LONGEST_LINE) throw new PackageError('hostile', `${file} has a line without an end`);
    },
    endFile: (file) => {
      if (unfinished.length > 0) throw new PackageError('damaged', `${file} ends within a line`);
    },
    head: () => head,
  };
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { hashFile } from '../attachment-hash.ts';
import { readTrueLine } from '../journal-line.ts';
import type { Seal } from '../sealing/wrapped-key.ts';
import type { JournalHead } from '../scan-journal.ts';
import type { ArchiveFiles } from './gather-contents.ts';
import type { PackageDescription } from './package-description.ts';
import { readLines } from './read-lines.ts';
import type { Watch } from './watch-work.ts';

export type SourceFile = { readonly name: string; readonly sha256: string; readonly entry: { readonly size: number } };

/** What a restoring takes its files from: a package, or an archive itself. */
export type RestoreSource<File extends SourceFile> = {
  readonly path: string;
  /** What the journal is to be sealed with where it is restored; null: not at all. */
  readonly seal: Seal | null;
  readonly description: Pick<PackageDescription, 'archiveId' | 'head' | 'madeAt'>;
  /** The journal's month files, in order. */
  readonly journal: readonly File[];
  readonly attachments: readonly File[];
  /** Small files of the data folder itself. */
  readonly beside: readonly File[];
  readonly read: (file: File) => AsyncGenerator<Uint8Array>;
};

const PORTION = 1024 * 1024;

/**
 * The same archive as it was behind a line of its journal, whose chain holds as far as that. Attachments stay: those
 * that no record names yet are missed by nobody. Null when the journal has no such line.
 */
export async function cutBehind<File extends SourceFile>(
  source: RestoreSource<File>,
  sequence: number,
): Promise<RestoreSource<File> | null> {
  let number = 0;
  const journal: File[] = [];
  for (const month of source.journal) {
    let end = 0;
    for await (const text of readLines(source.read(month), PORTION)) {
      for (const line of text.split('\n')) {
        if (line === '' || number === sequence) continue;
        number += 1;
        end += Buffer.byteLength(line) + 1;
        const read = number === sequence ? readTrueLine(Buffer.from(line)) : null;
        if (read) journal.push({ ...month, entry: { ...month.entry, size: end } });
        if (read) return cut(source, journal, { sequence, hash: read.hash });
      }
    }
    journal.push(month);
  }
  return null;
}

function cut<File extends SourceFile>(
  source: RestoreSource<File>,
  journal: readonly File[],
  head: JournalHead,
): RestoreSource<File> {
  const [last] = journal.slice(-1);
  const whole = source.journal.find(({ name }) => name === last?.name);
  return {
    ...source,
    // They are of now, not of then.
    beside: [],
    description: { ...source.description, head },
    journal,
    read: (file) => (file === last && whole ? beginning(source.read(whole), file.entry.size) : source.read(file)),
  };
}

/** Reads to the end all the same: only there a package's file is held to its hash. */
async function* beginning(pieces: AsyncGenerator<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const piece of pieces) {
    if (left > 0) yield piece.subarray(0, left);
    left -= Math.min(left, piece.byteLength);
  }
}

/** The archive that is open, as far as a head; attachments that have rotted are left out, as in a package. */
export async function presentSource(
  { folder, journal, store, seal }: ArchiveFiles,
  head: JournalHead,
  { madeAt, signal }: { readonly madeAt: string } & Pick<Watch, 'signal'>,
): Promise<RestoreSource<SourceFile> | null> {
  const extent = journal.extentOf(head);
  if (!extent) return null;
  const attachments: SourceFile[] = [];
  for (const sha256 of await store.list()) {
    const path = store.pathOf(sha256);
    if ((await hashFile(path, { signal })).sha256 !== sha256) continue;
    attachments.push({ name: sha256, sha256, entry: { size: (await stat(path)).size } });
  }
  const months = new Map(extent.map(({ file, ...content }) => [file, content]));
  return {
    path: folder.root,
    seal: seal(),
    description: { archiveId: folder.archiveId, head, madeAt },
    journal: Array.from(months, ([name, { bytes }]) => ({ name, sha256: '', entry: { size: bytes } })),
    attachments,
    beside: [],
    read: ({ name, sha256, entry }) => {
      const month = months.get(name);
      if (!month) return readBeginning(store.pathOf(sha256), entry.size);
      return 'read' in month ? month.read() : readBeginning(month.path, entry.size);
    },
  };
}

async function* readBeginning(path: string, bytes: number): AsyncGenerator<Uint8Array> {
  if (bytes === 0) return;
  for await (const piece of createReadStream(path, { end: bytes - 1 })) yield piece as Buffer;
}

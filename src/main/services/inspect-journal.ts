import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { genesisHash } from './journal-line.ts';
import type { LineCodec } from './sealing/line-codec.ts';
import { listMonthFiles, scanJournal, type JournalHead } from './scan-journal.ts';
import type { StoredHead } from './stored-head.ts';

/** What a reading of the whole journal found; nothing is changed by it. */
export type JournalInspection = {
  readonly files: number;
  readonly bytes: number;
  /** Lines of the chain that hold, from the first on. */
  readonly lines: number;
  /** The first line that is not what was written. */
  readonly broken: { readonly file: string; readonly line: number } | null;
  /** Bytes of an unfinished last line, which was never acknowledged. */
  readonly tornBytes: number;
  readonly head: HeadFinding;
  /** How many acknowledged lines have gone from the end. */
  readonly missing: number;
};

/**
 * How the stored head stands to the journal. `older` is what a crash leaves and harmless; `ahead`: lines are missing;
 * `different`: the journal has another line there; `none`: the file was missing or damaged, it is made anew.
 */
export type HeadFinding = 'agrees' | 'older' | 'ahead' | 'different' | 'none';

/** Reads every line of the journal from the disk again and holds it against the chain and the stored head. */
export async function inspectJournal(
  folder: string,
  archiveId: string,
  stored: StoredHead | null,
  codec: LineCodec,
): Promise<JournalInspection> {
  const names = await listMonthFiles(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const measured = { files: names.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  const scan = await scanJournal(folder, { sequence: 0, hash: genesisHash(archiveId) }, codec);
  if (scan.status === 'damaged') {
    const { file, line, places } = scan;
    return {
      ...measured,
      lines: places,
      broken: { file, line },
      tornBytes: 0,
      head: compare(null, stored),
      missing: 0,
    };
  }
  const lines = scan.places.length;
  return {
    ...measured,
    lines,
    broken: null,
    tornBytes: scan.tear?.bytes.length ?? 0,
    head: compare(scan.places, stored),
    missing: Math.max(0, (stored?.sequence ?? 0) - lines),
  };
}

/** @param places null when the chain does not hold, so that nothing can be said */
function compare(places: readonly JournalHead[] | null, stored: StoredHead | null): HeadFinding {
  if (stored === null) return 'none';
  if (places === null || stored.sequence === 0) return 'agrees';
  if (stored.sequence > places.length) return 'ahead';
  if (places[stored.sequence - 1]?.hash !== stored.hash) return 'different';
  return stored.sequence === places.length ? 'agrees' : 'older';
}

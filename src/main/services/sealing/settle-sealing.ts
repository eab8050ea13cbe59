import type { ArchiveLock } from '../archive-lock.ts';
import type { Drafts } from '../drafts.ts';
import type { Journal } from '../journal.ts';
import { PLAIN_LINES, sealedLines, unsealing, type LineCodec } from './line-codec.ts';

/** How records stand on the disk, as the lock has it now. */
export function codecOf(lock: Pick<ArchiveLock, 'seal' | 'isEnding'>, archiveId: string): LineCodec {
  const seal = lock.seal();
  if (!seal) return PLAIN_LINES;
  const codec = sealedLines(seal.key, archiveId);
  return lock.isEnding() ? unsealing(codec) : codec;
}

export type SealedPlaces = {
  readonly archiveId: string;
  readonly lock: ArchiveLock;
  readonly journal: Journal;
  readonly drafts: Pick<Drafts, 'rewrite'>;
};

/**
 * Brings what is on the disk to where the lock wants it: sealed, or no longer so, whatever an interruption has left. A
 * journal that is damaged, or has lost its end, is left as it is until somebody has decided about it.
 *
 * @throws the operating system's error; everything can be read then as before, and the next call goes on
 */
export async function settleSealing({ archiveId, lock, journal, drafts }: SealedPlaces): Promise<void> {
  if (!lock.seal()) return;
  const state = journal.status();
  if (state.status === 'damaged' || state.missing > 0) return;
  const codec = codecOf(lock, archiveId);
  await journal.rewrite(codec, () => undefined);
  await drafts.rewrite(codec);
  await lock.endSealing();
}

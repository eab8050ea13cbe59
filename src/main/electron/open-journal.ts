import process from 'node:process';
import type { DataFolder } from '#services/data-folder';
import { openJournal, type Journal } from '#services/journal';
import { openSessionMarker, type SessionMarker } from '#services/session-marker';
import type { LineCodec } from '#services/sealing/line-codec';
import { openHeadKeeper, type StoredHead } from '#services/stored-head';
import { putAside } from './contract-handlers.ts';

/** The journal of a data folder, the head kept apart from it, and the mark that the folder is open. */
export type OpenedJournal = {
  readonly journal: Journal;
  readonly marker: SessionMarker;
  /** The head as it was found, before the journal put it right. */
  readonly storedAtStart: StoredHead | null;
};

/** Opens them together and closes them when the process ends in order. */
export async function openJournalOf(folder: DataFolder, codec: LineCodec): Promise<OpenedJournal> {
  const now = () => new Date();
  const { archiveId } = folder;
  const keeper = await openHeadKeeper({ path: folder.storedHead, archiveId, now });
  const storedAtStart = keeper.stored();
  const marker = await openSessionMarker(folder.session, now());
  const journal = await openJournal({
    folder: folder.journal,
    archiveId,
    now,
    putAside: (bytes) => putAside(folder, 'torn-line', bytes),
    keeper,
    codec,
  });
  // Before a passing folder is removed, which is asked for earlier.
  process.prependOnceListener('exit', () => {
    keeper.flushNow();
    // An append that was not answered is as good as a crash: the mark stays.
    if (journal.isIdle()) marker.closeNow();
  });
  return { journal, marker, storedAtStart };
}

import type { DataFolder } from '#services/data-folder';
import { freeSpace } from '#services/free-space';
import { inspectJournal } from '#services/inspect-journal';
import type { ContractHandlers } from './ipc-host.ts';
import type { OpenedJournal } from './open-journal.ts';

export type HealthChannel = 'journal:inspect' | 'health:read';

/** What can be told about an archive whether it opens or not. */
export function createHealthHandlers(
  folder: DataFolder,
  { storedAtStart, marker }: OpenedJournal,
): Pick<ContractHandlers, HealthChannel> {
  return {
    'journal:inspect': () => inspectJournal(folder.journal, folder.archiveId, storedAtStart),
    'health:read': async () => {
      const { since, uncleanExits, lastUnclean } = marker.record();
      return {
        head: storedAtStart && { sequence: storedAtStart.sequence, at: storedAtStart.at },
        session: { since, uncleanExits, lastUnclean },
        freeBytes: await freeSpace(folder.root),
      };
    },
  };
}

import type { DataFolder } from '#services/data-folder';
import { freeSpace } from '#services/free-space';
import { inspectJournal } from '#services/inspect-journal';
import type { LineCodec } from '#services/sealing/line-codec';
import type { ContractHandlers } from './ipc-host.ts';
import type { OpenedJournal } from './open-journal.ts';

export type HealthChannel = 'journal:inspect' | 'journal:accept-loss' | 'journal:settled' | 'health:read';

/** What can be told about an archive whether it opens or not, and how a doubt about it ends. */
export function createHealthHandlers(
  folder: DataFolder,
  { journal, storedAtStart, marker }: OpenedJournal,
  codec: () => LineCodec,
): Pick<ContractHandlers, HealthChannel> {
  return {
    'journal:inspect': () => inspectJournal(folder.journal, folder.archiveId, storedAtStart, codec()),
    'journal:accept-loss': async () => {
      await journal.acceptLoss();
      return null;
    },
    'journal:settled': () => {
      marker.settle();
      return null;
    },
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

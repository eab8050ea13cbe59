import type { SecondPlace } from '#services/backup/second-place';
import { writeFailureCode } from '#services/write-atomically';
import type { BackupPaths } from './backup-paths.ts';
import type { ContractHandlers } from './ipc-host.ts';

export type SecondPlaceChannel = Extract<keyof ContractHandlers, `second-place:${string}`>;

export function createSecondPlaceHandlers(
  place: SecondPlace,
  paths: Pick<BackupPaths, 'askPlace'>,
): Pick<ContractHandlers, SecondPlaceChannel> {
  return {
    'second-place:read': place.read,
    'second-place:choose': async (_request, caller) => {
      const chosen = await paths.askPlace(caller);
      if (chosen === null) return { ok: false, code: 'cancelled', detail: '' };
      try {
        if (await place.choose(chosen)) return { ok: true };
        return { ok: false, code: 'inside-data-folder', detail: chosen };
      } catch (error) {
        return { ok: false, code: writeFailureCode(error), detail: String(error) };
      }
    },
    'second-place:forget': async () => {
      try {
        await place.forget();
        return { ok: true };
      } catch (error) {
        return { ok: false, code: writeFailureCode(error), detail: String(error) };
      }
    },
  };
}

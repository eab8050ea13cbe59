import type { SecondPlace } from '#services/backup/second-place';
import type { BackupPaths } from './backup-paths.ts';
import type { ContractHandlers } from './ipc-host.ts';
import { orFailure } from './or-failure.ts';

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
      return orFailure(async () =>
        (await place.choose(chosen)) ? { ok: true } : { ok: false, code: 'inside-data-folder', detail: chosen },
      );
    },
    'second-place:forget': () =>
      orFailure(async () => {
        await place.forget();
        return { ok: true };
      }),
  };
}

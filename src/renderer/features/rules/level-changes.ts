import type { Honor } from '#domain/records/honor';
import type { Authorities } from '#domain/records/build-record';
import type { Level } from '#domain/vocabulary/levels';

/** An honour whose level is another than the one that follows from the rules. */
export type LevelChange = { readonly honor: Honor; readonly level: Level };

/**
 * The honours that would get another level. One with a reason for its level keeps it, and where no level follows
 * nothing is taken away.
 */
export function findLevelChanges(
  honors: readonly Honor[],
  { deriveLevel }: Pick<Authorities, 'deriveLevel'>,
): readonly LevelChange[] {
  return honors.flatMap((honor) => {
    if (honor.levelReason !== '') return [];
    const level = deriveLevel(honor.awardedBy, honor.programme?.id ?? null);
    return level === null || level === honor.level ? [] : [{ honor, level }];
  });
}

import { sentence } from '../document/sentence.ts';
import type { Honor } from '../records/honor.ts';
import { LEVELS, type Level } from '../vocabulary/levels.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

export type LevelGroup = { readonly level: Level | null; readonly honors: readonly Honor[] };

/** Levels that have honours, highest first; those that nobody has settled come last. */
export function groupByLevel(honors: readonly Honor[]): readonly LevelGroup[] {
  const levels: readonly (Level | null)[] = [...LEVELS, null];
  return levels
    .map((level): LevelGroup => ({ level, honors: honors.filter((honor) => honor.level === level) }))
    .filter((group) => group.honors.length > 0);
}

/** How many there are, collective and individual, and of each level, in words. */
export function honorTotals(total: string, honors: readonly Honor[]): string {
  const isJoint = honors.some((honor) => honor.awardedBy.length > 1);
  return [
    sentence([total, recipientShares(honors)]),
    sentence([levelShares(groupByLevel(honors), honors.length)]),
    sentence([isJoint ? T.jointAwards : '']),
  ].join('');
}

export function levelName(level: Level | null): string {
  return level ?? T.unsettledLevel;
}

function recipientShares(honors: readonly Honor[]): string {
  const collective = honors.filter((honor) => honor.collective).length;
  if (collective === honors.length) return T.allOf(T.collectiveHonors, honors.length);
  if (collective === 0) return T.allOf(T.individualHonors, honors.length);
  return T.including([T.collectiveCount(collective), T.individualCount(honors.length - collective)].join('、'));
}

function levelShares(groups: readonly LevelGroup[], total: number): string {
  const [first] = groups;
  if (first === undefined || groups.length > 1) {
    return T.byLevel(groups.map((group) => T.levelCount(levelName(group.level), group.honors.length)).join('、'));
  }
  return first.level === null ? T.levelUnsettled : T.allOfLevel(first.level, total);
}

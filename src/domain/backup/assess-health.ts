/** How something about the archive is: as it should be; worth a look; something is lost or about to be. */
export type HealthState = 'good' | 'attention' | 'problem';

/** What is known of an archive; times are instants in ISO 8601, sizes are in bytes. */
export type HealthFacts = {
  readonly now: string;
  readonly lastSave: string | null;
  readonly journal: { readonly isBroken: boolean; readonly tornBytes: number; readonly missing: number };
  /** How the head that is kept apart stands to the journal. */
  readonly head: 'agrees' | 'older' | 'ahead' | 'different' | 'none';
  /** How the working copy was found at this start. */
  readonly workingCopy: 'new' | 'in-step' | 'replayed' | 'rejournaled' | 'rebuilt' | 'salvaged';
  readonly lastUncleanExit: string | null;
  readonly attachments: number;
  readonly fixity: { readonly at: string; readonly problems: number } | null;
  /** Of the backups that are where they were put. */
  readonly backups: readonly {
    readonly madeAt: string;
    readonly isComplete: boolean;
    readonly state: 'good' | 'unproven' | 'failed';
  }[];
  /** Null: the system does not tell. */
  readonly freeBytes: number | null;
};

export type HealthPart = (typeof HEALTH_PARTS)[number];
export const HEALTH_PARTS = [
  'lastSave',
  'journal',
  'head',
  'workingCopy',
  'exits',
  'fixity',
  'backups',
  'space',
] as const;

const DAY_MS = 24 * 3_600_000;
/** The check runs by itself every 30 days; this long without one means that it does not. */
const FIXITY_DAYS = 60;
const COMPLETE_BACKUP_DAYS = 30;
const RECENT_DAYS = 30;
const LITTLE_SPACE = 1024 ** 3;
const HARDLY_ANY_SPACE = 200 * 1024 ** 2;

/** How each part of an archive is. */
export function assessHealth(facts: HealthFacts): Readonly<Record<HealthPart, HealthState>> {
  const { journal, head, workingCopy } = facts;
  return {
    lastSave: 'good',
    journal: journal.isBroken || journal.missing > 0 ? 'problem' : attentionIf(journal.tornBytes > 0),
    head: head === 'ahead' || head === 'different' ? 'problem' : attentionIf(head === 'none' && workingCopy !== 'new'),
    workingCopy:
      workingCopy === 'salvaged' ? 'problem' : attentionIf(workingCopy !== 'new' && workingCopy !== 'in-step'),
    exits: attentionIf(facts.lastUncleanExit !== null && isWithin(RECENT_DAYS, facts.lastUncleanExit, facts.now)),
    fixity: fixityState(facts),
    backups: backupState(facts),
    space: spaceState(facts.freeBytes),
  };
}

/** The worst of several states; good when there are none. */
export function worstOf(states: readonly HealthState[]): HealthState {
  if (states.includes('problem')) return 'problem';
  return attentionIf(states.includes('attention'));
}

function fixityState({ fixity, attachments, now }: HealthFacts): HealthState {
  if (fixity && fixity.problems > 0) return 'problem';
  if (attachments === 0) return 'good';
  return attentionIf(fixity === null || !isWithin(FIXITY_DAYS, fixity.at, now));
}

/** Good takes a complete backup, attachments included, that is not old; one that did not pass does not count. */
function backupState({ backups, lastSave, now }: HealthFacts): HealthState {
  if (lastSave === null) return 'good';
  const complete = backups.filter(({ isComplete, state }) => isComplete && state !== 'failed');
  return attentionIf(!complete.some(({ madeAt }) => isWithin(COMPLETE_BACKUP_DAYS, madeAt, now)));
}

function spaceState(freeBytes: number | null): HealthState {
  if (freeBytes !== null && freeBytes < HARDLY_ANY_SPACE) return 'problem';
  return attentionIf(freeBytes === null || freeBytes < LITTLE_SPACE);
}

/** A time in the future, by a clock that was wrong, is not within anything. */
function isWithin(days: number, at: string, now: string): boolean {
  const age = Date.parse(now) - Date.parse(at);
  return age >= -DAY_MS && age <= days * DAY_MS;
}

function attentionIf(condition: boolean): HealthState {
  return condition ? 'attention' : 'good';
}

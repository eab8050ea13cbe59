import type { Change, ChangeAction } from '#domain/changes/change-set';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { AppliedChangeSet, ArchiveDatabase } from './database.ts';

/** One revision of a record: who made it of what, when, and by what kind of action. */
export type RecordVersion = {
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly action: ChangeAction;
  /** Null for the first. */
  readonly before: ArchiveRecord | null;
  readonly after: ArchiveRecord;
};

/** How many change sets are read at once when a revision has to be looked for one by one. */
const CHUNK = 500;
/** How far from where it should be a revision is looked for first. */
const NEAR = 20;

/**
 * The revisions of a record up to the given one, latest first, each found when it is asked for.
 *
 * Change sets are keyed by their number alone. But a record carries the instant of its change set, and numbers follow
 * the clock, so that each revision is found by bisection: some 17 reads among 100,000 change sets. Where the clock was
 * set back it leads astray; what it led to is checked, and the change sets around it, then all, are read instead.
 *
 * @param onSearching told how far down such a search has got, so that a window can say that it takes a while
 */
export async function* readHistory(
  database: ArchiveDatabase,
  latest: ArchiveRecord,
  onSearching: (sequence: number) => void = () => {},
): AsyncGenerator<RecordVersion, void> {
  const head = await database.applied.get('head');
  let upTo = head?.sequence ?? 0;
  let wanted: ArchiveRecord | null = latest;
  while (wanted !== null) {
    const applied: AppliedChangeSet | null =
      (await bisect(database, wanted, upTo)) ?? (await lookBackwards(database, wanted, upTo, onSearching));
    const change: Change | null = applied && changeTo(applied, wanted);
    if (!applied || !change) return;
    const { sequence, changeSet } = applied;
    const { action, by } = changeSet;
    yield { sequence, at: wanted.updatedAt, by, action, before: change.before, after: change.after };
    // One change set may take a record through two revisions.
    upTo = sequence;
    wanted = change.before;
  }
}

function changeTo({ changeSet }: AppliedChangeSet, { id, revision }: ArchiveRecord): Change | null {
  return changeSet.changes.find(({ after }) => after.id === id && after.revision === revision) ?? null;
}

/** Instants of change sets that have been read before: they never change, and some are large. */
const instants = new WeakMap<ArchiveDatabase, Map<number, string>>();

/**
 * The first change set that is no older than the record's revision, when it is the one that made it, or one close to
 * it: a single instant that is out of order leads no further astray than that.
 */
async function bisect(
  database: ArchiveDatabase,
  wanted: ArchiveRecord,
  upTo: number,
): Promise<AppliedChangeSet | null> {
  const known = instants.get(database) ?? new Map<number, string>();
  instants.set(database, known);
  let last: AppliedChangeSet | null = null;
  const read = async (sequence: number): Promise<AppliedChangeSet | null> => {
    if (last?.sequence !== sequence) last = (await database.changeSets.get(sequence)) ?? null;
    if (last) known.set(sequence, last.changeSet.at);
    return last;
  };
  let [from, to] = [1, upTo];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const at = known.get(middle) ?? (await read(middle))?.changeSet.at;
    if (at === undefined) return null;
    if (at < wanted.updatedAt) from = middle + 1;
    else to = middle;
  }
  const found = await read(to);
  if (found && changeTo(found, wanted)) return found;
  return findWithin(database, wanted, to - NEAR, Math.min(to + NEAR, upTo));
}

async function lookBackwards(
  database: ArchiveDatabase,
  wanted: ArchiveRecord,
  upTo: number,
  onSearching: (sequence: number) => void,
): Promise<AppliedChangeSet | null> {
  for (let to = upTo; to > 0; to -= CHUNK) {
    onSearching(to);
    const found = await findWithin(database, wanted, to - CHUNK, to);
    if (found) return found;
  }
  return null;
}

/** Looks at the change sets behind `after` and up to `upTo`. */
async function findWithin(
  database: ArchiveDatabase,
  wanted: ArchiveRecord,
  after: number,
  upTo: number,
): Promise<AppliedChangeSet | null> {
  const range = database.changeSets.where('sequence').between(after, upTo, false, true);
  return (await range.toArray()).findLast((applied) => changeTo(applied, wanted) !== null) ?? null;
}

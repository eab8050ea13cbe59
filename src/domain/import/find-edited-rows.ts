import { appendTo } from '../append-to.ts';
import type { Entry } from '../records/archive-record.ts';
import type { EntryFacts } from './entry-facts.ts';
import { isSameDate } from './compare-entries.ts';
import type { PlannedEntry, TwinReason } from './import-plan.ts';
import type { PlanContext } from './plan-import.ts';

type Decided = {
  readonly entry: PlannedEntry;
  readonly facts: EntryFacts;
  /** Ids of the records that ever came from its place in this very file. */
  readonly former: readonly string[];
};

type EditedRowsContext = Pick<PlanContext, 'file' | 'placeOf' | 'areDistinct'> & {
  /** What may be meant: living records that stand for no row of the file. */
  readonly records: readonly Entry[];
  readonly factsOf: (record: Entry) => EntryFacts;
};

type Former = { readonly id: string; readonly facts: EntryFacts };

/**
 * The entries, with those that would be new set beside what may be the same row of an earlier state of the file, before
 * it was put right: a record came from the same sheet of a file of this name, no row says the same as it any more, and
 * two of title, date and owners agree. Whatever else tells them apart, only a person knows.
 *
 * @returns in the order of the entries; each record stands for one of them only
 */
export function findEditedRows(
  decided: readonly Decided[],
  { file, placeOf, areDistinct, records, factsOf }: EditedRowsContext,
): readonly PlannedEntry[] {
  const byAgreement = new Map<string, Former[]>();
  for (const record of records) {
    const origin = placeOf(record);
    if (origin?.fileName !== file.name || origin.fileSha256 === file.sha256) continue;
    const former = { id: record.id, facts: factsOf(record) };
    for (const key of agreementKeys(origin.sheet, former.facts)) appendTo(byAgreement, key, former);
  }
  const taken = new Set<string>();
  return decided.map(({ entry, facts, former }) => {
    if (entry.outcome.type !== 'new' || byAgreement.size === 0) return entry;
    const found = agreementKeys(entry.place.sheet, facts)
      .flatMap((key) => byAgreement.get(key) ?? [])
      .find(({ id }) => !taken.has(id) && !former.some((other) => areDistinct(other, id)));
    if (found === undefined) return entry;
    taken.add(found.id);
    return {
      ...entry,
      outcome: {
        type: 'probable-duplicate',
        twin: found.facts.twin,
        score: SCORE,
        reason: reasonOf(facts, found.facts),
      },
    };
  });
}

/** One for each pair of title, date and owners that two of them may have in common. What is not said agrees with nothing. */
function agreementKeys(sheet: string, { kind, bare, date, owners }: EntryFacts): readonly string[] {
  const day = date.start === null ? '' : `${date.start} ${date.end ?? ''}`;
  const who = owners.join('\n');
  const pairs = [
    ['title-owners', bare, who],
    ['title-date', bare, day],
    ['date-owners', day, who],
  ] as const;
  return pairs.flatMap(([name, one, other]) =>
    one === '' || other === '' ? [] : [[kind, sheet, name, one, other].join('\n\n')],
  );
}

/** Two of the three agree. */
const SCORE = 0.667;

function reasonOf(a: EntryFacts, b: EntryFacts): TwinReason {
  const year = a.year === null || b.year === null ? 'unknown' : a.year === b.year ? 'same' : 'other';
  return {
    title: a.bare === b.bare ? 'same' : 'other',
    year,
    ordinal: 'unknown',
    body: 'unknown',
    date: isSameDate(a, b) ? 'same' : 'other',
    name: a.owners.join('\n') === b.owners.join('\n') ? 'same' : 'other',
    file: 'same',
  };
}

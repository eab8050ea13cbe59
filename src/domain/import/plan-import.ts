import type { Entry } from '../records/archive-record.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { countPlan } from './count-plan.ts';
import { draftRows, type DraftedRecord } from './draft-rows.ts';
import { createFactReader, type EntryFacts } from './entry-facts.ts';
import { findEditedRows } from './find-edited-rows.ts';
import type { ImportFile, ImportPlace, Twin } from './import-commit.ts';
import type { ImportChoices, ImportPlan, Outcome, PlannedEntry } from './import-plan.ts';
import type { ImportConcern, ImportRow } from './import-row.ts';
import { matchPlaces } from './match-places.ts';
import { createKinship, createNamer, type NameToken } from './name-kinship.ts';
import { saidDifferences } from './said-differences.ts';
import { createTwinFinder, type TwinFinder } from './twin-finder.ts';
import { countPairs } from './typing-slip.ts';
import { listUnknownUnits } from './unknown-units.ts';

/** Where a record was imported from. */
export type RecordOrigin = ImportPlace & { readonly fileName: string; readonly fileSha256: string };

/** What planning needs to know of the archive. */
export type PlanContext = {
  readonly file: ImportFile;
  /** The current day, ISO 8601. */
  readonly today: string;
  /** Honours, plans and activities; deleted ones only tell what a person has said of them. */
  readonly entries: readonly Entry[];
  readonly units: UnitDirectory;
  /** Where a record was imported from, or null when it was not. */
  readonly placeOf: (record: Entry) => RecordOrigin | null;
  /** Whether a person has said that two records, by their ids in either order, are no duplicates. */
  readonly areDistinct: (a: string, b: string) => boolean;
};

/** The plan of an import about which nobody has decided anything yet. */
export const NO_CHOICES: ImportChoices = { entries: new Map(), units: new Map(), mended: new Map() };

/**
 * Says what would become of every row. Nothing is changed by it, and the same rows, archive and choices give the same
 * plan:
 *
 * - The same place of the same file: the record is `unchanged`, or updated where the file now says otherwise, as after
 *   its columns were mapped anew. A record that a person has edited since stays as it is, with a concern for each field.
 * - The same words as a record, from another file or place: `unchanged`; each record stands for one row only.
 * - The same in all that tells records apart: `exact-duplicate`; nearly so: `probable-duplicate` (`compareEntries`), as is
 *   what may be a row of an earlier state of the file that was put right since (`findEditedRows`).
 *
 * Takes time for the rows and records there are, not for their pairs.
 *
 * @param choices its links and mended rows count; what is decided about single entries does so in `commitOf`
 */
export function planImport(rows: readonly ImportRow[], archive: PlanContext, choices: ImportChoices): ImportPlan {
  const { records, rejected } = draftRows(rows, choices.mended, archive.today);
  const drafts = records.map(({ draft }) => draft);
  const entries = planRecords(records, archive, choices);
  return {
    file: archive.file,
    entries,
    rejected,
    unknownUnits: listUnknownUnits(drafts, archive.units),
    counts: countPlan(rows.length, entries, rejected),
  };
}

type Planned = { readonly record: DraftedRecord; readonly facts: EntryFacts };

function planRecords(
  records: readonly DraftedRecord[],
  archive: PlanContext,
  choices: ImportChoices,
): readonly PlannedEntry[] {
  const { ofDraft, ofRecord } = createFactReader(createNamer(archive.units, choices.units));
  const planned = records.map((record): Planned => ({ record, facts: ofDraft(record.draft, record.key) }));
  const kinds = new Set(records.map(({ kind }) => kind));
  const living = archive.entries.filter(({ kind, deletedAt }) => deletedAt === null && kinds.has(kind));
  const known = living.map(ofRecord);
  const all = [...known, ...planned.map(({ facts }) => facts)];
  const finder = createTwinFinder({
    kinship: createKinship(tokensOf(all), archive.units),
    titlePairs: countPairs(() => all.map(({ plain }) => plain)),
  });
  for (const facts of known) finder.add(facts);
  const { matches, formerOf } = matchPlaces(records, archive);
  const claimed = new Set(Array.from(matches.values(), ({ id }) => id));
  const byId = new Map(living.map((record) => [record.id as string, record]));
  const look: Look = { finder, claimed, byId, formerOf, areDistinct: archive.areDistinct };
  const decided = planned.map(({ record, facts }) => {
    const match = matches.get(record);
    const { outcome, concerns } = match
      ? ofSamePlace(record, match)
      : { outcome: decide(record, facts, look), concerns: [] };
    if (outcome.type === 'new' || outcome.type === 'probable-duplicate') finder.add(facts);
    const { key, place, kind, draft } = record;
    const asked = concerns.length > 0 ? [...record.concerns, ...concerns] : record.concerns;
    const entry: PlannedEntry = { key, place, kind, draft, concerns: asked, outcome };
    return { entry, facts, former: formerOf(record) };
  });
  const twins = new Set(decided.map(({ entry }) => idOfTwin(entry.outcome)));
  const free = living.filter(({ id }) => !twins.has(id));
  return findEditedRows(decided, { ...archive, records: free, factsOf: ofRecord });
}

function idOfTwin(outcome: Outcome): string | null {
  if (outcome.type === 'update') return outcome.id;
  return outcome.type !== 'new' && outcome.twin.in === 'archive' ? outcome.twin.id : null;
}

function tokensOf(all: readonly EntryFacts[]): ReadonlySet<NameToken> {
  const tokens = new Set<NameToken>();
  for (const { owners, givers, unitOfPerson } of all) {
    for (const token of owners) tokens.add(token);
    for (const token of givers) tokens.add(token);
    for (const token of unitOfPerson.values()) tokens.add(token);
  }
  return tokens;
}

/** A record that was made from this very place. The first revision is the one that the import made. */
function ofSamePlace(
  drafted: DraftedRecord,
  record: Entry,
): { readonly outcome: Outcome; readonly concerns: readonly ImportConcern[] } {
  const { id, revision } = record;
  const fields = saidDifferences(drafted, record);
  const twin: Twin = { in: 'archive', id, revision };
  if (fields.length === 0) return { outcome: { type: 'unchanged', twin }, concerns: [] };
  if (revision === 1) return { outcome: { type: 'update', id, revision, fields }, concerns: [] };
  const concerns = fields.map((field): ImportConcern => ({
    ...drafted.place,
    column: '',
    field,
    text: '',
    code: 'edited-since-import',
    value: '',
  }));
  return { outcome: { type: 'unchanged', twin }, concerns };
}

type Look = {
  readonly finder: TwinFinder;
  /** Ids of records that stand for a row already. */
  readonly claimed: Set<string>;
  readonly byId: ReadonlyMap<string, Entry>;
  readonly formerOf: (record: DraftedRecord) => readonly string[];
  readonly areDistinct: PlanContext['areDistinct'];
};

function decide(record: DraftedRecord, facts: EntryFacts, look: Look): Outcome {
  const { finder, claimed, byId } = look;
  const former = look.formerOf(record);
  const isPossible = ({ twin }: EntryFacts) =>
    twin.in === 'file' || !former.some((id) => look.areDistinct(id, twin.id));
  const same = finder.exact(facts).filter(isPossible);
  for (const { twin } of same) {
    const known = twin.in === 'archive' && !claimed.has(twin.id) ? byId.get(twin.id) : undefined;
    if (!known || saidDifferences(record, known).length > 0) continue;
    claimed.add(known.id);
    return { type: 'unchanged', twin };
  }
  const [first] = same;
  if (first) return { type: 'exact-duplicate', twin: first.twin };
  const likely = finder.probable(facts, isPossible);
  if (likely === null) return { type: 'new' };
  return { type: 'probable-duplicate', twin: likely.facts.twin, score: likely.score, reason: likely.reason };
}

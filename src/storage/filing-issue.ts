import { changeOf, type Change } from '#domain/changes/change-set';
import type { FilingItem } from '#domain/records/filing-item';
import { nextRevision, type Stamp } from '#domain/records/build-record';
import type { RecordId } from '#domain/records/record-base';
import { filedPaper, type FilableRecord } from '#domain/filing/filable-record';
import { storedFields, storedSegments } from '#domain/filing/filing-register';
import { NO_FILING, type Filing } from '#domain/filing/filing';
import { readFilingFields } from '#domain/filing/filing-fields';
import { placesOf } from '#domain/filing/issue-code';
import { planIssue, type IssueCandidate, type ProposedCode } from '#domain/filing/plan-issue';
import type { Retention } from '#domain/filing/retention';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed, type PlannedChanges } from './commit-changes.ts';
import { readFilables, readFilingBooks, type FilingBooks } from './filing-books.ts';
import { buildFilingItem, newIdentity } from './filing-save.ts';

/** A record that is to get a code, and what a person has decided about it. */
export type IssueRequest = {
  readonly id: RecordId;
  readonly year: number | null;
  readonly retention: Retention | null;
  /** Empty for the department of the settings. */
  readonly department: string;
};

export type IssuedCodes = Committed & { readonly codes: readonly string[] };

/**
 * Issues codes to records, all or none, as one change set. The plan is made once more under the writer's lock, so that
 * a code which another window has just given is not given again. `planIssue` is to be asked first: what it has problems
 * with is answered here as a conflict only.
 *
 * A code comes with an item of its own; what was noted about the record before moves over to it. Undone, the item stays
 * in the archive, deleted, and with it the memory of its number. When the number is given again it is taken off that
 * item, so that the undone issue cannot be redone beside it.
 */
export async function issueCodes(
  archive: Archive,
  requests: readonly IssueRequest[],
  label: string,
): Promise<Result<IssuedCodes, CommitFailure>> {
  return commitChanges(archive, () => planUnderLock(archive, requests, label));
}

async function planUnderLock(
  archive: Archive,
  requests: readonly IssueRequest[],
  label: string,
): Promise<Result<PlannedChanges & Pick<IssuedCodes, 'codes'>, CommitFailure>> {
  const books = await readFilingBooks(archive.database);
  const owners = await readFilables(
    archive.database,
    requests.map(({ id }) => id),
  );
  const missing = requests.find(({ id }) => !owners.has(id));
  if (missing) return refuse({ code: 'gone', id: missing.id });
  const candidates = requests.flatMap((request) => {
    const owner = owners.get(request.id);
    return owner ? [candidateOf(owner, request)] : [];
  });
  const plan = books.settings && planIssue(books.settings, candidates, books.register.issued);
  const [problem] = plan?.problems ?? [];
  if (!plan || problem) return refuseProblem(problem?.id ?? requests[0]?.id ?? '', books, owners);
  const stamp = { at: archive.now(), by: archive.operator() };
  const proposals = plan.series.flatMap((series) => series.proposals);
  const changes = proposals.flatMap((proposal) => {
    const owner = owners.get(proposal.id);
    return owner ? issueTo(owner, proposal, books, stamp, archive.newId) : [];
  });
  const released = releaseNumbers(proposals, books, stamp);
  const codes = proposals.map(({ code }) => code);
  return succeed({ action: 'file', label, changes: [...released, ...changes], codes } as const);
}

function candidateOf(owner: FilableRecord, request: IssueRequest): IssueCandidate {
  const { title, date } = filedPaper(owner);
  return { ...request, title, date };
}

function refuseProblem(
  id: string,
  { register, rulebook }: FilingBooks,
  owners: ReadonlyMap<string, FilableRecord>,
): Result<never, CommitFailure> {
  const current = register.itemOf.get(id) ?? owners.get(id) ?? rulebook;
  return current ? refuse({ code: 'conflict', current }) : refuse({ code: 'gone', id });
}

/** The item with the code, and the end of the one that held the record's notes before. */
function issueTo(
  owner: FilableRecord,
  { code, segments }: ProposedCode,
  { register }: FilingBooks,
  stamp: Stamp,
  newId: () => string,
): readonly Change[] {
  const noted = register.itemOf.get(owner.id) ?? null;
  const filing = { ...notedFiling(noted), code, segments, retention: segments.retention, issuedAt: stamp.at };
  const item = { ...buildFilingItem(owner, filing, noted?.note ?? ''), ...newIdentity(newId, stamp) };
  if (!noted) return [changeOf(null, item)];
  const ended = { ...noted, ...nextRevision(noted, stamp), deletedAt: stamp.at, deleteReason: code };
  return [changeOf(noted, ended), changeOf(null, item)];
}

function notedFiling(noted: FilingItem | null): Filing {
  const read = noted && readFilingFields(storedFields(noted));
  return read?.ok ? read.value : NO_FILING;
}

/** Takes numbers that are given again off the items that an undo took them back from. */
function releaseNumbers(
  proposals: readonly ProposedCode[],
  { register, template }: FilingBooks,
  stamp: Stamp,
): readonly Change[] {
  const placeKeys = (place: Parameters<typeof placesOf>[1]) =>
    placesOf(template, place).map(({ series, number }) => `${number} of ${series}`);
  const given = new Set(proposals.flatMap((proposal) => placeKeys(proposal)));
  return register.returned
    .filter((item) => placeKeys({ code: item.code, segments: storedSegments(item) }).some((key) => given.has(key)))
    .map((item) => changeOf(item, { ...item, ...nextRevision(item, stamp), code: '', number: null, issuedAt: '' }));
}

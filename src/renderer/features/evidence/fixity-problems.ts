import type { ResponseOf } from '#contract/archive-contract';
import type { Attachment } from '#domain/records/attachment';
import type { LiveRecords } from '../../archive/live-records.ts';

type FixityReport = NonNullable<ResponseOf<'fixity:report'>>;
type Problem = FixityReport['problems'][number];

/** A file that is not as it was, with the attachments that it is. */
export type NamedProblem = {
  readonly kind: Exclude<Problem['kind'], 'unreferenced'>;
  readonly sha256: string;
  readonly attachments: readonly Attachment[];
};

/** Everything that attachments stand for; those in the bin too, since they may come back. */
export function expectedHashes(records: LiveRecords): string[] {
  return [...new Set(allAttachments(records).map(({ sha256 }) => sha256))];
}

/** What a report found, with names; files that no record uses are no problem of any record. */
export function nameProblems({ problems }: FixityReport, records: LiveRecords): readonly NamedProblem[] {
  const byHash = Map.groupBy(allAttachments(records), ({ sha256 }) => sha256);
  return problems.flatMap(({ kind, sha256 }) =>
    kind === 'unreferenced' ? [] : [{ kind, sha256, attachments: byHash.get(sha256) ?? [] }],
  );
}

function allAttachments(records: LiveRecords): readonly Attachment[] {
  const deleted = records.deleted().filter((record) => record.kind === 'attachment');
  return [...records.list('attachment'), ...deleted];
}

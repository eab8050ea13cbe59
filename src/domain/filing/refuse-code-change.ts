import { refuse, succeed, type Result } from '../result.ts';
import { equalSegments } from './file-code-segments.ts';
import type { Filing } from './filing.ts';

export type CodeChangeRefusal = {
  readonly code: 'code-removed' | 'code-changed' | 'segments-changed' | 'issue-time-changed';
};

type CodePart = Pick<Filing, 'code' | 'segments' | 'issuedAt'>;

/**
 * Whether a change leaves an issued code alone (stability, DA/T 13-2022, 4.3). An item leaves the archive by being
 * withdrawn as a whole, code and all: were its code taken off, the number would be forgotten and given again.
 */
export function refuseCodeChange(before: CodePart | null, after: CodePart | null): Result<null, CodeChangeRefusal> {
  if (before === null || before.code === null) return succeed(null);
  if (after === null || after.code === null) return refuse({ code: 'code-removed' });
  if (after.code !== before.code) return refuse({ code: 'code-changed' });
  if (!equalSegments(before.segments, after.segments)) return refuse({ code: 'segments-changed' });
  return after.issuedAt === before.issuedAt ? succeed(null) : refuse({ code: 'issue-time-changed' });
}

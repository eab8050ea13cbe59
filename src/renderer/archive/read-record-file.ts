import { describeProblem } from './problem-messages.ts';
import { readRecordDraft, type DraftOfKind } from '#domain/records/record-draft';
import type { ReadDraft } from '#domain/records/read-draft';
import { LEDGER_KINDS, type LedgerKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import { messages } from './messages.ts';

/**
 * Reads a file of records at the boundary shape, as `list --json` writes it. Either every record can be imported or
 * the answer names each one that cannot, by its place in the file and its field.
 */
export function readRecordFile(
  text: string,
  today: string,
): Result<readonly ReadDraft<DraftOfKind<LedgerKind>>[], readonly string[]> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse([messages.importing.notJson(error instanceof Error ? error.message : String(error))]);
  }
  const records = Array.isArray(content) ? content : (content as { records?: unknown } | null)?.records;
  if (!Array.isArray(records)) return refuse([messages.importing.notList]);

  const reads: ReadDraft<DraftOfKind<LedgerKind>>[] = [];
  const problems: string[] = [];
  for (const [index, record] of (records as readonly unknown[]).entries()) {
    const kind = LEDGER_KINDS.find((each) => each === (record as { kind?: unknown } | null)?.kind);
    const read = kind ? readRecordDraft(kind, record, today) : null;
    if (read?.ok) reads.push(read.value);
    else {
      const found = read ? read.error : [{ code: 'not-a-choice', field: 'kind' } as const];
      problems.push(messages.importing.atRecord(index + 1, found.map(describeProblem).join('；')));
    }
  }
  return problems.length > 0 ? refuse(problems) : succeed(reads);
}

import type { LedgerDocumentOptions } from '#domain/ledger-document/ledger-document-options';
import { listColumns } from '#domain/list-table/list-columns';
import type { EntryKind } from '#domain/records/record-base';
import { columnHeading } from './list-outlines.ts';

/** Some fields as the columns of a ledger on paper, in the order of lists, with the title whether it is named or not. */
export function ledgerColumns(ledger: EntryKind, names: readonly string[]): LedgerDocumentOptions['columns'] {
  return listColumns(ledger)
    .filter((name) => name === 'title' || names.includes(name))
    .map((name) => ({ name, heading: columnHeading(ledger, name) }));
}

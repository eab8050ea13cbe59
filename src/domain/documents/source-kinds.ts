import { FILABLE_KINDS } from '../filing/filable-record.ts';
import { ENTRY_KINDS, type RecordKind } from '../records/record-base.ts';
import type { DocumentKind } from './compose-document.ts';

/** Which records each document is made from. */
export const SOURCE_KINDS: Readonly<Record<DocumentKind, readonly RecordKind[]>> = {
  yearbook: [...ENTRY_KINDS, 'practice', 'unit', 'unitChange', 'attachment', 'photoGroup'],
  honors: ['honor', 'unit'],
  chronicle: [...ENTRY_KINDS, 'unit'],
  ledger: [...ENTRY_KINDS, 'unit'],
  catalogue: [...FILABLE_KINDS, 'filingItem', 'rulebook'],
  unit: ['honor', 'unit', 'unitChange', 'attachment'],
  certificates: ['honor', 'unit', 'attachment'],
};

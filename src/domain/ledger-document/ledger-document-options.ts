import * as v from 'valibot';
import { coverEntries, coverText } from '../document/cover-text.ts';
import { scopeEntries } from '../document/document-scope.ts';
import { ENTRY_KINDS } from '../records/record-base.ts';

/** By time, the latest first, or by level and then time, which tells apart honours alone. */
export const LEDGER_ORDERS = ['date', 'newest', 'level'] as const;
export type LedgerOrder = (typeof LEDGER_ORDERS)[number];

/** More columns on a page would have room for three characters each. */
export const MOST_LEDGER_COLUMNS = 12;

export const ledgerDocumentOptionsSchema = v.pipe(
  v.strictObject({
    ...scopeEntries,
    /** Which ledger it is. */
    ledger: v.picklist(ENTRY_KINDS),
    /** Fields of its records with what stands above them: the archive has no names for fields. The title is one of them. */
    columns: v.pipe(
      v.array(v.pipe(v.strictObject({ name: v.string(), heading: v.string() }), v.readonly())),
      v.maxLength(MOST_LEDGER_COLUMNS),
      v.check((columns) => columns.some(({ name }) => name === 'title'), 'must have the title'),
      v.readonly(),
    ),
    order: v.picklist(LEDGER_ORDERS),
    /** Whether records of unknown year stand at the end or are left out. */
    includeUndated: v.boolean(),
    ...coverEntries(coverText),
  }),
  v.readonly(),
);
export type LedgerDocumentOptions = v.InferOutput<typeof ledgerDocumentOptionsSchema>;

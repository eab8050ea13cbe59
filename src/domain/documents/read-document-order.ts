import * as v from 'valibot';
import { certificateListOptionsSchema } from '../certificate-list/certificate-list-options.ts';
import { chronicleOptionsSchema } from '../chronicle/chronicle-options.ts';
import { compilationOptionsSchema } from '../compilation/compilation-options.ts';
import { catalogueDocumentOptionsSchema } from '../filing/catalogue-document-options.ts';
import { ledgerDocumentOptionsSchema } from '../ledger-document/ledger-document-options.ts';
import { unitProfileOptionsSchema } from '../unit-profile/unit-profile-options.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { yearbookOptionsSchema } from '../yearbook/yearbook-options.ts';
import type { DocumentKind, DocumentOrder } from './compose-document.ts';

const OPTIONS = {
  yearbook: yearbookOptionsSchema,
  honors: compilationOptionsSchema,
  chronicle: chronicleOptionsSchema,
  ledger: ledgerDocumentOptionsSchema,
  catalogue: catalogueDocumentOptionsSchema,
  unit: unitProfileOptionsSchema,
  certificates: certificateListOptionsSchema,
} as const satisfies Record<DocumentKind, v.GenericSchema>;

export const documentKindSchema = v.picklist(Object.keys(OPTIONS) as DocumentKind[]);

/** An order whose options are checked as those of its kind; what is wrong with them otherwise, in English. */
export function checkDocumentOrder<K extends DocumentKind>(
  kind: K,
  unchecked: unknown,
): Result<Extract<DocumentOrder, { readonly kind: K }>, string> {
  const options = v.safeParse(OPTIONS[kind], unchecked);
  if (!options.success) return refuse(v.summarize(options.issues));
  return succeed({ kind, options: options.output } as unknown as Extract<DocumentOrder, { readonly kind: K }>);
}

const orderSchema = v.strictObject({ kind: documentKindSchema, options: v.unknown() });

/** An order from JSON text, which an earlier version of the program may have written; null when it is none any more. */
export function readDocumentOrder(text: string): DocumentOrder | null {
  const order = v.safeParse(v.pipe(v.string(), v.parseJson(), orderSchema), text);
  if (!order.success) return null;
  const checked = checkDocumentOrder(order.output.kind, order.output.options);
  return checked.ok ? checked.value : null;
}

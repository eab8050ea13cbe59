import * as v from 'valibot';
import { certificateListOptionsSchema } from '../certificate-list/certificate-list-options.ts';
import { chronicleOptionsSchema } from '../chronicle/chronicle-options.ts';
import { compilationOptionsSchema } from '../compilation/compilation-options.ts';
import { catalogueDocumentOptionsSchema } from '../filing/catalogue-document-options.ts';
import { ledgerDocumentOptionsSchema } from '../ledger-document/ledger-document-options.ts';
import { unitProfileOptionsSchema } from '../unit-profile/unit-profile-options.ts';
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

const orderSchema = v.strictObject({ kind: v.picklist(Object.keys(OPTIONS) as DocumentKind[]), options: v.unknown() });

/** An order from JSON text, which an earlier version of the program may have written; null when it is none any more. */
export function readDocumentOrder(text: string): DocumentOrder | null {
  const order = v.safeParse(v.pipe(v.string(), v.parseJson(), orderSchema), text);
  if (!order.success) return null;
  const { kind } = order.output;
  const options = v.safeParse(OPTIONS[kind], order.output.options);
  return options.success ? ({ kind, options: options.output } as DocumentOrder) : null;
}

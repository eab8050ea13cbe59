import { composeChronicle } from '../chronicle/compose-chronicle.ts';
import type { ChronicleOptions } from '../chronicle/chronicle-options.ts';
import { composeCompilation } from '../compilation/compose-compilation.ts';
import type { CompilationOptions } from '../compilation/compilation-options.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import type { Entry } from '../records/archive-record.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { composeYearbook } from '../yearbook/compose-yearbook.ts';
import type { YearbookOptions } from '../yearbook/yearbook-options.ts';

/** Which document is to be made, and how. */
export type DocumentOrder =
  | { readonly kind: 'yearbook'; readonly options: YearbookOptions }
  | { readonly kind: 'honors'; readonly options: CompilationOptions }
  | { readonly kind: 'chronicle'; readonly options: ChronicleOptions };
export type DocumentKind = DocumentOrder['kind'];

/**
 * Any document as a neutral tree. Pure: the same records and options always make the same document.
 *
 * @param units makes it print the official names that units had on the date of each record
 */
export function composeDocument(
  order: DocumentOrder,
  entries: readonly Entry[],
  units: UnitDirectory,
): ComposedDocument {
  switch (order.kind) {
    case 'yearbook':
      return composeYearbook(entries, order.options, units);
    case 'honors':
      return composeCompilation(entries, order.options, units);
    case 'chronicle':
      return composeChronicle(entries, order.options, units);
  }
}

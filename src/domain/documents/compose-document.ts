import { composeCertificateList } from '../certificate-list/compose-certificate-list.ts';
import type { CertificateListOptions } from '../certificate-list/certificate-list-options.ts';
import { composeChronicle } from '../chronicle/compose-chronicle.ts';
import type { ChronicleOptions } from '../chronicle/chronicle-options.ts';
import { composeCompilation } from '../compilation/compose-compilation.ts';
import type { CompilationOptions } from '../compilation/compilation-options.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import type { CatalogueDocumentOptions } from '../filing/catalogue-document-options.ts';
import { composeCatalogue } from '../filing/compose-catalogue.ts';
import { composeLedgerDocument } from '../ledger-document/compose-ledger-document.ts';
import type { LedgerDocumentOptions } from '../ledger-document/ledger-document-options.ts';
import { isEntry, type ArchiveRecord } from '../records/archive-record.ts';
import { composeUnitProfile } from '../unit-profile/compose-unit-profile.ts';
import type { UnitProfileOptions } from '../unit-profile/unit-profile-options.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { composeYearbook } from '../yearbook/compose-yearbook.ts';
import type { YearbookOptions } from '../yearbook/yearbook-options.ts';

/** Which document is to be made, and how. */
export type DocumentOrder =
  | { readonly kind: 'yearbook'; readonly options: YearbookOptions }
  | { readonly kind: 'honors'; readonly options: CompilationOptions }
  | { readonly kind: 'chronicle'; readonly options: ChronicleOptions }
  | { readonly kind: 'ledger'; readonly options: LedgerDocumentOptions }
  | { readonly kind: 'catalogue'; readonly options: CatalogueDocumentOptions }
  | { readonly kind: 'unit'; readonly options: UnitProfileOptions }
  | { readonly kind: 'certificates'; readonly options: CertificateListOptions };
export type DocumentKind = DocumentOrder['kind'];

/**
 * Any document as a neutral tree, with the official names that units had on the date of each record. Pure: the same
 * records and options always make the same document.
 *
 * @param records those of the kinds that the document is made from, deleted ones too
 */
export function composeDocument(order: DocumentOrder, records: readonly ArchiveRecord[]): ComposedDocument {
  const living = records.filter(({ deletedAt }) => deletedAt === null);
  const entries = living.filter(isEntry);
  const units = createUnitDirectory(living.filter((record) => record.kind === 'unit'));
  switch (order.kind) {
    case 'yearbook':
      return composeYearbook(living, order.options, units);
    case 'honors':
      return composeCompilation(entries, order.options, units);
    case 'chronicle':
      return composeChronicle(entries, order.options, units);
    case 'ledger':
      return composeLedgerDocument(entries, order.options, units);
    case 'catalogue':
      return composeCatalogue(records, order.options);
    case 'unit':
      return composeUnitProfile(living, order.options);
    case 'certificates':
      return composeCertificateList(living, order.options);
  }
}

import { createContext, useContext } from 'react';
import type { DocumentKind, DocumentOrder } from '#domain/documents/compose-document';

/** What a panel begins with: what a template asks for, or null for what is usual. */
export const InitialOrder = createContext<DocumentOrder | null>(null);

type OptionsOf<K extends DocumentKind> = Extract<DocumentOrder, { readonly kind: K }>['options'];

export function useInitialOptions<K extends DocumentKind>(kind: K): OptionsOf<K> | null {
  const order = useContext(InitialOrder);
  const options: unknown = order?.kind === kind ? order.options : null;
  return options as OptionsOf<K> | null;
}

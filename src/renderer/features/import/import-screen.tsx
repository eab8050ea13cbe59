import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { messages } from './messages.ts';

/** Where ledgers come in. Its children: what was imported before. */
export function ImportScreen({ children }: { readonly children: ReactNode }) {
  return <Page title={messages.title}>{children}</Page>;
}

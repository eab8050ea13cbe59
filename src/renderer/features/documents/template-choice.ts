import { createContext, useContext } from 'react';
import type { DocumentOrder } from '#domain/documents/compose-document';

export type TemplateChoice = {
  /** The template that was chosen last; null for none. */
  readonly templateId: string | null;
  /** Fills the panel with what a template asks for, or with what is usual. */
  readonly apply: (order: DocumentOrder | null, templateId: string | null) => void;
};

export const TemplateChoosing = createContext<TemplateChoice>({ templateId: null, apply: () => undefined });

export function useTemplateChoice(): TemplateChoice {
  return useContext(TemplateChoosing);
}

import type { Block, Heading } from '../document/document-tree.ts';
import { chineseNumber } from '../document/chinese-number.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

export type Section = { readonly name: string; readonly blocks: readonly Block[] };

/** Sections under headings of the second level, （一）（二）…; a single section needs no heading to be told apart. */
export function numberedSections(sections: readonly Section[]): readonly Block[] {
  if (sections.length === 1) return sections[0]?.blocks ?? [];
  return sections.flatMap((section, index) => [
    sectionHeading(T.sectionTitle(chineseNumber(index + 1), section.name)),
    ...section.blocks,
  ]);
}

export function sectionHeading(text: string): Heading {
  return { kind: 'heading', level: 2, text };
}

export function subsectionHeading(number: number, name: string): Heading {
  return { kind: 'heading', level: 3, text: T.subsectionTitle(number, name) };
}

import { chineseNumber, HIGHEST_CHINESE_NUMBER } from './chinese-number.ts';
import { DOCUMENT_TERMS as T } from './document-terms.ts';
import type { Block, Heading } from './document-tree.ts';

export type Section = { readonly name: string; readonly blocks: readonly Block[] };

/** Sections under headings of the second level, （一）（二）…; a single section needs no heading to be told apart. */
export function numberedSections(sections: readonly Section[]): readonly Block[] {
  if (sections.length === 1) return sections[0]?.blocks ?? [];
  return sections.flatMap((section, index) => [numberedSection(index + 1, section.name), ...section.blocks]);
}

/** The title of a chapter: 一、… */
export function chapterTitle(number: number, name: string): string {
  return T.chapterTitle(number > HIGHEST_CHINESE_NUMBER ? String(number) : chineseNumber(number), name);
}

export function numberedSection(number: number, name: string): Heading {
  return sectionHeading(T.sectionTitle(chineseNumber(number), name));
}

export function sectionHeading(text: string): Heading {
  return { kind: 'heading', level: 2, text };
}

export function subsectionHeading(number: number, name: string): Heading {
  return { kind: 'heading', level: 3, text: T.subsectionTitle(number, name) };
}

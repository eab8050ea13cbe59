import { TableOfContents, type FileChild } from 'docx';
import { styled } from './render-blocks.ts';
import type { OutlineEntry } from './outline.ts';
import { TEXT_STYLES } from './text-styles.ts';
import { xmlText } from './xml-text.ts';

/**
 * The table of contents: a real Word field, filled in beforehand and not marked for updating, so that it is complete on
 * first opening and nobody is asked anything. Word can still update it.
 */
export function renderContents(title: string, outline: readonly OutlineEntry[]): readonly FileChild[] {
  return [
    styled(TEXT_STYLES.contentsTitle, title),
    new TableOfContents(title, {
      hyperlink: true,
      headingStyleRange: '1-2',
      hideTabAndPageNumbersInWebView: true,
      beginDirty: false,
      cachedEntries: outline.map((entry) => ({
        title: xmlText(entry.title),
        level: entry.level,
        page: entry.page,
        href: entry.bookmark,
      })),
    }),
  ];
}

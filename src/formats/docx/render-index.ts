import type { IndexBlock, IndexItem } from '#domain/document/document-tree';
import type { RecordId } from '#domain/records/record-base';
import { indexLine, type PageReference, type PageStretch, type RecordPages } from './index-pages.ts';
import { TEXT_STYLES } from './text-styles.ts';
import { paragraph, styled, textRuns, type Markup } from './word-markup.ts';

type IndexContext = { readonly entryBookmarks: ReadonlyMap<RecordId, string>; readonly recordPages: RecordPages };

/**
 * Names with their pages. Each page is a reference to a record on it (PAGEREF), filled in beforehand: right on first
 * opening, and Word can bring it up to date when somebody has changed the text.
 */
export function renderIndex({ groups }: IndexBlock, context: IndexContext): Markup {
  return groups
    .map(({ letter, items }) => {
      const lines = items.map((item) => renderItem(item, context));
      return styled(TEXT_STYLES.indexLetter, letter) + lines.join('');
    })
    .join('');
}

function renderItem(item: IndexItem, { entryBookmarks, recordPages }: IndexContext): Markup {
  const style = TEXT_STYLES.indexItem;
  const { stretches, gap } = indexLine(item, recordPages);
  const pages = stretches.map((stretch) => stretchRuns(stretch, entryBookmarks)).join(textRuns('、', style));
  const between = gap === '\t' ? '<w:r><w:tab/></w:r>' : textRuns(gap, style);
  return paragraph(style, `${textRuns(item.name, style)}${between}${pages}`);
}

function stretchRuns({ from, to }: PageStretch, bookmarks: IndexContext['entryBookmarks']): Markup {
  const first = pageField(from, bookmarks);
  return from === to ? first : `${first}${textRuns('—', TEXT_STYLES.indexItem)}${pageField(to, bookmarks)}`;
}

function pageField({ page, entryId }: PageReference, bookmarks: IndexContext['entryBookmarks']): Markup {
  const number = textRuns(String(page), TEXT_STYLES.indexItem);
  const bookmark = bookmarks.get(entryId);
  if (bookmark === undefined) return number;
  const mark = (type: 'begin' | 'separate' | 'end') => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = `<w:r><w:instrText xml:space="preserve">PAGEREF ${bookmark} \\h</w:instrText></w:r>`;
  return `${mark('begin')}${instruction}${mark('separate')}${number}${mark('end')}`;
}

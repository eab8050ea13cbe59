import { breakTitle } from './break-title.ts';
import { DOCUMENT_TERMS as T } from './document-terms.ts';
import type { DocumentTree } from './document-tree.ts';
import { printed } from './sentence.ts';

/** Characters that the widest type of the cover and of the opening page hold on a line. */
const COVER_CAPACITY = 12;
const OPENING_CAPACITY = 18;

type FrontWords = {
  readonly title: string;
  /** Which of the documents of this title it is: 2023年卷, 2014—2023年. */
  readonly volume: string;
  readonly subject: string;
  readonly editor: string;
  /** ISO 8601 calendar day. */
  readonly compiledOn: string;
  /** What the opening page says of the content. */
  readonly overview: readonly string[];
};

/** All of a document but its chapters: cover, contents, opening page and the file's properties. */
export function frontMatter(words: FrontWords): Omit<DocumentTree, 'chapters'> {
  const title = printed(words.title);
  const editor = printed(words.editor);
  const { volume, subject, compiledOn } = words;
  return {
    properties: { title: `${title}（${volume}）`, subject, creator: editor, compiledOn },
    cover: { titleLines: breakTitle(title, COVER_CAPACITY), subtitle: volume, editor, date: fullDate(compiledOn) },
    contentsTitle: T.contents,
    opening: {
      titleLines: [...breakTitle(title, OPENING_CAPACITY), `（${volume}）`],
      blocks: words.overview.map((text) => ({ kind: 'paragraph', text })),
    },
  };
}

/** GB/T 9704-2012, 7.3.5.4: Arabic digits, no leading zeros. */
export function fullDate(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return T.fullDate(year, month, date);
}

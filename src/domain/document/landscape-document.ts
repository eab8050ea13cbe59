import { contentWidths, shareWidths } from '../list-table/column-widths.ts';
import { breakTitle } from './break-title.ts';
import { DOCUMENT_TERMS } from './document-terms.ts';
import type { Block, Column, DocumentTree, TextRow } from './document-tree.ts';
import { fullDate } from './front-matter.ts';
import { printed } from './sentence.ts';

/** Characters that the type of the title holds on a line of a page on its side. */
const TITLE_CAPACITY = 30;
/** So many half-width characters of a table's type are as wide as the page between its margins, 257 mm. */
const PAGE_WIDTH = 138;
/** Beside its text a cell has its padding. What is centred is a date as a rule, which also has room around its digits. */
const PADDING = { left: 2, center: 5 } as const;

type LandscapeWords = {
  readonly title: string;
  /** Which of the documents of this title it is; empty when there is one alone. */
  readonly volume: string;
  readonly subject: string;
  readonly editor: string;
  /** ISO 8601 calendar day. */
  readonly compiledOn: string;
};

/** A document of tables on pages on their side, all but its chapters: title, what stands under it, and who made it when. */
export function landscapeMatter(words: LandscapeWords, blocks: readonly Block[]): Omit<DocumentTree, 'chapters'> {
  const title = printed(words.title);
  const creator = printed(words.editor);
  const { volume, subject, compiledOn } = words;
  const bracketed = volume === '' ? '' : `（${volume}）`;
  return {
    orientation: 'landscape',
    properties: { title: `${title}${bracketed}`, subject, creator, compiledOn },
    cover: null,
    contentsTitle: null,
    opening: {
      titleLines: [...breakTitle(title, TITLE_CAPACITY), ...(bracketed === '' ? [] : [bracketed])],
      blocks: [{ kind: 'note', text: DOCUMENT_TERMS.compiled(creator, fullDate(compiledOn)) }, ...blocks],
    },
  };
}

/**
 * The columns of a table on such a page, as wide as what stands in them needs.
 *
 * @param centred whether a column is centred, by its place
 */
export function tableColumns(
  headings: readonly string[],
  rows: readonly TextRow[],
  centred: readonly boolean[],
): readonly Column[] {
  const widths = contentWidths({
    columns: headings.map((heading) => ({ heading, type: 'text' })),
    rows: rows.map(({ cells }) => cells),
  });
  const aligns = headings.map((_, index) => (centred[index] === true ? 'center' : 'left'));
  const shares = shareWidths(
    widths.map((width, index) => width + PADDING[aligns[index] ?? 'left']),
    PAGE_WIDTH,
  );
  return headings.map((title, index) => ({ title, width: shares[index] ?? 1, align: aligns[index] ?? 'left' }));
}

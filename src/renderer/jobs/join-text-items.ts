/** A piece of text as a page of a PDF has it. */
export type PdfTextItem = {
  readonly str: string;
  /** The line ends behind it. */
  readonly hasEOL: boolean;
};

/** A page's text from its pieces, one line for each line of the page, with the space that fills lines taken out. */
export function joinTextItems(items: readonly PdfTextItem[]): string {
  return items
    .map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str))
    .join('')
    .replaceAll('\0', '')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

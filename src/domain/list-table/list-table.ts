/** A list as it goes out into a file: what stands in its cells, and nothing of how they look. */
export type ListTable = {
  /** What its sheet or page is called. */
  readonly name: string;
  /** Lines above the headings: what was asked for, how many there are, when. */
  readonly notes: readonly string[];
  readonly columns: readonly ListColumn[];
  /** As many cells in each row as there are columns. */
  readonly rows: readonly (readonly ListCell[])[];
};

export type ListColumn = {
  readonly heading: string;
  readonly type: 'text' | 'number' | 'date';
  /** What may be chosen where somebody fills the column in. */
  readonly choices?: readonly string[];
};

/** A text may have several lines; null is a cell of which nothing is known. */
export type ListCell = string | number | ListDay | null;

/** A date that is known to the day: as a calendar has it (ISO 8601), and as a document prints it. */
export type ListDay = { readonly day: string; readonly text: string };

/** What a cell says to somebody who reads it. */
export function listCellText(cell: ListCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.text : String(cell);
}

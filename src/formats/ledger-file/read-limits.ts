/**
 * What a file may ask of the machine. The largest ledger that must pass is 100,000 rows of 30 columns; an archive of
 * twelve years has some thousands. Reading stays under 1 GB.
 */

/** The largest file. Text is held once as bytes and once as characters, so this is what a gigabyte allows. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;
/** What the parts of a package may unpack to, counted while unpacking: about five seconds of work. */
export const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
/** What one part that has to be held as a whole may unpack to (a Word document). */
export const MAX_HELD_PART_BYTES = 128 * 1024 * 1024;
/**
 * How many times larger a part may become. Deflate reaches 1,032; a million blank rows with cells that differ only in
 * their row number stay below 100.
 */
export const MAX_UNPACK_RATIO = 400;
/** Parts below this size are harmless whatever their ratio. */
export const RATIO_COUNTS_FROM_BYTES = 4 * 1024 * 1024;
/** A workbook has some dozens of parts, a Word file with pictures some hundreds. */
export const MAX_PACKAGE_ENTRIES = 10_000;
/** Cells of all sheets, blank ones before a filled one included: twice the ledger that must pass. */
export const MAX_CELLS = 6_000_000;
/** Characters of all cells; one shared text that a million cells show is counted a million times. */
export const MAX_CHARACTERS = 200_000_000;
/** Columns of Excel (XFD). */
export const MAX_COLUMNS = 16_384;
/** Merged ranges of one sheet. */
export const MAX_MERGES = 200_000;
/** A single tag or run of text: Excel keeps 32,767 characters in a cell, each of at most six bytes when escaped. */
export const MAX_TOKEN_CHARACTERS = 8 * 1024 * 1024;
/** The text of a Word file, which its library holds as a tree of some twenty times the size; 2,000 pages have 10 MB. */
export const MAX_WORD_BYTES = 24 * 1024 * 1024;
/** Characters of a part that lists sheets, formats or relations: 64,000 cell formats, Excel's limit, take 12 million. */
export const MAX_LIST_PART = 24_000_000;

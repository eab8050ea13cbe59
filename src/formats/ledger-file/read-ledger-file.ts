import type { SourceBook, SourceFormat } from '#domain/import/source-book';
import { refuse, succeed, type Result } from '#domain/result';
import { decodeText } from './decode-text.ts';
import { openPackage, type OfficePackage } from './office-package.ts';
import { readDelimited } from './read-delimited.ts';
import { MAX_FILE_BYTES } from './read-limits.ts';
import { readOds } from './read-ods.ts';
import { ReadStopped, type ForeignKind, type LedgerFile, type ReadProblem } from './read-problem.ts';
import { readWebTables } from './read-web-tables.ts';
import { readWord } from './read-word.ts';
import { readXls } from './read-xls.ts';
import { readXlsx } from './read-xlsx.ts';
import { startReading, type Reading } from './reading.ts';
import { mainPart } from './xlsx-parts.ts';

export type ReadOptions = {
  /** Told after each sheet; of some formats the total is not known before the end and grows. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** What a file may be called when it is what it is. */
const ENDINGS: Readonly<Record<SourceFormat, readonly string[]>> = {
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm', 'et', 'ett'],
  xls: ['xls', 'xlt', 'et', 'ett', 'htm', 'html'],
  ods: ['ods', 'ots'],
  csv: ['csv', 'tsv', 'txt'],
  docx: ['docx', 'docm', 'dotx'],
  pasted: [],
};

/**
 * Reads a ledger as the office has it: .xlsx, .xls, .et, .ods, .csv, .tsv, .txt, .docx, and web pages that were saved as
 * .xls. The content decides what it is, the name's ending only whether something has to be said about it. Formulas are
 * not evaluated, links not followed, macros, pictures and embedded files not unpacked. To cancel is to end the worker.
 *
 * @param bytes the whole file
 * @param fileName with its ending, without a folder
 */
export async function readLedgerFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Result<LedgerFile, ReadProblem>> {
  const reading = startReading(options.onProgress ?? (() => undefined));
  try {
    const book = await readBook(bytes, fileName, reading);
    if (book.paragraphs.length === 0 && book.sheets.every(({ rows }) => rows.length === 0)) {
      return refuse({ code: 'no-content' });
    }
    const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
    if (ending !== '' && !ENDINGS[book.format].includes(ending)) {
      reading.notice({ code: 'wrong-ending', ending, format: book.format });
    }
    return succeed({ book, notices: reading.notices() });
  } catch (error) {
    if (error instanceof ReadStopped) return refuse(error.problem);
    // What the libraries throw at bytes that are not what they should be has no common shape.
    return refuse({ code: 'damaged' });
  }
}

async function readBook(bytes: Uint8Array, fileName: string, reading: Reading): Promise<SourceBook> {
  if (bytes.length === 0) throw new ReadStopped({ code: 'empty-file' });
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ReadStopped({ code: 'file-too-large', limit: MAX_FILE_BYTES, found: bytes.length });
  }
  if (startsWith(bytes, 'PK\u0003\u0004')) return readPackage(openPackage(bytes), reading);
  if (startsWith(bytes, '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1')) return readXls(bytes, reading);
  const foreign = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (foreign !== undefined) throw new ReadStopped({ code: 'not-a-ledger', kind: foreign[1] });
  return readText(bytes, fileName, reading);
}

/** First bytes, as Latin-1, of what people take for ledgers and is none. */
const SIGNATURES: readonly (readonly [string, ForeignKind])[] = [
  ['%PDF-', 'pdf'],
  ['\u0089PNG', 'picture'],
  ['\u00FF\u00D8\u00FF', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['RIFF', 'picture'],
  ['{\\rtf', 'rich-text'],
  ['Rar!', 'archive'],
  ["7z\u00BC\u00AF'\u001C", 'archive'],
  ['\u001F\u008B', 'archive'],
  ['PK\u0005\u0006', 'archive'],
  ['MZ', 'other'],
  ['\u007FELF', 'other'],
];

function startsWith(bytes: Uint8Array, signature: string): boolean {
  // Two letters are a signature only when what follows is no text.
  if (signature.length === 2 && /^[A-Z]+$/.test(signature) && !bytes.subarray(0, 64).includes(0)) return false;
  for (let place = 0; place < signature.length; place += 1) {
    if (bytes[place] !== signature.charCodeAt(place)) return false;
  }
  return true;
}

async function readPackage(file: OfficePackage, reading: Reading): Promise<SourceBook> {
  const mimetype = file.text('mimetype')?.trim() ?? '';
  if (mimetype.startsWith('application/vnd.oasis.opendocument.')) {
    if (mimetype.includes('spreadsheet')) return readOds(file, reading);
    throw new ReadStopped({ code: 'not-a-ledger', kind: 'office-other' });
  }
  const main = mainPart(file);
  if (main === null) throw new ReadStopped({ code: 'not-a-ledger', kind: 'archive' });
  if (main.endsWith('.bin')) throw new ReadStopped({ code: 'not-a-ledger', kind: 'excel-binary' });
  if (main.startsWith('word/')) return readWord(file, reading);
  if (main.startsWith('ppt/')) throw new ReadStopped({ code: 'not-a-ledger', kind: 'office-other' });
  return readXlsx(file, main, reading);
}

const WEB_PAGE = /<(?:!doctype\s+html|html|head|body|meta|table)\b/i;

function readText(bytes: Uint8Array, fileName: string, reading: Reading): SourceBook {
  const { text, encoding, isDetected } = decodeText(bytes);
  const beginning = text.slice(0, 4096).trimStart();
  if (beginning.startsWith('MIME-Version:')) throw new ReadStopped({ code: 'web-page' });
  if (isDetected && encoding !== 'utf-8') reading.notice({ code: 'encoding-detected', encoding });
  if (beginning.replace(/^\uFEFF/, '').startsWith('<')) {
    if (WEB_PAGE.test(beginning)) {
      const book = readWebTables(text, reading);
      reading.notice({ code: 'web-page-tables' });
      return book;
    }
    const isWorkbook = beginning.includes('urn:schemas-microsoft-com:office:spreadsheet');
    throw new ReadStopped({ code: 'not-a-ledger', kind: isWorkbook ? 'excel-xml-2003' : 'other' });
  }
  return readDelimited(text, fileName.replace(/\.[^.]+$/, ''), reading);
}

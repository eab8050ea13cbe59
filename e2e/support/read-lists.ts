import { read, utils, type WorkSheet } from '@e965/xlsx';
import mammoth from 'mammoth';
import { readFile } from 'node:fs/promises';

/** A workbook as a reader shows it that is not ours: of each sheet its rows, and the types of all cells. */
export async function readWorkbook(path: string) {
  const { SheetNames, Sheets } = read(await readFile(path), { cellFormula: true, cellNF: true });
  return SheetNames.map((name) => {
    const sheet: WorkSheet = Sheets[name] ?? {};
    return {
      name,
      rows: utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }),
      typeOf: (address: string) => (sheet[address] as { readonly t?: string } | undefined)?.t ?? null,
      formulas: Object.values(sheet).filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell).length,
    };
  });
}

/** The rows of the table of a Word file, as a reader shows them that is not ours. */
export async function readWordTable(path: string): Promise<readonly (readonly string[])[]> {
  const { value } = await mammoth.convertToHtml({ buffer: await readFile(path) });
  const rows = value.match(/<tr>.*?<\/tr>/gs) ?? [];
  return rows.map((row) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
  );
}

import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';

/** The text of a .docx file's body, paragraph by paragraph, read from the package itself. */
export async function readDocxParagraphs(path: string): Promise<readonly string[]> {
  const parts = unzipSync(new Uint8Array(await readFile(path)));
  const body = parts['word/document.xml'];
  if (!body) throw new Error(`${path} has no word/document.xml`);
  const paragraphs = strFromU8(body).match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  return paragraphs.map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
}

/** The same as a reader of Word files sees it that has nothing to do with what wrote it. Empty paragraphs are left out. */
export async function readDocxWithMammoth(path: string): Promise<readonly string[]> {
  const { value } = await mammoth.extractRawText({ path });
  return value.split('\n').filter((text) => text !== '');
}

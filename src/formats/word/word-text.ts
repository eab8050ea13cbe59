import mammoth from 'mammoth';

/**
 * The text of a Word file (.docx), paragraph by paragraph. Only text is taken: no markup, no pictures, nothing that
 * could run, and nothing outside the file is read.
 *
 * @throws when the bytes are no readable Word file
 */
export async function wordText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // The library reads `buffer` in Node, where its tests run, and `arrayBuffer` in a browser.
  const source = { arrayBuffer: bytes.buffer, buffer: bytes as never };
  const { value } = await mammoth.extractRawText(source);
  return value.replace(/\n{2,}/g, '\n').trim();
}

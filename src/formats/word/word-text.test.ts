import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { wordText } from './word-text.ts';

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`;

function wordFile(body: string): Uint8Array<ArrayBuffer> {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return new Uint8Array(
    zipSync({
      '[Content_Types].xml': strToU8(CONTENT_TYPES),
      '_rels/.rels': strToU8(RELATIONS),
      'word/document.xml': strToU8(xml),
    }),
  );
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('paragraphs become lines, and markup in the text stays text', async () => {
  const file = wordFile(`${paragraph('示例方案')}${paragraph('&lt;script&gt;alert(1)&lt;/script&gt;')}`);
  expect(await wordText(file)).toBe('示例方案\n<script>alert(1)</script>');
});

test('what is no Word file is refused', async () => {
  await expect(wordText(new Uint8Array([1, 2, 3]))).rejects.toThrow(/zip/);
});

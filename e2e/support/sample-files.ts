import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** Writes a file into a folder and answers its path. */
export async function writeSample(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** A grey PNG of any size, with a lighter band so that turning it can be seen. */
export function png(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 0x60);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    if (y < height / 4) rows.fill(0xd0, y * (width + 1) + 1, (y + 1) * (width + 1));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const end = pngChunk('IEND', Buffer.alloc(0));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows, { level: 1 })), end]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** Code lengths and values of the luminance tables that ITU-T T.81 gives as examples (Annex K.3). */
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_VALUES = Array.from({ length: 12 }, (_, index) => index);

/**
 * A grey baseline JPEG of any size: each block is one shade, which changes from row to row.
 *
 * @param taken the EXIF moment of exposure, e.g. "2023:05:04 10:22:33"
 */
export function jpeg(width: number, height: number, taken?: string): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(taken === undefined ? [] : [segment(0xe1, exifBlock(taken))]),
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 8)])),
    segment(0xc0, Buffer.concat([Buffer.from([8]), size, Buffer.from([1, 1, 0x11, 0])])),
    segment(0xc4, Buffer.from([0x00, ...DC_COUNTS, ...DC_VALUES])),
    // The one code of this table is the end of a block: nothing but the shade of each block is told.
    segment(0xc4, Buffer.from([0x10, 1, ...Array<number>(15).fill(0), 0])),
    segment(0xda, Buffer.from([1, 1, 0x00, 0, 63, 0])),
    scan(Math.ceil(width / 8), Math.ceil(height / 8)),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, content: Buffer): Buffer {
  const length = content.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, Math.floor(length / 256), length % 256]), content]);
}

function scan(columns: number, rows: number): Buffer {
  // A change of shade by 40 or -40: category 6 is 1110, then six bits. No change: category 0 is 00. End of block: 0.
  const [up, down, same] = ['11101010000', '11100101110', '000'];
  const row = (change: string) => change + same.repeat(columns - 1);
  let bits = '';
  const bytes: number[] = [];
  const flush = () => {
    const whole = bits.length - (bits.length % 8);
    for (let at = 0; at < whole; at += 8) {
      const byte = Number.parseInt(bits.slice(at, at + 8), 2);
      bytes.push(byte);
      if (byte === 0xff) bytes.push(0);
    }
    bits = bits.slice(whole);
  };
  for (let index = 0; index < rows; index += 1) {
    bits += row(index % 2 === 0 ? up : down);
    flush();
  }
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  flush();
  return Buffer.from(bytes);
}

function exifBlock(taken: string): Buffer {
  const text = Buffer.from(`${taken}\0`, 'latin1');
  const block = Buffer.alloc(44);
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  // One entry that leads to the Exif directory, which has one entry: DateTimeOriginal.
  writeEntry(block, 8, { tag: 0x8769, type: 4, count: 1, value: 26 });
  writeEntry(block, 26, { tag: 0x9003, type: 2, count: text.length, value: 44 });
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block, text]);
}

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly value: number };

function writeEntry(target: Buffer, at: number, { tag, type, count, value }: Entry): void {
  target.writeUInt16LE(1, at);
  target.writeUInt16LE(tag, at + 2);
  target.writeUInt16LE(type, at + 4);
  target.writeUInt32LE(count, at + 6);
  target.writeUInt32LE(value, at + 10);
  target.writeUInt32LE(0, at + 14);
}

/** What begins as a photo of a mobile phone does, and holds nothing. */
export function heic(): Uint8Array {
  return Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat', 'latin1');
}

/** A TIFF of several pages of one pixel each. */
export function tiff(pages: number): Uint8Array {
  const DIRECTORY = 2 + 12 + 4;
  const bytes = Buffer.alloc(8 + pages * DIRECTORY);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let page = 0; page < pages; page += 1) {
    const at = 8 + page * DIRECTORY;
    writeEntry(bytes, at, { tag: 256, type: 4, count: 1, value: 1 });
    bytes.writeUInt32LE(page + 1 < pages ? at + DIRECTORY : 0, at + 14);
  }
  return bytes;
}

/**
 * A PDF whose Chinese is in a font that is not embedded, as many offices write them: to show it, a reader needs the
 * character maps. Each page has a line of Latin text in a standard font too.
 */
export function pdf(pages: readonly string[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (const [index, text] of pages.entries()) {
    const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
    const content = `BT /F1 24 Tf 60 760 Td <${hex}> Tj ET BT /F2 14 Tf 60 720 Td (Page ${index + 1} of ${pages.length}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${8 + index * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

/** A Word file of some paragraphs. */
export function docx(paragraphs: readonly string[]): Uint8Array {
  const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${escape(text)}</w:t></w:r></w:p>`).join('');
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = 'http://schemas.openxmlformats.org';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${xml}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

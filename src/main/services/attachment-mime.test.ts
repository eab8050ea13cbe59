import { describe, expect, it } from 'vitest';
import { isDisplayable, sniffMime } from './attachment-mime.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const zip = (firstEntry: string) =>
  latin(`PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0${'\0'.repeat(12)}\x13\0\0\0${firstEntry}`);
const ole = latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(24)}`);
const office = 'application/vnd.openxmlformats-officedocument';

describe('the kind of a file by its first bytes', () => {
  it.each([
    ['jpeg', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'x.txt', 'image/jpeg', true],
    ['png', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), '', 'image/png', true],
    ['gif', latin('GIF89a\x01\0'), '', 'image/gif', true],
    ['webp', latin('RIFF\x24\0\0\0WEBPVP8 '), '', 'image/webp', true],
    ['bmp', latin(`BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0`), '', 'image/bmp', true],
    ['pdf', latin('%PDF-1.7\n%\xe2\xe3'), 'x.exe', 'application/pdf', true],
    ['tiff, little end first', latin('II*\0\x08\0\0\0'), '', 'image/tiff', false],
    ['tiff, big end first', latin('MM\0*\0\0\0\x08'), '', 'image/tiff', false],
    ['heic', latin('\0\0\0\x18ftypheic\0\0\0\0'), '', 'image/heic', false],
    ['heif', latin('\0\0\0\x18ftypmif1\0\0\0\0'), '', 'image/heif', false],
    ['mp4', latin('\0\0\0\x18ftypisom\0\0\0\0'), 'x.heic', 'application/octet-stream', false],
    ['docx', zip('[Content_Types].xml'), 'a.DOCX', `${office}.wordprocessingml.document`, false],
    ['xlsx', zip('[Content_Types].xml'), 'a.xlsx', `${office}.spreadsheetml.sheet`, false],
    ['docx as WPS writes it', zip('docProps/app.xml'), 'a.docx', `${office}.wordprocessingml.document`, false],
    ['docx that says so itself', zip('word/document.xml'), 'a.zip', `${office}.wordprocessingml.document`, false],
    ['a zip named as a Word file', zip('virus.exe'), 'a.docx', 'application/zip', false],
    ['doc', ole, 'a.doc', 'application/msword', false],
    ['xls', ole, 'a.xls', 'application/vnd.ms-excel', false],
    ['ole of another program', ole, 'a.msi', 'application/x-ole-storage', false],
    ['svg', latin('<svg xmlns="http://www.w3.org/2000/svg">'), 'a.png', 'image/svg+xml', false],
    [
      'svg behind a declaration',
      latin('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<svg>'),
      '',
      'image/svg+xml',
      false,
    ],
    ['html', latin('  <!DOCTYPE html><script>'), 'a.jpg', 'text/html', false],
    ['xml', latin('<?xml version="1.0"?><a/>'), '', 'text/xml', false],
    ['text', Buffer.from('示例文字 BM'), 'a.bmp', 'text/plain', false],
    ['text that begins like a bitmap', latin('BM is not a picture at all'), 'a.bmp', 'text/plain', false],
    ['a program', latin('MZ\x90\0\x03\0\0\0'), 'a.jpg', 'application/octet-stream', false],
    ['nothing', Buffer.alloc(0), 'a.jpg', 'application/octet-stream', false],
  ] as const)('%s', (_what, head, name, mime, displayable) => {
    expect(sniffMime(head, name)).toBe(mime);
    expect(isDisplayable(mime)).toBe(displayable);
  });
});

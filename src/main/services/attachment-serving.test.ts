import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFile, makeStore, MEGABYTE, sha256Of, takeAll } from './attachment-fixtures.ts';
import { readRange, serveAttachment, type ServedFrom } from './attachment-serving.ts';
import { createThumbnails } from './attachment-thumbnails.ts';
import { makeTempFolder } from './journal-fixtures.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);
const WEBP = Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1');

let root = '';
let from: ServedFrom;
beforeEach(async () => {
  root = await makeTempFolder();
  const { store, folder } = await makeStore(root);
  from = { store, thumbnails: createThumbnails(join(folder, 'thumbnails')) };
});
afterEach(() => rm(root, { recursive: true }));

async function serve(content: Uint8Array, range: string | null = null): Promise<Response> {
  const path = join(root, 'source.jpg');
  await writeFile(path, content);
  const [sha256 = ''] = await takeAll(from.store, [path]);
  const response = await serveAttachment(`/attachment/${sha256}`, range, from);
  if (!response) throw new Error('not served');
  return response;
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('serving an attachment', () => {
  it('shows a picture as what its bytes are, and nothing around it', async () => {
    const response = await serve(PNG);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'content-length': String(PNG.length),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'image/png',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect((await bytesOf(response)).equals(PNG)).toBe(true);
  });

  it('follows no link out of the store, and a real copy takes its place', async () => {
    const secret = join(root, 'secret.png');
    await writeFile(secret, PNG);
    const sha256 = sha256Of(PNG);
    const place = from.store.pathOf(sha256);
    await mkdir(dirname(place), { recursive: true });
    await symlink(secret, place);
    expect((await serveAttachment(`/attachment/${sha256}`, null, from))?.status).toBe(404);
    await takeAll(from.store, [secret]);
    await writeFile(secret, 'something else');
    const served = await serveAttachment(`/attachment/${sha256}`, null, from);
    expect(served && (await bytesOf(served)).equals(PNG)).toBe(true);
  });

  it('follows no link in place of a folder of the store', async () => {
    const sha256 = sha256Of(PNG);
    const place = from.store.pathOf(sha256);
    const elsewhere = join(root, 'elsewhere');
    await mkdir(elsewhere);
    await mkdir(dirname(dirname(place)), { recursive: true });
    await writeFile(join(elsewhere, sha256), PNG);
    await symlink(elsewhere, dirname(place), 'junction');
    expect((await serveAttachment(`/attachment/${sha256}`, null, from))?.status).toBe(404);
  });

  it.each([
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a script', 'alert(1)'],
    ['a PDF with something before it', '<script>alert(1)</script>%PDF-1.7'],
    ['nothing', ''],
  ])('hands %s out as bytes only', async (_what, text) => {
    const response = await serve(Buffer.from(text));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(text);
  });

  it('answers a range, as a viewer asks for the pages of a long document', async () => {
    const { path, content } = await makeFile(root, 'long.pdf', 3 * MEGABYTE + 5);
    const [sha256 = ''] = await takeAll(from.store, [path]);
    const ask = async (range: string) => serveAttachment(`/attachment/${sha256}`, range, from);
    const middle = await ask('bytes=1000-1048999');
    expect(middle?.status).toBe(206);
    expect(middle?.headers.get('content-range')).toBe(`bytes 1000-1048999/${content.length}`);
    expect(middle?.headers.get('content-length')).toBe('1048000');
    expect(middle && (await bytesOf(middle)).equals(content.subarray(1000, 1_049_000))).toBe(true);
    const end = await ask('bytes=-5');
    expect(end && (await bytesOf(end)).equals(content.subarray(-5))).toBe(true);
    expect((await ask(`bytes=${content.length}-`))?.status).toBe(416);
    const whole = await ask('bytes=0-1,5-6');
    expect(whole?.status).toBe(200);
    expect(whole && (await bytesOf(whole)).equals(content)).toBe(true);
  });

  it('can be left off in the middle', async () => {
    const response = await serve(Buffer.alloc(5 * MEGABYTE, 1));
    const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
    expect((await reader?.read())?.value?.byteLength).toBe(256 * 1024);
    await reader?.cancel();
  });

  it.each([
    '/index.html',
    '/attachment/',
    '/attachment/../journal/archive.json',
    `/attachment/${'A'.repeat(64)}`,
    `/attachment/${'0'.repeat(63)}`,
    `/attachment/${'0'.repeat(64)}/x`,
    `/thumbnail/${'0'.repeat(64)}.webp`,
  ])('does not know %s', async (pathname) => {
    expect(await serveAttachment(pathname, null, from)).toBeNull();
  });

  it('says that it does not have something', async () => {
    for (const kind of ['attachment', 'thumbnail']) {
      expect((await serveAttachment(`/${kind}/${'0'.repeat(64)}`, null, from))?.status).toBe(404);
    }
  });
});

describe('serving a thumbnail', () => {
  it('shows one that is WebP, and none that somebody has put something else into', async () => {
    const sha256 = sha256Of(PNG);
    await from.thumbnails.keep(sha256, WEBP);
    const response = await serveAttachment(`/thumbnail/${sha256}`, null, from);
    expect(response?.headers.get('content-type')).toBe('image/webp');
    expect(response && (await bytesOf(response)).equals(WEBP)).toBe(true);
    await writeFile(join(root, 'attachments', 'thumbnails', `${sha256}.webp`), '<svg/>');
    expect((await serveAttachment(`/thumbnail/${sha256}`, null, from))?.status).toBe(404);
    await expect(from.thumbnails.keep(sha256, PNG)).rejects.toThrow(TypeError);
  });
});

describe('a range header', () => {
  it.each([
    [null, null],
    ['', null],
    ['bytes=-', null],
    ['items=0-1', null],
    ['bytes=5-4', null],
    ['bytes=0-', { start: 0, end: 10 }],
    ['bytes=0-99', { start: 0, end: 10 }],
    ['bytes=9-9', { start: 9, end: 10 }],
    ['bytes=-99', { start: 0, end: 10 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=10-', 'unsatisfiable'],
  ] as const)('%s', (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });
});

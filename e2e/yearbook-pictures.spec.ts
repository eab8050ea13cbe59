import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { readDocxWithMammoth } from './support/read-docx.ts';
import { jpeg, png, writeSample } from './support/sample-files.ts';

/** EXIF with nothing but an orientation: lying on its right side, to be turned by a quarter. */
const TURNED = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000006000000000000000000', 'hex');

/** A segment belongs behind the mark that begins a JPEG. */
function turnedJpeg(width: number, height: number): Uint8Array {
  const plain = Buffer.from(jpeg(width, height));
  return Buffer.concat([plain.subarray(0, 2), TURNED, plain.subarray(2)]);
}

type Size = readonly [width: number, height: number];

/** Width and height of a JPEG's or PNG's pixels. */
function sizeOf(bytes: Uint8Array): Size {
  const buffer = Buffer.from(bytes);
  if (buffer[0] === 0x89) return [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
  const frame = Math.max(buffer.indexOf('ffc0', 0, 'hex'), buffer.indexOf('ffc2', 0, 'hex'));
  return [buffer.readUInt16BE(frame + 7), buffer.readUInt16BE(frame + 5)];
}

test('a yearbook has the pictures of its year, upright and no larger than they are printed', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  const data = ['--data', dataFolder, '--json'];
  const folder = join(dataFolder, 'files-of-the-test');
  const activity = { id: 'activity-a', title: '示例活动', date: '2023年5月4日', hosts: ['示例单位甲'] };
  const added = await runCommand(['add', '--kind', 'activity', '--file', '-', ...data], JSON.stringify(activity));
  expect(added.exitCode, added.stdout).toBe(0);
  const small = jpeg(800, 600);
  const files = [
    await writeSample(folder, '1-small.jpg', jpeg(800, 600, '2023:05:04 10:22:33')),
    await writeSample(folder, '2-large.png', png(6000, 3000)),
    await writeSample(folder, '3-turned.jpg', turnedJpeg(900, 600)),
    await writeSample(folder, '4-broken.jpg', Buffer.from('ffd8ffe000104a464946', 'hex')),
    await writeSample(folder, '5-camera.heic', Buffer.from('00000018667479706865696300000000', 'hex')),
  ];
  const attached = await runCommand(['attach', 'activity-a', ...files, '--role', '活动照片', ...data]);
  expect(attached.exitCode, attached.stdout + attached.stderr).toBe(0);

  const out = join(dataFolder, '年鉴.docx');
  const made = await runCommand(['export', 'yearbook', '--year', '2023', '--out', out, ...data]);
  expect(made.json, made.stderr).toMatchObject({ ok: true, pictures: 3 });
  expect(made.json['missingPictures']).toEqual([
    { name: '4-broken.jpg', reason: 'broken' },
    { name: '5-camera.heic', reason: 'unsupported' },
  ]);
  const parts = unzipSync(new Uint8Array(await readFile(out)));
  const images = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'));
  expect(images).toHaveLength(3);
  const [first, second, third] = images.map(([, bytes]) => bytes);
  // What the camera wrote beside the picture stays in the archive.
  expect(Buffer.from(first ?? []).equals(Buffer.from(small))).toBe(true);
  // 156 mm at 300 dots an inch.
  expect(sizeOf(second ?? new Uint8Array())).toEqual([1843, 921]);
  expect(sizeOf(third ?? new Uint8Array())).toEqual([600, 900]);
  const text = await readDocxWithMammoth(out);
  expect(text).toEqual(expect.arrayContaining(['图片专辑', '2023年5月4日，示例活动。', '〔图片缺：4-broken.jpg〕']));

  const again = join(dataFolder, '再一份.docx');
  expect((await runCommand(['export', 'yearbook', '--year', '2023', '--out', again, ...data])).exitCode).toBe(0);
  expect((await readFile(again)).equals(await readFile(out))).toBe(true);
});

/** A yearbook with many pictures in the real window: how long the window stands still, and what memory it takes. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, longStandstills, takenMemory, watchMemory, watchStandstills } from './import-window.mjs';
import { noise } from './measures.mjs';

const YEAR = 2023;
const ACTIVITY = 'bench-activity';
const LONGEST_MS = 600_000;
const REST_MS = 5_000;

/**
 * @param {import('./start-up.mjs').Runtime} runtime
 * @param {{ folder: string, entries: number, pictures: number, bytes: number }} given a folder to work in, and how much
 */
export async function benchDocumentsWindow(runtime, { folder, entries, pictures, bytes }) {
  const data = join(folder, 'data');
  const photos = join(folder, 'photos');
  mkdirSync(photos, { recursive: true });
  const names = Array.from({ length: pictures }, (_, index) => join(photos, `${index}.jpg`));
  for (const [index, name] of names.entries()) writeFileSync(name, jpegOf(bytes, index));
  const ledger = join(folder, '示例台账.csv');
  const rows = Array.from(
    { length: entries },
    (_, index) => `示例荣誉${index},${YEAR}年5月,示例单位${index % 90},国家级`,
  );
  writeFileSync(ledger, ['荣誉名称,获奖时间,获奖单位,级别', ...rows, ''].join('\n'));
  const activity = join(folder, 'activity.json');
  writeFileSync(activity, JSON.stringify({ id: ACTIVITY, title: '示例活动', date: `${YEAR}年5月4日` }));
  await command(runtime, 'import', ledger, '--data', data);
  await command(runtime, 'add', '--kind', 'activity', '--file', activity, '--data', data);
  await command(runtime, 'attach', ACTIVITY, ...names, '--role', '活动照片', '--data', data);

  const app = await launch(runtime, '--data', data);
  const page = await app.firstWindow();
  await page.locator('nav').waitFor({ timeout: LONGEST_MS });
  const target = join(folder, '年鉴.docx');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await page.evaluate(() => (location.hash = '#/yearbook'));
  const button = page.getByRole('button', { name: '生成 Word 年鉴' });
  await button.waitFor();
  await page.waitForTimeout(REST_MS);
  await watchMemory(app);
  await watchStandstills(page);
  const start = performance.now();
  await button.click();
  await page.getByText('年鉴已生成').waitFor({ timeout: LONGEST_MS });
  const madeMs = performance.now() - start;
  const standstills = await longStandstills(page);
  const memory = await takenMemory(app);
  await app.close();
  return { madeMs, longest: Math.max(0, ...standstills.longTasks, ...standstills.longFrames), ...memory };
}

/** @param {import('./start-up.mjs').Runtime} runtime @param {readonly string[]} words */
async function command(runtime, ...words) {
  const app = await launch(runtime, '--command', '--', ...words);
  const running = app.process();
  running.stdout?.resume();
  const [exitCode] = await once(running, 'exit');
  if (exitCode !== 0) throw new Error(`${words[0]} ended with ${exitCode}.`);
}

/** Has the marks of a JPEG, which is all that is looked at. @param {number} bytes @param {number} seed */
function jpegOf(bytes, seed) {
  const frame = [0xff, 0xc0, 0, 11, 8, 1200 >> 8, 1200 & 255, 1600 >> 8, 1600 & 255, 1, 1, 0x11, 0];
  const start = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
  const scan = noise(bytes, seed).map((byte) => (byte === 0xff ? 0 : byte));
  return Buffer.concat([Buffer.from([0xff, 0xd8, ...frame, ...start]), scan, Buffer.from([0xff, 0xd9])]);
}

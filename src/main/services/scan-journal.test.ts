import { appendFile, rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ARCHIVE_ID, fill, flipBit, makeBench, makeTempFolder, readLines, type Bench } from './journal-fixtures.ts';
import { genesisHash } from './journal-line.ts';
import { scanJournal } from './scan-journal.ts';
import { PLAIN_LINES } from './sealing/line-codec.ts';

const TEXTS = ['{"n":1,"title":"示例甲"}', '{"n":2}', '{"n":3,"title":"示例丙 𠮷"}'];

let root = '';
let bench: Bench;
beforeEach(async () => {
  root = await makeTempFolder();
  bench = await makeBench(root);
  await fill(bench, TEXTS);
});
afterEach(() => rm(root, { recursive: true, maxRetries: 5 }));

/** What is found when the file is read in pieces of so many bytes. */
async function scan(pieceBytes: number) {
  const before = await bench.bytes();
  const found = await scanJournal(
    bench.folder,
    { sequence: 0, hash: genesisHash(ARCHIVE_ID) },
    PLAIN_LINES,
    pieceBytes,
  );
  expect(await bench.bytes()).toEqual(before);
  return found;
}

const LARGER_THAN_THE_FILE = 1_000_000;

it.each([
  ['a whole journal', async () => {}],
  ['a last line without its break', () => appendFile(bench.file(), '4 half a li')],
  ['a broken last line that has its break', () => appendFile(bench.file(), 'half a line\n')],
  ['a broken last line with more behind it', () => appendFile(bench.file(), 'half a line\nand another\n')],
  ['a flipped bit in the first line', () => flipBit(bench.file(), 20)],
  [
    'a flipped bit in the last line',
    async () => flipBit(bench.file(), (await readLines(bench.file())).slice(0, 2).join('').length + 20),
  ],
  ['an empty line at the end', () => appendFile(bench.file(), '\n')],
])('finds the same in %s, whatever pieces it is read in', async (_, damage) => {
  await damage();
  const whole = await scan(LARGER_THAN_THE_FILE);
  for (let pieceBytes = 1; pieceBytes < 130; pieceBytes += 1) {
    expect(await scan(pieceBytes), `pieces of ${pieceBytes} bytes`).toEqual(whole);
  }
});

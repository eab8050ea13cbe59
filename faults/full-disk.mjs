/**
 * The disk with the data folder fills up at a random point of saving: what was acknowledged is there, a person is told,
 * and saving goes on when there is room again.
 */
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mountMemoryDisk, unmountMemoryDisk, whyNoMemoryDisk } from './memory-disk.mjs';
import { judge } from './referee.mjs';
import { fillHonor, isUsable, saveHonor, startWindow } from './run-app.mjs';
import { emptyTally } from './suite.mjs';

const DISK = '96m';
/** What is left free at most when a round begins: a few saves with all that they write. */
const MOST_FREE = 64 * 1024;
const MOST_SAVES = 40;
const LONGEST_SAVE_MS = 10_000;
const TOLD = /磁盘已满|写不进去|写入日志时出错/;

/** @type {import('./suite.mjs').FaultSuite} */
export const fullDisk = {
  name: 'full-disk',
  title: 'disk full while saving',
  rounds: 30,
  quick: 1,
  cannotRun: whyNoMemoryDisk,
  run: async ({ runtime, random, folder, note }, rounds) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    mountMemoryDisk(disk, `size=${DISK}`);
    try {
      return await fillAgainAndAgain({ runtime, random, folder: disk, note }, rounds);
    } finally {
      unmountMemoryDisk(disk);
    }
  },
};

/** @param {import('./suite.mjs').FaultContext} context @param {number} rounds */
async function fillAgainAndAgain({ runtime, random, folder, note }, rounds) {
  const [data, filler] = [join(folder, 'data'), join(folder, 'filler')];
  const tally = emptyTally();
  /** @type {string[]} */
  const acknowledged = [];
  let window = await startWindow(runtime, data);
  await isUsable(window.page);
  for (let round = 1; round <= rounds; round += 1) {
    const { page } = window;
    fill(filler, Math.floor(random() * MOST_FREE));
    let isTold = false;
    for (let number = 1; number <= MOST_SAVES && !isTold; number += 1) {
      const title = `示例荣誉${round}之${number}`;
      await fillHonor(page, title);
      const saved = page.getByRole('heading', { name: title, exact: true }).waitFor({ timeout: LONGEST_SAVE_MS });
      const told = page.getByText(TOLD).first().waitFor({ timeout: LONGEST_SAVE_MS });
      const first = await Promise.any([saved.then(() => 'saved'), told.then(() => 'told')]).catch(() => 'neither');
      if (first === 'saved') acknowledged.push(title);
      if (first === 'neither') note(`round ${round}: neither saved nor told`);
      isTold = first !== 'saved';
      if (first === 'told') tally.told += 1;
    }
    rmSync(filler);
    await window.kill();
    window = await startWindow(runtime, data);
    tally.rounds += 1;
    if (await isUsable(window.page)) tally.startedAgain += 1;
    else note(`round ${round}: did not start again`);
    await saveHonor(window.page, `示例荣誉${round}之后`);
    acknowledged.push(`示例荣誉${round}之后`);
    const { lost, halfWritten } = await judge(data, window.page, acknowledged);
    if (lost.length + halfWritten > 0) note(`round ${round}: lost ${lost.join(', ')}, differing ${halfWritten}`);
    tally.lost += lost.length;
    tally.halfWritten += halfWritten;
  }
  await window.close();
  tally.acknowledged = acknowledged.length;
  return tally;
}

/** Leaves so many bytes free, or none: the program writes at the same time. @param {string} path @param {number} free */
function fill(path, free) {
  const { bavail, bsize } = statfsSync(join(path, '..'));
  try {
    writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - free)));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

/** Faults of the working copy alone: it is deleted, a bit of it flips, its log is torn. The journal must bring it back. */
import { readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, readJournal } from './referee.mjs';
import { isUsable, saveHonor, startWindow } from './run-app.mjs';
import { emptyTally } from './suite.mjs';

/** @typedef {import('./suite.mjs').FaultContext} FaultContext */

/** What the window says when it has made the working copy anew, or caught it up. */
const TOLD = /重建|补回|补全/;
const LONGEST_TELLING_MS = 3000;

/** @type {import('./suite.mjs').FaultSuite} */
export const profileDeleted = {
  name: 'profile-deleted',
  title: 'browser profile deleted',
  rounds: 50,
  quick: 1,
  run: (context, rounds) =>
    damage(context, rounds, 1, (data) => rmSync(join(data, 'profile'), { recursive: true, force: true })),
};

/** @type {import('./suite.mjs').FaultSuite} */
export const bitFlipped = {
  name: 'bit-flipped',
  title: 'a bit of the store flipped',
  rounds: 200,
  quick: 1,
  run: (context, rounds) => damage(context, rounds, 1, (data) => flipBit(data, context.random)),
};

/** @type {import('./suite.mjs').FaultSuite} */
export const tornLog = {
  name: 'torn-log',
  title: 'store log torn, opened twice',
  rounds: 20,
  quick: 1,
  run: (context, rounds) => damage(context, rounds, 2, (data) => tearLog(data, context.random)),
};

/**
 * Saves a record, closes the window, does the damage, and opens so often.
 *
 * @param {FaultContext} context
 * @param {number} rounds
 * @param {number} openings
 * @param {(data: string) => void} harm
 */
async function damage({ runtime, folder, note }, rounds, openings, harm) {
  const data = join(folder, 'data');
  const tally = emptyTally();
  /** @type {string[]} */
  const acknowledged = [];
  const first = await startWindow(runtime, data);
  await first.page.getByRole('button', { name: /^载入示例/ }).click();
  await first.page.getByText('已载入').waitFor();
  acknowledged.push(...titlesOf(data));
  await first.close();
  for (let round = 1; round <= rounds; round += 1) {
    const before = await startWindow(runtime, data);
    const title = `示例荣誉${round}`;
    await saveHonor(before.page, title);
    acknowledged.push(title);
    await before.close();
    harm(data);
    let isStarted = true;
    let isTold = false;
    for (let opening = 1; opening <= openings; opening += 1) {
      const window = await startWindow(runtime, data);
      isStarted = (await isUsable(window.page)) && isStarted;
      const telling = window.page.getByText(TOLD).first().waitFor({ timeout: LONGEST_TELLING_MS });
      isTold = (await telling.then(() => true, () => false)) || isTold; // prettier-ignore
      const { lost, halfWritten } = await judge(data, window.page, acknowledged);
      if (lost.length + halfWritten > 0) note(`round ${round}: lost ${lost.length}, differing ${halfWritten}`);
      tally.lost += lost.length;
      tally.halfWritten += halfWritten;
      await window.close();
    }
    if (!isStarted) note(`round ${round}: did not start again`);
    tally.rounds += 1;
    if (isStarted) tally.startedAgain += 1;
    if (isTold) tally.told += 1;
  }
  tally.acknowledged = acknowledged.length;
  return tally;
}

/** @param {string} data */
function titlesOf(data) {
  return [...readJournal(data).records.values()].flatMap(({ title }) => title ?? []);
}

/** The files of the store that have something in them. @param {string} data */
function storeFiles(data) {
  const folder = join(data, 'profile', 'IndexedDB');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0)
    .toSorted();
}

/** One bit somewhere in all of the store's files, each byte as likely as the other. @param {string} data @param {FaultContext['random']} random */
function flipBit(data, random) {
  const files = storeFiles(data).map((path) => ({ path, size: statSync(path).size }));
  let place = Math.floor(random() * files.reduce((sum, { size }) => sum + size, 0));
  for (const { path, size } of files) {
    if (place < size) {
      const bytes = readFileSync(path);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(path, bytes);
      return;
    }
    place -= size;
  }
}

/** Cuts the log that the store writes first at a random byte. @param {string} data @param {FaultContext['random']} random */
function tearLog(data, random) {
  const log = storeFiles(data).findLast((path) => path.endsWith('.log'));
  if (log) truncateSync(log, Math.floor(random() * statSync(log).size));
}

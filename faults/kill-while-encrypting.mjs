/**
 * The whole process tree is killed at a random moment of encrypting an archive by a passphrase, and of giving that up. The
 * journal has a file for each of twelve months, since it is rewritten file by file.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { judge, monthFiles } from './referee.mjs';
import { isUsable, saveHonor, startWindow } from './run-app.mjs';
import { emptyTally } from './suite.mjs';
import { isSealed, unsealerOf } from './unseal.mjs';

/** @typedef {import('./suite.mjs').FaultContext} FaultContext */
/** @typedef {import('./run-app.mjs').Page} Page */

const PASSPHRASE = '示例口令 甲乙丙丁';
/** Argon2id and twelve files take less on most machines. */
const LONGEST_MS = 2500;
const RECORDS = 12;
const MONTHS = 12;

/** @type {import('./suite.mjs').FaultSuite} */
export const killWhileEncrypting = {
  name: 'kill-encrypting',
  title: 'killed while encrypting',
  rounds: 40,
  quick: 2,
  run: async (context, rounds) => {
    const { runtime, folder, random, note } = context;
    const [data, open, sealed] = [join(folder, 'data'), join(folder, 'open'), join(folder, 'sealed')];
    const acknowledged = await makeModels(context, open, sealed);
    const tally = emptyTally();
    for (let round = 1; round <= rounds; round += 1) {
      const isEncrypting = round % 2 === 1;
      rmSync(data, { recursive: true, force: true });
      cpSync(isEncrypting ? open : sealed, data, { recursive: true });
      const window = await startWindow(runtime, data);
      if (!isEncrypting) await unlock(window.page);
      await isUsable(window.page);
      await (isEncrypting ? askToEncrypt(window.page) : askToStop(window.page));
      await wait(random() * LONGEST_MS);
      await window.kill();

      const again = await startWindow(runtime, data);
      tally.rounds += 1;
      if (await isLockScreen(again.page)) await unlock(again.page);
      if (await isUsable(again.page)) tally.startedAgain += 1;
      else note(`round ${round}: did not start again`);
      const { lost, halfWritten } = await judge(data, again.page, acknowledged, await unsealerOf(data, PASSPHRASE));
      const kinds = new Set(linesOf(data).map(isSealed));
      if (kinds.size > 1) note(`round ${round}: lines of both kinds are left`);
      if (lost.length + halfWritten > 0) note(`round ${round}: lost ${lost.length}, differing ${halfWritten}`);
      tally.acknowledged += acknowledged.length;
      tally.lost += lost.length;
      tally.halfWritten += halfWritten + (kinds.size > 1 ? 1 : 0);
      await again.close();
    }
    return tally;
  },
};

/** An archive with records in twelve months, and the same one encrypted. @param {FaultContext} context @param {string} open @param {string} sealed */
async function makeModels({ runtime }, open, sealed) {
  const acknowledged = [];
  const first = await startWindow(runtime, open);
  await isUsable(first.page);
  for (let number = 1; number <= RECORDS; number += 1) {
    await saveHonor(first.page, `示例荣誉${number}`);
    acknowledged.push(`示例荣誉${number}`);
  }
  await first.close();
  spreadOverMonths(join(open, 'journal'));
  cpSync(open, sealed, { recursive: true });
  const second = await startWindow(runtime, sealed);
  await isUsable(second.page);
  await askToEncrypt(second.page);
  await second.page.getByText('加密还差一步').waitFor();
  await second.close();
  return acknowledged;
}

/** The chain goes from file to file, whatever month a line is of. @param {string} journal */
function spreadOverMonths(journal) {
  const lines = monthFiles(journal).flatMap((name) => {
    const text = readFileSync(join(journal, name), 'utf8');
    rmSync(join(journal, name));
    return text.split(/(?<=\n)/);
  });
  const each = Math.ceil(lines.length / MONTHS);
  for (let month = 1; month <= MONTHS; month += 1) {
    const part = lines.slice((month - 1) * each, month * each);
    if (part.length > 0) writeFileSync(join(journal, `2025-${String(month).padStart(2, '0')}.jsonl`), part.join(''));
  }
}

/** @param {string} data */
function linesOf(data) {
  const journal = join(data, 'journal');
  return monthFiles(journal).flatMap((name) => readFileSync(join(journal, name), 'utf8').split('\n').filter(Boolean));
}

/** @param {Page} page */
async function askToEncrypt(page) {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('button', { name: '设置口令……' }).click();
  await page.getByRole('radio', { name: '锁窗口，并加密记录' }).check();
  await page.getByLabel('新口令', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('再输一次新口令').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
}

/** @param {Page} page */
async function askToStop(page) {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('button', { name: '取消口令……' }).click();
  await page.getByLabel('现在的口令').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
}

/** @param {Page} page */
async function isLockScreen(page) {
  await page.getByRole('heading', { name: '荣档已锁定' }).or(page.getByRole('navigation').first()).first().waitFor();
  return page.getByRole('heading', { name: '荣档已锁定' }).isVisible();
}

/** @param {Page} page */
async function unlock(page) {
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
}

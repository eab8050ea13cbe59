/**
 * The whole process tree is killed at a random moment of a restore. In place: the archive must be all as it was or all
 * as the backup has it, and then what it was must lie whole in the safety backup. Into an empty folder: done again, it
 * must come to its end.
 */
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgePackage } from './package-referee.mjs';
import { judge } from './referee.mjs';
import { finishCommand, isUsable, killCommand, startCommand, startWindow } from './run-app.mjs';
import { ledgerOf, ledgerTitles } from './sample-ledger.mjs';
import { emptyTally } from './suite.mjs';

const ROWS = 300;
const [OLD, NEW] = [ledgerTitles(0, ROWS), ledgerTitles(1, ROWS)];
const ALL = [...OLD, ...NEW];

/** @type {import('./suite.mjs').FaultSuite} */
export const killWhileRestoring = {
  name: 'kill-restoring',
  title: 'killed while restoring',
  rounds: 200,
  quick: 1,
  run: async ({ runtime, random, folder, note }, rounds) => {
    const [model, data, file] = [join(folder, 'model'), join(folder, 'data'), join(folder, '示例备份.zip')];
    const tally = emptyTally();
    const inPlace = ['restore', file, '--yes', '--data', data];
    const beside = ['restore', file, '--into', data];
    await importLedger(runtime, folder, model, 0);
    await finishCommand(runtime, ['backup', '--out', file, '--data', model]);
    await importLedger(runtime, folder, model, 1);
    const longest = { inPlace: await timeInPlace(), beside: 0 };
    for (let round = 1; round <= rounds; round += 1) {
      const isInPlace = round % 2 === 1;
      rmSync(data, { recursive: true, force: true });
      if (!isInPlace && longest.beside === 0) longest.beside = await timeBeside();
      if (isInPlace) cpSync(model, data, { recursive: true });
      const ms = (isInPlace ? longest.inPlace : longest.beside) * (0.3 + 0.8 * random());
      const isDone = await killCommand(runtime, isInPlace ? inPlace : beside, ms);
      if (!isInPlace && !isDone) await finishBeside();

      const window = await startWindow(runtime, data);
      tally.rounds += 1;
      if (await isUsable(window.page)) tally.startedAgain += 1;
      else note(`round ${round}: did not start again`);
      const { lost, halfWritten, titles } = await judge(data, window.page, OLD);
      await window.close();
      const there = NEW.filter((title) => titles.has(title)).length;
      const isRestored = there === 0;
      const isMixed = (there !== 0 && there !== ROWS) || ((isDone || !isInPlace) && !isRestored);
      const isGone = isInPlace && isRestored && !hasSafetyBackup(data);
      if (isMixed || isGone)
        note(`round ${round}: ${there} new records, done ${isDone}, nothing to go back to ${isGone}`);
      tally.lost += lost.length + (isGone ? there : 0);
      tally.halfWritten += halfWritten + (isMixed || isGone ? 1 : 0);
    }
    tally.acknowledged = ALL.length;
    return tally;

    async function timeInPlace() {
      cpSync(model, data, { recursive: true });
      const { ms } = await finishCommand(runtime, inPlace);
      rmSync(data, { recursive: true });
      return ms;
    }

    async function timeBeside() {
      const { ms } = await finishCommand(runtime, beside);
      rmSync(data, { recursive: true });
      return ms;
    }

    /** It goes on where it was ended, unless it had come to its end without having said so. */
    async function finishBeside() {
      const again = await startCommand(runtime, beside).answer;
      const code = /** @type {{ code?: string } | undefined} */ (again?.['error'])?.code;
      if (again?.['ok'] !== true && code !== 'not-empty') throw new Error(JSON.stringify(again));
    }
  },
};

/** Whether a whole backup holds everything that was there before. @param {string} data */
function hasSafetyBackup(data) {
  const folder = join(data, 'backups');
  return readdirSync(folder).some((name) => {
    const found = name.endsWith('.zip') ? judgePackage(join(folder, name)) : null;
    return found?.isWhole === true && ALL.every((title) => found.titles.has(title));
  });
}

/** @param {import('./run-app.mjs').Runtime} runtime @param {string} folder @param {string} data @param {number} round */
async function importLedger(runtime, folder, data, round) {
  const ledger = join(folder, `示例台账${round}.csv`);
  writeFileSync(ledger, ledgerOf(ledgerTitles(round, ROWS), round));
  await finishCommand(runtime, ['import', ledger, '--kind', 'honor', '--data', data]);
}

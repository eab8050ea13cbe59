/** The whole process tree is killed at a random moment of an import: all of its rows must be there, or none. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { judge } from './referee.mjs';
import { isUsable, killTree, startCommand, startWindow } from './run-app.mjs';
import { ledgerOf, ledgerTitles } from './sample-ledger.mjs';
import { emptyTally } from './suite.mjs';

const ROWS = 300;

/** @type {import('./suite.mjs').FaultSuite} */
export const killWhileImporting = {
  name: 'kill-importing',
  title: 'killed while importing',
  rounds: 200,
  quick: 1,
  run: async ({ runtime, random, folder, note }, rounds) => {
    const data = join(folder, 'data');
    const tally = emptyTally();
    /** @type {string[]} */
    const acknowledged = [];
    // The first import is not killed: it tells how long one takes.
    let longest = Number.POSITIVE_INFINITY;
    for (let round = 0; round <= rounds; round += 1) {
      const titles = ledgerTitles(round, ROWS);
      const file = join(folder, `示例台账${round}.csv`);
      writeFileSync(file, ledgerOf(titles, round));
      const start = performance.now();
      const { child, answer } = startCommand(runtime, ['import', file, '--kind', 'honor', '--data', data]);
      if (round > 0) await Promise.race([answer, wait(longest * (0.3 + 0.8 * random()))]);
      else longest = await answer.then(() => performance.now() - start);
      await killTree(child);
      const answered = await answer;
      if (answered?.['ok'] === true) acknowledged.push(...titles);
      else if (round === 0 || answered) throw new Error(`The import failed: ${JSON.stringify(answered)}`);
      if (round === 0) continue;

      const window = await startWindow(runtime, data);
      tally.rounds += 1;
      if (await isUsable(window.page)) tally.startedAgain += 1;
      else note(`round ${round}: did not start again`);
      const { lost, halfWritten, titles: found } = await judge(data, window.page, acknowledged);
      await window.close();
      const there = titles.filter((title) => found.has(title)).length;
      if (there !== 0 && there !== ROWS) tally.halfWritten += 1;
      tally.lost += lost.length;
      tally.halfWritten += halfWritten;
    }
    tally.acknowledged = acknowledged.length;
    return tally;
  },
};

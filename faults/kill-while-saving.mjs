/** The whole process tree is killed at a random moment of saving one record after the other from the form. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { judge } from './referee.mjs';
import { isUsable, saveHonor, startWindow } from './run-app.mjs';
import { emptyTally } from './suite.mjs';

/** Long enough for several saves. */
const LONGEST_MS = 2500;

/** @type {import('./suite.mjs').FaultSuite} */
export const killWhileSaving = {
  name: 'kill-saving',
  title: 'killed while saving',
  rounds: 200,
  quick: 2,
  run: async ({ runtime, random, folder, note }, rounds) => {
    const data = join(folder, 'data');
    const tally = emptyTally();
    /** @type {string[]} */
    const acknowledged = [];
    let window = await startWindow(runtime, data);
    await isUsable(window.page);
    for (let round = 1; round <= rounds; round += 1) {
      const { page } = window;
      const saving = (async () => {
        for (let number = 1; ; number += 1) {
          await saveHonor(page, `示例荣誉${round}之${number}`);
          acknowledged.push(`示例荣誉${round}之${number}`);
        }
      })();
      let isKilled = false;
      const ended = saving.catch((/** @type {unknown} */ error) => {
        if (!isKilled) throw error;
      });
      await wait(random() * LONGEST_MS);
      isKilled = true;
      await window.kill();
      await ended;

      window = await startWindow(runtime, data);
      tally.rounds += 1;
      if (await isUsable(window.page)) tally.startedAgain += 1;
      else note(`round ${round}: did not start again`);
      const { lost, halfWritten } = await judge(data, window.page, acknowledged);
      if (lost.length > 0) note(`round ${round}: lost ${lost.join(', ')}`);
      tally.lost += lost.length;
      tally.halfWritten += halfWritten;
    }
    await window.close();
    tally.acknowledged = acknowledged.length;
    return tally;
  },
};

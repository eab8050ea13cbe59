/**
 * The journal is cut inside its last record, as a power cut in the middle of an append leaves it, and the working copy
 * is gone too. Here it is the whole program, at bytes spread evenly; src/main/services/journal-damage.test.ts cuts at
 * every byte.
 */
import { cpSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from './referee.mjs';
import { isUsable, saveHonor, startWindow } from './run-app.mjs';
import { emptyTally } from './suite.mjs';

/** @type {import('./suite.mjs').FaultSuite} */
export const cutJournal = {
  name: 'cut-journal',
  title: 'journal cut in its last record',
  rounds: 40,
  quick: 1,
  run: async ({ runtime, folder, note }, rounds) => {
    const [data, model] = [join(folder, 'data'), join(folder, 'model')];
    const tally = emptyTally();
    await saveIn(runtime, model, '示例荣誉甲');
    // An append that was cut off had not been noted in the stored head yet.
    const head = readFileSync(join(model, 'head.json'));
    await saveIn(runtime, model, '示例荣誉乙');
    writeFileSync(join(model, 'head.json'), head);
    rmSync(join(model, 'profile'), { recursive: true });
    const name = readdirSync(join(model, 'journal')).find((file) => file.endsWith('.jsonl')) ?? '';
    const whole = readFileSync(join(model, 'journal', name));
    const lastLine = whole.lastIndexOf('\n', -2) + 1;

    for (let round = 1; round <= rounds; round += 1) {
      rmSync(data, { recursive: true, force: true });
      cpSync(model, data, { recursive: true });
      const kept = Math.ceil(((whole.length - lastLine - 1) * round) / (rounds + 1));
      truncateSync(join(data, 'journal', name), lastLine + kept);
      const window = await startWindow(runtime, data);
      tally.rounds += 1;
      if (await isUsable(window.page)) tally.startedAgain += 1;
      const telling = window.page.getByText('日志末尾有一行不完整').first().waitFor();
      const isTold = await telling.then(
        () => true,
        () => false,
      );
      if (isTold) tally.told += 1;
      const { lost, halfWritten } = await judge(data, window.page, ['示例荣誉甲']);
      if (lost.length + halfWritten > 0) note(`round ${round}: lost ${lost.length}, differing ${halfWritten}`);
      tally.acknowledged += 1;
      tally.lost += lost.length;
      tally.halfWritten += halfWritten;
      await window.close();
    }
    return tally;
  },
};

/** @param {import('./run-app.mjs').Runtime} runtime @param {string} data @param {string} title */
async function saveIn(runtime, data, title) {
  const window = await startWindow(runtime, data);
  await isUsable(window.page);
  await saveHonor(window.page, title);
  await window.close();
}

/**
 * The whole process tree is killed at a random moment of a backup over the one before: the file must be a whole backup
 * at any time, the old one or the new one, and the archive must not notice.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgePackage } from './package-referee.mjs';
import { judge } from './referee.mjs';
import { finishCommand, isUsable, killCommand, saveHonor, startWindow } from './run-app.mjs';
import { ledgerOf, ledgerTitles } from './sample-ledger.mjs';
import { emptyTally } from './suite.mjs';

const ROWS = 300;
/** So much that writing and reading again are a good part of the command's time. */
const ATTACHMENT_BYTES = 48 * 1024 * 1024;

/** @type {import('./suite.mjs').FaultSuite} */
export const killWhileBackingUp = {
  name: 'kill-backing-up',
  title: 'killed while backing up',
  rounds: 200,
  quick: 1,
  run: async ({ runtime, random, folder, note }, rounds) => {
    const [data, file] = [join(folder, 'data'), join(folder, '示例备份.zip')];
    const ledger = join(folder, '示例台账.csv');
    const tally = emptyTally();
    const acknowledged = [...ledgerTitles(0, ROWS)];
    writeFileSync(ledger, ledgerOf(acknowledged, 0));
    await finishCommand(runtime, ['import', ledger, '--kind', 'honor', '--data', data]);
    storeAttachment(data);
    const words = ['backup', '--out', file, '--data', data];
    const { ms } = await finishCommand(runtime, words);
    /** What the file must hold at least. */
    let backedUp = [...acknowledged];
    for (let round = 1; round <= rounds; round += 1) {
      if (await killCommand(runtime, words, ms * (0.3 + 0.8 * random()))) backedUp = [...acknowledged];
      const found = judgePackage(file);
      const missing = backedUp.filter((title) => found?.titles.has(title) !== true);
      if (found?.isWhole !== true || missing.length > 0) note(`round ${round}: the backup lacks ${missing.length}`);
      if (found?.isWhole !== true) tally.halfWritten += 1;

      const window = await startWindow(runtime, data);
      tally.rounds += 1;
      if (await isUsable(window.page)) tally.startedAgain += 1;
      else note(`round ${round}: did not start again`);
      const { lost, halfWritten } = await judge(data, window.page, acknowledged);
      await saveHonor(window.page, `示例荣誉${round}`);
      acknowledged.push(`示例荣誉${round}`);
      await window.close();
      tally.lost += missing.length + lost.length;
      tally.halfWritten += halfWritten;
    }
    tally.acknowledged = acknowledged.length;
    return tally;
  },
};

/** Where the store keeps a file of these bytes; no record needs to name it. @param {string} data */
function storeAttachment(data) {
  const bytes = randomBytes(ATTACHMENT_BYTES);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  mkdirSync(join(data, 'attachments', sha256.slice(0, 2)), { recursive: true });
  writeFileSync(join(data, 'attachments', sha256.slice(0, 2), sha256), bytes);
}

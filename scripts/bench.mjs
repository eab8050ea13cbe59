/** `npm run bench`: the benchmarks, as ratios measured side by side in one run. */
import process from 'node:process';
import { benchAttachments } from '../bench/attachments.mjs';
import { benchBackup } from '../bench/backup.mjs';
import { benchBackupMemory } from '../bench/backup-window.mjs';
import { benchDocuments } from '../bench/documents.mjs';
import { benchImport } from '../bench/import.mjs';
import { benchLedger } from '../bench/ledger.mjs';
import { benchSearch } from '../bench/search.mjs';
import { benchOpening } from '../bench/opening.mjs';
import { benchStartUp } from '../bench/start-up.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { openDisplay } from './display.mjs';
import { describeRuntime, findRuntime, machineFlags, projectRoot } from './electron-runtime.mjs';
import { fail } from './launch.mjs';

const milliseconds = (/** @type {number} */ value) => `${Math.round(value)} ms`;

async function run() {
  benchSearch();
  const found = findRuntime();
  await buildIfStale();
  const display = await openDisplay();
  Object.assign(process.env, display.env);
  process.stdout.write(`${describeRuntime(found)}\n`);
  const startUp = await benchStartUp({ executablePath: found.path, flags: machineFlags(), root: projectRoot });
  process.stdout.write(
    `Start-up to a usable list of ${startUp.records} honours, median of ${startUp.rounds} rounds in turns:\n` +
      `  empty Electron window  ${milliseconds(startUp.emptyMs)}\n` +
      `  荣档                   ${milliseconds(startUp.oursMs)}\n` +
      `  ratio                  ${startUp.ratio.toFixed(2)}\n`,
  );
  const opening = await benchOpening({ executablePath: found.path, flags: machineFlags(), root: projectRoot });
  process.stdout.write(
    `Start with ${opening.records} records:\n` +
      `  after an orderly end   ${milliseconds(opening.cleanMs)}\n` +
      `  after a kill, compared ${milliseconds(opening.comparedMs)}\n` +
      `  working copy made anew ${milliseconds(opening.rebuiltMs)}\n`,
  );
  const ledger = await benchLedger({ executablePath: found.path, flags: machineFlags(), root: projectRoot });
  const { wheel, pages, drag } = ledger.frames;
  process.stdout.write(
    `The ledger of ${ledger.records} honours:\n` +
      `  start to the window    ${milliseconds(ledger.startMs)}\n` +
      `  open, open again       ${milliseconds(ledger.openMs)}, ${milliseconds(ledger.openAgainMs)}\n` +
      `  sort by title, by unit ${milliseconds(ledger.sortTitleMs)}, ${milliseconds(ledger.sortUnitMs)}\n` +
      `  group by year          ${milliseconds(ledger.groupMs)}\n` +
      `  find a word            ${milliseconds(ledger.findMs)}\n` +
      `  key to results painted ${milliseconds(ledger.typing.median)}, 95 of 100 within ${milliseconds(ledger.typing.p95)}\n` +
      `  longest frame          ${milliseconds(wheel.longest)} by the wheel, ${milliseconds(pages.longest)} by Page Down held, ` +
      `${milliseconds(drag.longest)} by the scroll bar\n` +
      `  95 of 100 frames       ${milliseconds(wheel.p95)}, ${milliseconds(pages.p95)}, ${milliseconds(drag.p95)}\n` +
      `  save one, median       ${ledger.save.commit.toFixed(1)} ms committed, ${milliseconds(ledger.save.shown)} until its page is shown\n` +
      `  memory, all processes  ${Math.round(ledger.memoryMb)} MB; an empty Electron window ${Math.round(ledger.emptyMemoryMb)} MB,` +
      ` twice that and 300 MB ${Math.round(2 * ledger.emptyMemoryMb + 300)} MB\n`,
  );
  const runtime = { executablePath: found.path, flags: machineFlags(), root: projectRoot };
  await benchImport(runtime);
  await benchDocuments(runtime);
  tellBackupMemory(await benchBackupMemory(runtime));
  display.close();
  const taking = benchAttachments({ executablePath: found.path, root: projectRoot });
  process.stdout.write(
    `Taking ${taking.files} files of 1 MB, median of ${taking.rounds} rounds in turns:\n` +
      `  cp and sha256sum       ${milliseconds(taking.systemMs)}\n` +
      `  荣档, flushed to disk  ${milliseconds(taking.oursMs)}\n` +
      `  speed, ours to theirs  ${taking.ratio.toFixed(2)}\n`,
  );
  tellBackup(benchBackup({ executablePath: found.path, root: projectRoot }));
}

/** @param {ReturnType<typeof benchBackup>} backup */
function tellBackup(backup) {
  process.stdout.write(
    `A backup of ${backup.records} records and ${backup.megabytes} MB, median of ${backup.rounds} rounds in turns:\n` +
      `  cp and sha256sum       ${milliseconds(backup.systemMs)}\n` +
      `  荣档, read again       ${milliseconds(backup.oursMs)}\n` +
      `  speed, ours to theirs  ${backup.ratio.toFixed(2)}\n` +
      `  encrypted              ${milliseconds(backup.sealedMs)}, speed ${backup.sealedRatio.toFixed(2)}\n` +
      `  attachments beside it  ${milliseconds(backup.pooledMs)}, speed ${backup.pooledRatio.toFixed(2)}\n` +
      `  again, nothing new     ${milliseconds(backup.againMs)}\n` +
      `  memory at most         ${Math.round(backup.memoryMb)} MB more\n`,
  );
}

/** @param {Awaited<ReturnType<typeof benchBackupMemory>>} memory */
function tellBackupMemory({ whole, pooled, megabytes }) {
  process.stdout.write(
    `Memory over the window while ${megabytes} MB are backed up, all processes:\n` +
      `  as one file            ${Math.round(whole.overMb)} MB in ${milliseconds(whole.elapsed)}\n` +
      `  attachments beside it  ${Math.round(pooled.overMb)} MB in ${milliseconds(pooled.elapsed)}\n`,
  );
}

run().then(() => process.exit(0), fail);

import { cutJournal } from './cut-journal.mjs';
import { bitFlipped, profileDeleted, tornLog } from './damaged-copy.mjs';
import { fullDisk } from './full-disk.mjs';
import { killWhileImporting } from './kill-while-importing.mjs';
import { killWhileSaving } from './kill-while-saving.mjs';

/** In the order of the table. @type {readonly import('./suite.mjs').FaultSuite[]} */
export const ALL_SUITES = [
  killWhileSaving,
  killWhileImporting,
  profileDeleted,
  bitFlipped,
  tornLog,
  cutJournal,
  fullDisk,
];

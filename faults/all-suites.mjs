import { cutJournal } from './cut-journal.mjs';
import { bitFlipped, profileDeleted, tornLog } from './damaged-copy.mjs';
import { fullDisk } from './full-disk.mjs';
import { killWhileBackingUp } from './kill-while-backing-up.mjs';
import { killWhileEncrypting } from './kill-while-encrypting.mjs';
import { killWhileImporting } from './kill-while-importing.mjs';
import { killWhileMigrating } from './kill-while-migrating.mjs';
import { killWhileRestoring } from './kill-while-restoring.mjs';
import { killWhileSaving } from './kill-while-saving.mjs';

/** In the order of the table. @type {readonly import('./suite.mjs').FaultSuite[]} */
export const ALL_SUITES = [
  killWhileSaving,
  killWhileImporting,
  killWhileMigrating,
  killWhileBackingUp,
  killWhileRestoring,
  killWhileEncrypting,
  profileDeleted,
  bitFlipped,
  tornLog,
  cutJournal,
  fullDisk,
];

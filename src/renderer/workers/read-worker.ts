import { readLedgerFile } from '#formats/ledger-file/read-ledger-file';
import { hashBytes } from './hash-bytes.ts';
import type { ReadJobKind } from './read-messages.ts';
import { serveJob } from './serve-job.ts';

/** Reads one file. A worker is used for one file and ended, so that what a hostile one took is given back. */
serveJob<ReadJobKind>(async ({ bytes, name }, post) => {
  const sha256 = await hashBytes(bytes);
  post({ type: 'done', result: await readLedgerFile(bytes, name), sha256 });
});
